import Imaging
import Notebook

extension Pooling {
    enum Order: String, CaseIterable { case same, differs }

    /// The small data of the lesson's exercises, and the answers.
    static func exercises(_ material: inout Material) {
        let map = GrayImage(rows: [[-4, 2, 0], [6, -1, 3], [-5, 1, -2]])
        material.grid("rectifiedMap", map.rows)
        material.exercise("rectified", Int(map.rectified().pixels.reduce(0, +)))

        let grid = GrayImage(rows: [[1, 7, 2, 0], [3, 4, 8, 5], [6, 2, 9, 1], [0, 5, 3, 4]])
        material.grid("pooledGrid", grid.rows)
        let (largest, means) = (grid.maxPooled(), grid.averagePooled())
        material.grid("pooledLargest", largest.rows)
        material.grid("pooledMeans", means.rows, digits: 2)
        material.exercise("largest", Int(largest[1, 0]))
        material.exercise("average", Double(means[1, 1]))

        let side = 50
        material.value("walkSide", side)
        let filtered = outputSize(input: side, kernel: 3)
        material.value("walkFiltered", filtered)
        material.exercise("walk", outputSize(input: filtered, kernel: 2, stride: 2))

        let mixed = GrayImage(rows: [[-4, 2], [6, -1]])
        material.grid("orderMap", mixed.rows)
        let (first, last) = (mixed.rectified().averagePooled()[0, 0], mixed.averagePooled().rectified()[0, 0])
        material.value("orderFirst", Double(first))
        material.value("orderLast", Double(last))
        material.exercise("order", first == last ? Order.same : .differs)
    }
}
