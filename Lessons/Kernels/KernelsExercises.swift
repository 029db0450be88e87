import Imaging
import Notebook

extension Kernels {
    /// Where a picture goes.
    enum Move: String, CaseIterable { case left, right, stays }

    /// The small data of the lesson's exercises, and the answers.
    static func exercises(_ material: inout Material) {
        let window = GrayImage(rows: [[2, 4, 1], [3, 5, 2], [1, 2, 6]])
        let kernel = Kernel(id: "corner", [[1, 0, 2], [0, 3, 0], [0, 0, -1]])
        material.grid("cornerWindow", window.rows)
        material.grid("cornerKernel", [[1, 0, 2], [0, 3, 0], [0, 0, -1]])
        material.exercise("cornerSum", Int(correlation(of: window, with: kernel)[0, 0]))

        let (side, size) = (64, 5)
        material.value("sizeSide", side)
        material.value("sizeKernel", size)
        material.exercise("sizeLost", side - outputSize(input: side, kernel: size))
        material.exercise("size", outputSize(input: side, kernel: size))

        let (rows, padding, stride) = (33, 2, 2)
        material.value("strideSide", rows)
        material.exercise("stride", outputSize(input: rows, kernel: size, padding: padding, stride: stride))

        // Three kernels of three by three lose as much as one that is so large.
        let three = (0..<3).reduce(side) { side, _ in outputSize(input: side, kernel: 3) }
        material.exercise("chain", side - three + 1)

        material.grid("turnedKernel", [[0, 0, 0], [1, 0, 0], [0, 0, 0]])
        material.exercise("turned", move(by: Kernel(id: "turned", [[0, 0, 0], [1, 0, 0], [0, 0, 0]])))
    }

    /// Where a convolution moves a single bright pixel.
    private static func move(by kernel: Kernel) -> Move {
        let point = GrayImage(rows: [[0, 0, 0, 0, 0], [0, 0, 1, 0, 0], [0, 0, 0, 0, 0]])
        let column = point.convolved(with: kernel, border: .zero).rows[1].firstIndex(of: 1) ?? 2
        return column < 2 ? .left : column > 2 ? .right : .stays
    }
}
