import Drawing
import Platform
import Imaging
import Languages

/// A gradient as arrows over its picture: each points to where the picture grows brighter, as long as the
/// gradient is strong.
public struct ArrowField: Figure {
    /// The picture under the arrows.
    public let picture: GrayImage
    /// How steeply it brightens to the right, a value a pixel.
    public let x: GrayImage
    /// How steeply it brightens downwards, a value a pixel.
    public let y: GrayImage
    /// From arrow to arrow, in pixels.
    public let step: Int
    /// The least magnitude that gets an arrow, as a share of the largest.
    public let threshold: Double
    /// What the arrows are; decides their colour.
    public let role: Role
    /// How much of a page's width the figure asks for.
    public let breadth: Breadth

    /// - Parameters:
    ///   - picture: lies pale under the arrows.
    ///   - x: the gradient to the right, one value a pixel.
    ///   - y: the gradient downwards, one value a pixel.
    ///   - step: one arrow for this many pixels in each direction, at the strongest of them.
    ///   - threshold: arrows below this share of the strongest are left out.
    public init(
        over picture: GrayImage, x: GrayImage, y: GrayImage, step: Int = 8, threshold: Double = 0.12,
        role: Role = .kernel, breadth: Breadth = .column
    ) {
        self.picture = picture
        self.x = x
        self.y = y
        self.step = max(1, step)
        self.threshold = threshold
        self.role = role
        self.breadth = breadth
    }

    /// The size of the picture, and how many arrows lie on it.
    public var alternative: Localized {
        Localized(.arrows, ["width": .integer(picture.width), "height": .integer(picture.height)])
    }

    /// Lays out the picture with its arrows.
    ///
    /// - Throws: `FigureError` for pictures of different sizes, or for values that are not finite.
    public func layout(width: Double, in context: FigureContext) throws -> Block {
        guard picture.width > 0, picture.height > 0 else {
            throw FigureError.empty(figure: "A field of arrows", what: "pixel")
        }
        for gradient in [x, y] {
            guard gradient.width == picture.width, gradient.height == picture.height else {
                throw FigureError.mismatch(
                    figure: "A field of arrows", what: "values of the gradient", expected: picture.pixels.count,
                    got: gradient.pixels.count)
            }
            guard gradient.pixels.allSatisfy(\.isFinite) else {
                throw FigureError.notFinite(figure: "A field of arrows", what: "the gradient")
            }
        }
        let scale = min(width / Double(picture.width), 0.72 * width / Double(picture.height))
        let size = Size(width: Double(picture.width) * scale, height: Double(picture.height) * scale)
        let arrows = strongest()
        let most = arrows.map(\.length).max() ?? 0
        return Block(size) { canvas, origin in
            let frame = Rectangle(x: origin.x, y: origin.y, width: size.width, height: size.height)
            try canvas.draw(.gray(picture), in: frame, context, figure: "A field of arrows")
            canvas.fill(frame, context.theme.paper.opacity(0.55))
            guard most > 0 else { return }
            let reach = Double(step) * scale * 0.95
            canvas.isolated {
                canvas.clip(to: Path(frame.inset(-2)))
                for arrow in arrows where arrow.length >= threshold * most {
                    let middle = origin + Point(Double(arrow.column) + 0.5, Double(arrow.row) + 0.5) * scale
                    let half = Point(arrow.dx, arrow.dy) * (reach / most / 2)
                    canvas.arrow(
                        from: middle - half, to: middle + half, context.theme.color(role), width: 0.9,
                        head: min(4.5, max(2.5, reach * 0.4)))
                }
            }
        }
    }

    private struct Arrow {
        let row: Int
        let column: Int
        let dx: Double
        let dy: Double
        var length: Double { (dx * dx + dy * dy).squareRoot() }
    }

    /// The strongest gradient of every square of `step` by `step` pixels.
    private func strongest() -> [Arrow] {
        stride(from: 0, to: picture.height, by: step).flatMap { top in
            stride(from: 0, to: picture.width, by: step).compactMap { left in
                (top..<min(picture.height, top + step)).flatMap { row in
                    (left..<min(picture.width, left + step)).map { column in
                        Arrow(row: row, column: column, dx: Double(x[row, column]), dy: Double(y[row, column]))
                    }
                }.max { $0.length < $1.length }
            }
        }
    }
}
