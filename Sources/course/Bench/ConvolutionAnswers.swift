import Datasets
import Imaging
import Tensors

/// Random pictures, kernels, and what the fast loops answer: `Scripts/test-convolution` holds them against SciPy and
/// OpenCV.
struct ConvolutionAnswers: Encodable {
    struct Correlation: Encodable {
        let picture: [[Float]]
        let kernel: [[Float]]
        let border: String
        let answer: [[Float]]
    }

    struct Edges: Encodable {
        let picture: [[UInt8]]
        let low: Float
        let high: Float
        let edges: [[UInt8]]
        /// By the convention of OpenCV.
        let openCV: [[UInt8]]
    }

    let floats: [Correlation]
    /// Of whole numbers, in sixteen bits.
    let whole: [Correlation]
    let canny: [Edges]

    /// - Throws: `DrawingError` where the scene can't be drawn.
    init(threads: Int) throws {
        var floats: [Correlation] = []
        var whole: [Correlation] = []
        var stream = RandomStream(seed: 3, purpose: .sampling)
        for border in Border.allCases {
            for side in stride(from: 1, through: 31, by: 2) {
                for (width, height) in [(70, 41), (33, 97)] {
                    let samples = (0..<width * height).map { _ in stream.uniform(0, 255) }
                    let weights = (0..<side * side).map { _ in stream.uniform(-1, 1) }
                    let row = (0..<side).map { _ in stream.uniform(-1, 1) }
                    for kernel in [
                        Kernel(id: "any", rows: side, columns: side, weights: weights),
                        Kernel(id: "product", row.map { weight in row.map { weight * $0 } }),
                    ] {
                        floats.append(
                            Self.correlate(
                                Plane(width: width, height: height, samples: samples), kernel, border, threads))
                    }
                    let bytes = samples.map { UInt8($0) }
                    whole.append(
                        Self.correlate(
                            Plane(width: width, height: height, samples: bytes),
                            Kernel(
                                id: "whole", rows: side, columns: side,
                                weights: (0..<side * side).map { _ in Float(stream.integer(below: 5)) - 2 }), border,
                            threads))
                }
            }
        }
        self.floats = floats
        self.whole = whole
        canny = try [480, 1_440].flatMap { width in
            let scene = Plane<UInt8>(try Scene.image(width: width).gray)
            return [(20, 60), (50, 150)].map { low, high in
                Edges(
                    picture: scene.rows, low: low, high: high,
                    edges: PlaneCanny(of: scene, low: low, high: high, threads: threads).edges.rows,
                    openCV: PlaneCanny(of: scene, low: low, high: high, convention: .openCV, threads: threads)
                        .edges.rows)
            }
        }
    }

    private static func correlate(
        _ plane: Plane<Float>, _ kernel: Kernel, _ border: Border, _ threads: Int
    ) -> Correlation {
        var answer = Plane<Float>(width: 0, height: 0)
        plane.correlate(with: kernel, border: border, into: &answer, threads: threads)
        return Correlation(
            picture: plane.rows, kernel: kernel.matrix, border: border.rawValue, answer: answer.rows)
    }

    private static func correlate(
        _ plane: Plane<UInt8>, _ kernel: Kernel, _ border: Border, _ threads: Int
    ) -> Correlation {
        var answer = Plane<Int16>(width: 0, height: 0)
        plane.correlate(with: kernel, border: border, into: &answer, threads: threads)
        return Correlation(
            picture: plane.rows.map { $0.map(Float.init) }, kernel: kernel.matrix, border: border.rawValue,
            answer: answer.rows.map { $0.map(Float.init) })
    }
}

extension Kernel {
    fileprivate var matrix: [[Float]] {
        (0..<rows).map { Array(weights[($0 * columns)..<(($0 + 1) * columns)]) }
    }
}

extension Plane {
    fileprivate var rows: [[Sample]] { withRows { _, row in Array(row) } }
}
