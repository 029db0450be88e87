/// A picture in colour: red, green, blue and opacity, a byte each, row after row from the top left.
///
/// Colours are sRGB and not premultiplied by the opacity.
public struct ColorImage: Equatable, Sendable {
    /// Pixels in a row.
    public let width: Int
    /// Rows.
    public let height: Int
    /// `height` rows of `width` pixels of four bytes: red, green, blue, opacity.
    public var pixels: [UInt8]

    /// - Precondition: no side is negative, and there are `4 * width * height` bytes.
    public init(width: Int, height: Int, pixels: [UInt8]) {
        precondition(width >= 0 && height >= 0, "an image of \(width) x \(height)")
        precondition(pixels.count == 4 * width * height, "\(pixels.count) bytes for \(width) x \(height) pixels")
        self.width = width
        self.height = height
        self.pixels = pixels
    }

    /// An image of one colour everywhere.
    public init(width: Int, height: Int, repeating pixel: Pixel = .white) {
        let bytes = [pixel.red, pixel.green, pixel.blue, pixel.alpha]
        self.init(
            width: width, height: height,
            pixels: Array(repeatElement(bytes, count: width * height).joined()))
    }

    /// One pixel's colour and opacity.
    public struct Pixel: Hashable, Sendable {
        /// How much red, 0 to 255.
        public var red: UInt8
        /// How much green, 0 to 255.
        public var green: UInt8
        /// How much blue, 0 to 255.
        public var blue: UInt8
        /// 0 is invisible, 255 is opaque.
        public var alpha: UInt8

        /// A pixel from its four numbers.
        public init(red: UInt8, green: UInt8, blue: UInt8, alpha: UInt8 = 255) {
            self.red = red
            self.green = green
            self.blue = blue
            self.alpha = alpha
        }

        /// All light, opaque.
        public static let white = Pixel(red: 255, green: 255, blue: 255)
        /// No light, opaque.
        public static let black = Pixel(red: 0, green: 0, blue: 0)
    }

    /// The pixel in one row and column, both counted from 0 at the top left.
    public subscript(row: Int, column: Int) -> Pixel {
        get {
            let start = index(row, column)
            return Pixel(
                red: pixels[start], green: pixels[start + 1], blue: pixels[start + 2], alpha: pixels[start + 3])
        }
        set {
            let start = index(row, column)
            pixels[start] = newValue.red
            pixels[start + 1] = newValue.green
            pixels[start + 2] = newValue.blue
            pixels[start + 3] = newValue.alpha
        }
    }

    private func index(_ row: Int, _ column: Int) -> Int {
        precondition(row >= 0 && row < height, "row \(row) of \(height)")
        precondition(column >= 0 && column < width, "column \(column) of \(width)")
        return 4 * (row * width + column)
    }
}
