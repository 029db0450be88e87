/// A picture of intensities: one number a pixel, row after row from the top left.
///
/// Intensities run from 0 (black) to 255 (white). A filter's answer is a `GrayImage` too, and may be negative
/// or larger than 255; what a screen shows of it is the reader's choice (``GrayImage/clipped()``,
/// ``GrayImage/absolute()``, ``GrayImage/rescaled()``).
public struct GrayImage: Equatable, Sendable {
    /// Pixels in a row.
    public let width: Int
    /// Rows.
    public let height: Int
    /// `height` rows of `width` numbers.
    public var pixels: [Float]

    /// - Precondition: no side is negative, and there are `width * height` pixels.
    public init(width: Int, height: Int, pixels: [Float]) {
        precondition(width >= 0 && height >= 0, "an image of \(width) x \(height)")
        precondition(pixels.count == width * height, "\(pixels.count) pixels for \(width) x \(height)")
        self.width = width
        self.height = height
        self.pixels = pixels
    }

    /// An image of one intensity everywhere.
    public init(width: Int, height: Int, repeating intensity: Float = 0) {
        self.init(width: width, height: height, pixels: Array(repeating: intensity, count: width * height))
    }

    /// An image written out as a matrix.
    ///
    /// - Precondition: all rows have the same length.
    public init(rows: [[Float]]) {
        let width = rows.first?.count ?? 0
        precondition(rows.allSatisfy { $0.count == width }, "rows of different lengths")
        self.init(width: width, height: rows.count, pixels: Array(rows.joined()))
    }

    /// An image of bytes, such as one digit of MNIST.
    ///
    /// Inlinable, so that other modules compile it for their own kind of bytes: else each byte goes through a box.
    @inlinable
    public init(width: Int, height: Int, bytes: some Sequence<UInt8>) {
        self.init(width: width, height: height, pixels: bytes.map(Float.init))
    }

    /// The intensity in one row and column, both counted from 0 at the top left.
    public subscript(row: Int, column: Int) -> Float {
        get { pixels[index(row, column)] }
        set { pixels[index(row, column)] = newValue }
    }

    /// The image as a matrix.
    public var rows: [[Float]] {
        (0..<height).map { Array(pixels[($0 * width)..<(($0 + 1) * width)]) }
    }

    /// The same picture with every intensity passed through `function`.
    public func map(_ function: (Float) -> Float) -> GrayImage {
        GrayImage(width: width, height: height, pixels: pixels.map(function))
    }

    private func index(_ row: Int, _ column: Int) -> Int {
        precondition(row >= 0 && row < height, "row \(row) of \(height)")
        precondition(column >= 0 && column < width, "column \(column) of \(width)")
        return row * width + column
    }
}

extension GrayImage {
    /// The intensities as bytes: clipped to 0...255 and rounded; what is not a number becomes black.
    public var bytes: [UInt8] {
        pixels.map { $0 > 0 ? UInt8(min($0, 255).rounded()) : 0 }
    }
}
