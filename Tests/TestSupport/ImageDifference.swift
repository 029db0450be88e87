import Imaging

/// How far two pictures of the same size are apart.
public struct ImageDifference: Equatable, Sendable {
    /// The largest difference of any sample, and the place of the pixel that has it.
    public private(set) var largest: Float = 0
    /// Where the largest difference is.
    public private(set) var row = 0
    /// Where the largest difference is.
    public private(set) var column = 0
    /// The mean difference of all samples.
    public private(set) var mean: Float = 0
    /// How many pixels differ by more than the tolerance.
    public private(set) var differing = 0

    /// Compares every sample of every pixel, opacity included; `nil` where the sizes differ.
    ///
    /// - Parameter tolerance: what still counts as equal.
    public init?(_ left: ColorImage, _ right: ColorImage, tolerance: Int = 0) {
        guard left.width == right.width, left.height == right.height else { return nil }
        self.init(
            left.pixels.map(Float.init), right.pixels.map(Float.init), samples: 4, width: left.width,
            tolerance: Float(tolerance))
    }

    /// Compares every pixel; `nil` where the sizes differ.
    public init?(_ left: GrayImage, _ right: GrayImage, tolerance: Float = 0) {
        guard left.width == right.width, left.height == right.height else { return nil }
        self.init(left.pixels, right.pixels, samples: 1, width: left.width, tolerance: tolerance)
    }

    private init(_ left: [Float], _ right: [Float], samples: Int, width: Int, tolerance: Float) {
        var sum = 0.0
        var lastDiffering = -1
        for index in left.indices {
            // What is not a number differs from everything but itself.
            let equal = left[index] == right[index] || (left[index].isNaN && right[index].isNaN)
            let distance = equal ? 0 : abs(left[index] - right[index])
            let difference = distance.isNaN ? .infinity : distance
            sum += Double(difference)
            let pixel = index / samples
            if difference > largest { (largest, row, column) = (difference, pixel / width, pixel % width) }
            if difference > tolerance, pixel != lastDiffering { (differing, lastDiffering) = (differing + 1, pixel) }
        }
        mean = left.isEmpty ? 0 : Float(sum / Double(left.count))
    }
}
