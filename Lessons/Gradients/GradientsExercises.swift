import Elementary
import Imaging
import Notebook

extension Gradients {
    /// The small data of the lesson's exercises, and the answers.
    static func exercises(_ material: inout Material) {
        let window = GrayImage(rows: [[10, 10, 40], [10, 20, 50], [10, 10, 40]])
        material.grid("acrossWindow", window.rows)
        material.series("acrossSteps", window.rows.map { Double($0[2] - $0[0]) })
        material.exercise("across", Int(correlation(of: window, with: .sobelX)[0, 0]))
        material.exercise("down", Int(correlation(of: window, with: .sobelY)[0, 0]))

        let (x, y) = (30.0, 40.0)
        material.value("strengthX", Int(x))
        material.value("strengthY", Int(y))
        material.exercise("strength", Int((x * x + y * y).squareRoot()))

        let (left, below) = (-30.0, 30.0)
        material.value("directionX", Int(left))
        material.value("directionY", Int(below))
        material.value("directionQuotient", Double.atan2(below / left, 1) * 180 / .pi)
        material.exercise("direction", Double.atan2(below, left) * 180 / .pi)

        let strengths: [Double] = [12, 25, 48, 70, 35, 18, 28, 22]
        let (low, high) = (20.0, 60.0)
        material.series("chainStrengths", strengths)
        material.value("chainLow", Int(low))
        material.value("chainHigh", Int(high))
        // In a row, an edge is a run of pixels above the low threshold with one above the high threshold among them.
        let runs = strengths.split { $0 < low }.filter { run in run.contains { $0 >= high } }
        material.exercise("chain", runs.reduce(0) { $0 + $1.count })
    }
}
