import Datasets
import Imaging
import Threads

/// The filters whose speed on one large picture is told, with their pictures and the memory for their answers.
///
/// `Scripts/benchmarks/convolve.py` does the same with OpenCV and SciPy.
struct ConvolveBench {
    /// What is timed, in this order.
    enum Filter: String, CaseIterable {
        case sobelFloat = "sobel-x"
        case any3 = "any-3x3"
        case any5 = "any-5x5"
        case gaussian13 = "gaussian-13x13"
        case any7 = "any-7x7"
        case gaussianBytes = "gaussian-5x5-8bit"
        case sobelBytes = "sobel-x-8-to-16bit"
        case gradient
        case canny
        case copy
    }

    /// Pixels on a side of the picture.
    let side: Int
    let threads: Int
    private let bytes: Plane<UInt8>
    private let floats: Plane<Float>
    private var floatAnswer: Plane<Float>
    private var byteAnswer: Plane<UInt8>
    private var wordAnswer: Plane<Int16>
    private var gradient = PlaneGradient()
    private var canny = PlaneCanny()

    /// - Throws: `DrawingError` where the picture can't be drawn that large.
    init(side: Int, threads: Int) throws {
        (self.side, self.threads) = (side, threads)
        let samples = try Self.picture(side: side)
        bytes = Plane(width: side, height: side, samples: samples)
        floats = Plane(width: side, height: side, samples: samples.map(Float.init))
        floatAnswer = Plane(width: side, height: side)
        byteAnswer = Plane(width: side, height: side)
        wordAnswer = Plane(width: side, height: side)
    }

    /// The picture, a byte a pixel.
    var samples: [UInt8] { bytes.samples }

    /// A square out of the course's scene, with some grain, as a photograph has it.
    private static func picture(side: Int) throws -> [UInt8] {
        let scene = try Scene.image(width: max(3, side * 3 / 2 + 2))
        var state: UInt32 = 1
        return scene.gray.cropped(row: 0, column: 0, width: side, height: side).pixels.map { intensity in
            // Numerical Recipes' linear congruential generator, 1992; from -4 to 3.
            state = state &* 1_664_525 &+ 1_013_904_223
            return UInt8(min(max(intensity.rounded() + Float(state >> 29) - 4, 0), 255))
        }
    }

    /// Kernels that are no product of a column and a row.
    static func kernel(side: Int) -> Kernel {
        let taps = side * side
        return Kernel(
            id: "any", rows: side, columns: side, weights: (0..<taps).map { Float($0 * 7 % 11 - 5) / Float(3 * taps) })
    }

    /// Does it once.
    mutating func run(_ filter: Filter) {
        switch filter {
        case .sobelFloat: correlate(.sobelX)
        case .any3: correlate(Self.kernel(side: 3))
        case .any5: correlate(Self.kernel(side: 5))
        case .any7: correlate(Self.kernel(side: 7))
        case .gaussian13: correlate(.gaussian(deviation: 2))
        case .gaussianBytes:
            bytes.correlate(with: .gaussian5, border: .reflect, into: &byteAnswer, threads: threads)
        case .sobelBytes:
            bytes.correlate(with: .sobelX, border: .reflect, into: &wordAnswer, threads: threads)
        case .gradient: gradient.overwrite(with: floats, border: .reflect, threads: threads)
        case .canny: canny.overwrite(with: bytes, low: 20, high: 60, threads: threads)
        case .copy: floats.copy(into: &floatAnswer, threads: threads)
        }
    }

    private mutating func correlate(_ kernel: Kernel) {
        floats.correlate(with: kernel, border: .reflect, into: &floatAnswer, threads: threads)
    }
}
