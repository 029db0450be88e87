import Figures
import Imaging
import Languages
import Notebook

// From gradients to lines.

extension Gradients {
    /// Canny's five steps, and the choice of thresholds.
    func canny(_ gray: GrayImage, _ material: inout Material) {
        // snippet.canny
        let edges = Canny(of: gray, low: 40, high: 110)
        // snippet.end
        let kept = Double(edges.edges.pixels.count { $0 > 0 }) / Double(edges.edges.pixels.count)
        material.value("kept", kept)
        material.record("canny.edgeShare", kept)
        let detail = Self.window(of: edges, in: gray)
        material.figure("canny", showsPicture: true) { words in
            Pictures(
                [
                    .init(.gray(edges.smoothed), caption: try words("smoothed")),
                    .init(.magnitude(edges.gradient.magnitude), caption: try words("gradient")),
                    .init(.magnitude(edges.thinned), caption: try words("thinned")),
                    .init(.gray(edges.classified), caption: try words("classified")),
                    .init(.gray(edges.edges), caption: try words("hysteresis")),
                ], columns: 3, detail: detail)
        }
        // snippet.thresholds
        let pairs: [(low: Float, high: Float)] = [(10, 30), (40, 110), (120, 300)]
        let drawings = pairs.map { Canny(of: gray, low: $0.low, high: $0.high).edges }
        // snippet.end
        material.figure("thresholds", showsPicture: true) { _ in
            Pictures(
                zip(drawings, pairs).map { drawing, pair in
                    .init(.gray(drawing), caption: Localized(same: "\(Int(pair.low)) / \(Int(pair.high))"))
                }, detail: detail)
        }
    }

    /// The window in which every step is seen: where much is kept and much is given up.
    static func window(of steps: Canny, in gray: GrayImage) -> Detail {
        .richest(in: gray) { row, column in
            let (isCandidate, isEdge) = (steps.classified[row, column] > 0, steps.edges[row, column] > 0)
            return (isEdge ? 1 : 0, isCandidate && !isEdge ? 1 : 0)
        }
    }
}
