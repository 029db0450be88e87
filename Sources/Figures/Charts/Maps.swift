import Drawing
import Imaging
import Languages

/// A picture of signed values, such as a filter's answer: blue below zero, orange above, with its legend.
public struct SignedMap: Figure {
    public let values: GrayImage
    public let limit: Float?
    public let legend: Bilingual?
    public let breadth: Breadth

    /// - Parameters:
    ///   - limit: the value of the strongest colours; the largest found by default.
    ///   - legend: what the values are, over the legend.
    public init(_ values: GrayImage, limit: Float? = nil, legend: Bilingual? = nil, breadth: Breadth = .column) {
        self.values = values
        self.limit = limit
        self.legend = legend
        self.breadth = breadth
    }

    public var alternative: Bilingual {
        Bilingual(
            en: "A map of signed values, zero in the middle.", es: "Un mapa de valores con signo, el cero en el centro."
        )
            + Picture.signed(values).rangeInWords
    }

    public func layout(width: Double, in context: FigureContext) throws -> Block {
        try Pictures([.init(.signed(values, limit: limit))], legend: legend, maximumHeight: 0.72 * width)
            .layout(width: width, in: context)
    }
}

/// A picture of magnitudes in cividis with its legend.
public struct MagnitudeMap: Figure {
    public let values: GrayImage
    public let limit: Float?
    public let legend: Bilingual?
    public let breadth: Breadth

    /// - Parameters:
    ///   - limit: the value of the brightest colour; the largest found by default.
    ///   - legend: what the values are, over the legend.
    public init(_ values: GrayImage, limit: Float? = nil, legend: Bilingual? = nil, breadth: Breadth = .column) {
        self.values = values
        self.limit = limit
        self.legend = legend
        self.breadth = breadth
    }

    public var alternative: Bilingual {
        Bilingual(
            en: "A map of magnitudes, dark for weak, bright for strong.",
            es: "Un mapa de magnitudes, oscuro lo débil, claro lo fuerte.")
            + Picture.magnitude(values).rangeInWords
    }

    public func layout(width: Double, in context: FigureContext) throws -> Block {
        try Pictures([.init(.magnitude(values, limit: limit))], legend: legend, maximumHeight: 0.72 * width)
            .layout(width: width, in: context)
    }
}

/// A picture of angles as hue, dark where they are weak, with a wheel that tells which colour is which
/// direction. Angles are in radians and grow clockwise, as `atan2` gives them with rows counted downwards.
public struct AngleMap: Figure {
    public let angles: GrayImage
    public let strength: GrayImage
    public let breadth: Breadth

    public init(angles: GrayImage, strength: GrayImage, breadth: Breadth = .column) {
        self.angles = angles
        self.strength = strength
        self.breadth = breadth
    }

    public var alternative: Bilingual {
        Bilingual(
            en:
                "A map of \(angles.width) by \(angles.height) angles: the hue tells the direction, the brightness how strong it is; a wheel beside it tells which hue is which angle.",
            es:
                "Un mapa de \(angles.width) por \(angles.height) ángulos: el tono indica la dirección y el brillo su fuerza; una rueda al lado muestra qué tono es cada ángulo."
        )
    }

    public func layout(width: Double, in context: FigureContext) throws -> Block {
        guard angles.width > 0, angles.height > 0 else {
            throw FigureError.empty(figure: "A map of angles", what: "pixel")
        }
        let wheel = AngleWheel(diameter: 64)
        let room = try wheel.size(in: context)
        let scale = min((width - room.width - 16) / Double(angles.width), 0.72 * width / Double(angles.height))
        let size = Size(width: Double(angles.width) * scale, height: Double(angles.height) * scale)
        let picture = Block.picture(
            .angle(angles, strength: strength), size: size, in: context, figure: "A map of angles")
        let legend = Block(room) { canvas, origin in
            try wheel.draw(on: canvas, center: origin + Point(room.width / 2, room.height / 2), context)
        }
        return .row([picture, legend], gap: 16, .center)
    }
}
