import Drawing
import Imaging
import Languages

/// Edges in small patches, each with its two components as a right triangle: how far the gradient goes to the
/// right, how far down, and by Pythagoras how strong it is.
public struct GradientTriangles: Figure {
    /// One edge.
    public struct Example: Sendable {
        /// The pixels that the gradient was taken from.
        public let patch: GrayImage
        /// How steeply the picture brightens to the right.
        public let x: Double
        /// How steeply the picture brightens downwards.
        public let y: Double
        /// Stands under the triangle.
        public let caption: Localized

        /// - Parameters:
        ///   - x: the response of Sobel x.
        ///   - y: the response of Sobel y, positive if brighter below.
        public init(patch: GrayImage, x: Double, y: Double, caption: Localized) {
            self.patch = patch
            self.x = x
            self.y = y
            self.caption = caption
        }

        var magnitude: Double { (x * x + y * y).squareRoot() }
    }

    /// The patches in order.
    public let examples: [Example]
    /// How many stand on a line.
    public let columns: Int

    /// Patches of which the gradients are shown.
    ///
    /// - Parameter columns: how many side by side; all by default.
    public init(_ examples: [Example], columns: Int? = nil) {
        self.examples = examples
        self.columns = max(1, min(columns ?? examples.count, examples.count))
    }

    /// With fewer patches on a line.
    public var arrangements: [any Figure] {
        Balance.columns(of: examples.count, butNot: columns).map { GradientTriangles(examples, columns: $0) }
    }

    /// The gradient of each patch, with its magnitude and angle.
    public var alternative: Localized {
        let texts = examples.map { example in
            example.caption
                + Localized(same: " ")
                + Localized(
                    .trianglesSides,
                    [
                        "x": .phrase("\(example.x, digits: 0)"), "y": .phrase("\(example.y, digits: 0)"),
                        "magnitude": .phrase("\(example.magnitude, digits: 0)"),
                    ])
        }
        let list = texts.listed
        return Localized(.trianglesHead, ["edges": .localized(list)])
    }

    private static let magnitude = Localized(.columnsMagnitude)

    /// Lays out each patch over its triangle.
    ///
    /// - Throws: `FigureError` without examples, or for numbers that are not finite.
    public func layout(width: Double, in context: FigureContext) throws -> Block {
        guard !examples.isEmpty, examples.allSatisfy({ !$0.patch.pixels.isEmpty }) else {
            throw FigureError.empty(figure: "Triangles of gradients", what: "edge")
        }
        guard examples.allSatisfy({ $0.x.isFinite && $0.y.isFinite }) else {
            throw FigureError.notFinite(figure: "Triangles of gradients", what: "a gradient")
        }
        let gap = 24.0
        let room = (width - gap * Double(columns - 1)) / Double(columns)
        let side = min(92, room)
        let longest = examples.flatMap { [abs($0.x), abs($0.y)] }.max() ?? 0
        let scale = longest > 0 ? min(66, room * 0.5) / longest : 0
        let blocks = try examples.map { example in
            let factor = side / Double(max(example.patch.width, example.patch.height))
            let size = Size(
                width: Double(example.patch.width) * factor, height: Double(example.patch.height) * factor)
            let patch = Block.picture(.gray(example.patch), size: size, in: context, figure: "Triangles of gradients")
            let caption = try context.set(example.caption, .label, width: room)
            return try Block.column(
                [.text(caption, context.theme.ink), patch, triangle(example, scale: scale, room: room, context)],
                gap: 6
            ).padded(width: room)
        }
        return .column(blocks.lines(of: columns).map { .row($0, gap: gap) }, gap: 14)
    }

    private func triangle(_ example: Example, scale: Double, room: Double, _ context: FigureContext) throws -> Block {
        let theme = context.theme
        func number(_ name: String, _ value: Double) throws -> TypesetText {
            try context.set("\(name) = \(context.number(value, atMost: 1))", .label)
        }
        let x = try number("x", example.x)
        let y = try number("y", example.y)
        let m = try number(Self.magnitude.text(in: context.format), example.magnitude)
        let legs = Size(width: abs(example.x) * scale, height: abs(example.y) * scale)
        let area = Size(width: max(legs.width, 8), height: 70)
        let texts = [(x, theme.kernel), (y, theme.input), (m, theme.output)]
        let lines = texts.map { $0.0.height }.reduce(0, +) + 8
        return Block(Size(width: room, height: area.height + 10 + lines)) { canvas, origin in
            let start =
                origin
                + Point(
                    example.x < 0 ? legs.width + 4 : 4,
                    5 + (area.height - legs.height) / 2 + (example.y < 0 ? legs.height : 0))
            let corner = start + Point(example.x * scale, 0)
            let end = corner + Point(0, example.y * scale)
            let isTriangle = legs.width > 0 && legs.height > 0
            for (from, to, color) in [(start, corner, theme.kernel), (corner, end, theme.input)] where from != to {
                if isTriangle {
                    canvas.stroke(Path([from, to]), color, Stroke(width: 2, cap: .round))
                } else {
                    canvas.arrow(from: from, to: to, color, width: 2, head: 7)
                }
            }
            if isTriangle {
                canvas.arrow(from: start, to: end, theme.output, width: 2, head: 7)
                let inward = Point(example.x > 0 ? -5 : 5, example.y > 0 ? 5 : -5)
                let square = [
                    corner + Point(inward.x, 0), corner + inward, corner + Point(0, inward.y),
                ]
                canvas.stroke(Path(square), theme.quiet, width: 0.5)
            }
            if legs.width == 0, legs.height == 0 { canvas.fill(Path(circleAt: start, radius: 2), theme.output) }
            var top = origin.y + area.height + 10
            for (text, color) in texts {
                canvas.draw(text, at: Point(origin.x, top), .topLeading, color: color)
                top += text.height + 1
            }
        }
    }
}
