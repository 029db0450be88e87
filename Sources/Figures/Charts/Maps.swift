import Drawing
import Imaging
import Languages

/// A picture of values with the legend of its colours: of either sign, blue below zero and orange above, or of
/// magnitudes in cividis.
public struct ValueMap: Figure {
    /// How the values become colours.
    public enum Scale: Hashable, Sendable {
        /// Zero in the middle; the strongest colours on both sides stand for `limit`, else for the largest found.
        case signed(limit: Float? = nil)
        /// Dark for zero; the brightest colour stands for `limit`, else for the largest found.
        case magnitude(limit: Float? = nil)
    }

    /// One value a pixel.
    public let values: GrayImage
    /// How they become colours.
    public let scale: Scale
    /// What the values are; stands over the legend.
    public let legend: Localized?
    /// The window that is shown enlarged under the map; `nil` for none.
    public let detail: Detail?
    /// How much of a page's width the map asks for.
    public let breadth: Breadth

    /// A map of values.
    public init(
        _ values: GrayImage, _ scale: Scale, legend: Localized? = nil, detail: Detail? = nil,
        breadth: Breadth = .column
    ) {
        self.values = values
        self.scale = scale
        self.legend = legend
        self.detail = detail
        self.breadth = breadth
    }

    var picture: Picture {
        switch scale {
        case .signed(let limit): .signed(values, limit: limit)
        case .magnitude(let limit): .magnitude(values, limit: limit)
        }
    }

    /// What kind of map it is, and the smallest and the largest value.
    public var alternative: Localized {
        let kind =
            switch scale {
            case .signed:
                Localized(.mapsSigned)
            case .magnitude:
                Localized(.mapsMagnitude)
            }
        return kind + picture.rangeInWords
    }

    /// Lays out the picture over its legend, at most 0.72 times as high as the page is wide.
    public func layout(width: Double, in context: FigureContext) throws -> Block {
        try Pictures([.init(picture)], legend: legend, detail: detail, maximumHeight: 0.72 * width)
            .layout(width: width, in: context)
    }
}

/// A picture of angles as hue, dark where they are weak, with a wheel that tells which colour is which
/// direction. Angles are in radians and grow clockwise, as `atan2` gives them with rows counted downwards.
public struct AngleMap: Figure {
    /// The angle of every pixel, in radians, growing clockwise.
    public let angles: GrayImage
    /// How strong each is, in any unit; as many as there are angles.
    public let strength: GrayImage
    /// How much of a page's width the figure asks for.
    public let breadth: Breadth

    /// A map of angles, as bright as they are strong.
    public init(angles: GrayImage, strength: GrayImage, breadth: Breadth = .column) {
        self.angles = angles
        self.strength = strength
        self.breadth = breadth
    }

    /// The size of the map, and how it is read.
    public var alternative: Localized {
        Localized(.mapsAngles, ["width": .integer(angles.width), "height": .integer(angles.height)])
    }

    /// Lays out the map with its wheel at the right.
    ///
    /// - Throws: `FigureError` for a map without pixels, with values that are not finite, or with other counts of angles and
    ///   strengths.
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
