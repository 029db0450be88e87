import Drawing
import Imaging
import Languages

/// Pixels, and how their values become colours.
public enum Picture: Sendable {
    /// Intensities from black to white.
    case gray(GrayImage, from: Float = 0, to: Float = 255)
    /// Colours as they are.
    case color(ColorImage)
    /// Values from zero on, in cividis; `limit` is the value of the brightest colour, else the largest found.
    case magnitude(GrayImage, limit: Float? = nil)
    /// Values of either sign, zero in the paper's colour; `limit` is the value of the strongest colour on
    /// both sides, else the largest found.
    case signed(GrayImage, limit: Float? = nil)
    /// Angles in radians as hue, the root of their strengths (of any scale) as brightness, so that weak ones show;
    /// `limit` is the strength that is drawn brightest, else the largest found.
    case angle(GrayImage, strength: GrayImage, limit: Float? = nil)

    /// How many columns of pixels there are.
    public var width: Int {
        switch self {
        case .gray(let image, _, _), .magnitude(let image, _), .signed(let image, _), .angle(let image, _, _):
            image.width
        case .color(let image): image.width
        }
    }

    /// How many rows of pixels there are.
    public var height: Int {
        switch self {
        case .gray(let image, _, _), .magnitude(let image, _), .signed(let image, _), .angle(let image, _, _):
            image.height
        case .color(let image): image.height
        }
    }

    /// How values become colours, apart from the values themselves.
    enum Scale: Hashable {
        case gray, color, angle
        case magnitude(limit: Float)
        case signed(limit: Float)

        /// Whether there is any value but zero.
        var hasExtent: Bool {
            switch self {
            case .magnitude(let limit), .signed(let limit): limit > 0
            case .gray, .color, .angle: true
            }
        }

        /// Whether a reader needs a legend.
        var hasLegend: Bool {
            switch self {
            case .gray, .color: false
            case .angle, .magnitude, .signed: true
            }
        }
    }

    /// The picture's own scale.
    var scale: Scale {
        switch self {
        case .gray: .gray
        case .color: .color
        case .angle: .angle
        case .magnitude(let image, let limit): .magnitude(limit: limit ?? image.pixels.max() ?? 0)
        case .signed(let image, let limit): .signed(limit: limit ?? image.pixels.lazy.map(abs).max() ?? 0)
        }
    }

    /// The picture on a scale that covers the others of its kind too.
    func sharing(_ scales: [Scale]) -> Picture {
        switch self {
        case .magnitude(let image, nil):
            let limits = scales.compactMap { if case .magnitude(let limit) = $0 { limit } else { nil } }
            return .magnitude(image, limit: limits.max())
        case .signed(let image, nil):
            let limits = scales.compactMap { if case .signed(let limit) = $0 { limit } else { nil } }
            return .signed(image, limit: limits.max())
        default: return self
        }
    }

    /// The picture's values, if it has one a pixel.
    var values: GrayImage? {
        switch self {
        case .gray(let image, _, _), .magnitude(let image, _), .signed(let image, _): image
        case .color, .angle: nil
        }
    }

    /// The picture as colours, a pixel a value.
    ///
    /// - Parameter figure: what messages call it.
    /// - Throws: `FigureError` for a picture without pixels or with values that are not finite.
    public func colors(in context: FigureContext, figure: String) throws -> ColorImage {
        try check(figure)
        switch self {
        case .color(let image): return context.theme.hasHues ? image : image.withoutHues
        case .gray(let image, let black, let white):
            return ColorMap.gray.colors(of: image, from: black, to: white)
        case .magnitude(let image, _):
            guard case .magnitude(let limit) = scale else { return ColorMap.gray.colors(of: image, from: 0, to: 1) }
            return context.magnitudes.colors(of: image, from: 0, to: limit)
        case .signed(let image, _):
            guard case .signed(let limit) = scale else { return ColorMap.gray.colors(of: image, from: 0, to: 1) }
            return context.signed.colors(of: image, from: -limit, to: limit, zero: 0.5)
        case .angle(let image, let strength, let limit):
            let most = max(limit ?? strength.pixels.max() ?? 0, .leastNormalMagnitude)
            let pixels = zip(image.pixels, strength.pixels).map { angle, strength in
                context.color(ofAngle: Double(angle), strength: Double(min(1, max(0, strength) / most)).squareRoot())
                    .pixel
            }
            return ColorImage(width: image.width, height: image.height, colors: pixels)
        }
    }

    /// - Throws: `FigureError` for what ``colors(in:figure:)`` can't show.
    fileprivate func check(_ figure: String) throws {
        guard width > 0, height > 0 else { throw FigureError.empty(figure: figure, what: "pixel") }
        switch self {
        case .color: break
        case .gray(let image, _, _), .magnitude(let image, _), .signed(let image, _): try check(image, figure)
        case .angle(let image, let strength, _):
            try check(image, figure)
            try check(strength, figure)
            guard strength.pixels.count == image.pixels.count else {
                throw FigureError.mismatch(
                    figure: figure, what: "strengths of angles", expected: image.pixels.count,
                    got: strength.pixels.count)
            }
        }
    }

    private func check(_ image: GrayImage, _ figure: String) throws {
        guard image.pixels.allSatisfy(\.isFinite) else {
            throw FigureError.notFinite(figure: figure, what: "a picture")
        }
    }
}

extension ColorImage {
    /// The picture in greys.
    fileprivate var withoutHues: ColorImage {
        let colors = stride(from: 0, to: pixels.count, by: 4).map { place -> Pixel in
            let gray = Luma.of(red: pixels[place], green: pixels[place + 1], blue: pixels[place + 2])
            return Pixel(red: gray, green: gray, blue: gray, alpha: pixels[place + 3])
        }
        return ColorImage(width: width, height: height, colors: colors)
    }

    init(width: Int, height: Int, colors: [Pixel]) {
        let pixels = [UInt8](unsafeUninitializedCapacity: 4 * colors.count) { bytes, count in
            for (index, color) in colors.enumerated() {
                bytes[4 * index] = color.red
                bytes[4 * index + 1] = color.green
                bytes[4 * index + 2] = color.blue
                bytes[4 * index + 3] = color.alpha
            }
            count = 4 * colors.count
        }
        self.init(width: width, height: height, pixels: pixels)
    }
}

extension Canvas {
    /// Draws a picture crisply, with a hairline around it and, once a pixel is 6 points (8 CSS pixels) large,
    /// a hairline grid.
    func draw(_ picture: Picture, in frame: Rectangle, _ context: FigureContext, figure: String) throws {
        let frame = crisp(frame)
        try picture.check(figure)
        try draw(in: frame) { try picture.colors(in: context, figure: figure) }
        let cell = Size(width: frame.width / Double(picture.width), height: frame.height / Double(picture.height))
        if min(cell.width, cell.height) > 6 {
            CellGrid(rows: picture.height, columns: picture.width, cell: cell, at: Point(frame.x, frame.y))
                .rule(on: self, context.theme.hairline, width: 0.36)
        } else {
            stroke(Path(frame), context.theme.hairline, width: 0.5)
        }
    }
}
