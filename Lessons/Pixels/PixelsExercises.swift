import Imaging
import Notebook

extension Pixels {
    enum Row: String, CaseIterable { case first, second, third }

    /// The small data of the lesson's exercises, and the answers.
    static func exercises(_ material: inout Material) {
        let grid: [[Float]] = [[12, 30, 45, 60], [18, 33, 51, 70], [25, 40, 58, 81], [31, 47, 66, 90]]
        material.grid("placeGrid", grid)
        material.exercise("place", Int(grid[2][1]))

        let (columns, rows, planes) = (40, 30, 3)
        material.value("bytesColumns", columns)
        material.value("bytesRows", rows)
        material.exercise("bytes", columns * rows * planes)

        let pixel: [Float] = [200, 100, 50]
        for (name, value) in zip(["mixRed", "mixGreen", "mixBlue"], pixel) { material.value(name, Int(value)) }
        let weights: [Float] = [0.299, 0.587, 0.114]
        let products = zip(weights, pixel).map { $0 * $1 }
        for (name, product) in zip(["mixRedPart", "mixGreenPart", "mixBluePart"], products) {
            material.value(name, Double(product))
        }
        material.exercise("mix", Int(products.reduce(0, +).rounded()))

        let lines: [[Double]] = [[90, 95, 100, 105, 110], [90, 90, 140, 140, 140], [90, 120, 95, 125, 100]]
        for (name, line) in zip(["lineFirst", "lineSecond", "lineThird"], lines) { material.series(name, line) }
        let steps = lines.map { line in zip(line, line.dropFirst()).map { abs($1 - $0) }.max() ?? 0 }
        let steepest = steps.indices.max { steps[$0] < steps[$1] } ?? 0
        material.value("lineStep", Int(steps[steepest]))
        material.exercise("line", Row.allCases[steepest])
    }
}
