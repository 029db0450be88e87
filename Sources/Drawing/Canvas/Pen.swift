import Imaging

/// What a canvas draws with. Places are in the axes that `concatenate` has put in force.
protocol Pen: AnyObject {
    /// From the axes in force to those of the canvas.
    var transform: Transform { get }
    /// Whether what is drawn becomes pixels, which have borders.
    var hasPixels: Bool { get }

    /// Keeps transform and clip until the `restore` that belongs to it.
    func save()
    func restore()
    /// Applies a transform before those in force already.
    func concatenate(_ transform: Transform)
    func clip(to path: Path)
    /// Makes everything clear again, transform and clip included.
    func erase()

    func fill(_ path: Path, _ paint: Paint)
    func stroke(_ path: Path, _ paint: Paint, _ stroke: Stroke)
    /// Covers everything inside the clip.
    func cover(with color: Color)
    func draw(_ image: ColorImage, in frame: Rectangle) throws(DrawingError)
    /// Draws a text with the upper left corner of its frame on `corner`.
    func draw(_ text: TypesetText, at corner: Point, color: Color)

    /// Where a path's area or line lies, in the axes in force.
    func extents(of path: Path, _ stroke: Stroke?) -> Rectangle
}

/// Draws nothing and knows where: for who wants to know which texts a drawing has.
final class MutePen: Pen {
    private(set) var transform = Transform.identity
    private var kept: [Transform] = []
    let hasPixels = false

    func save() { kept.append(transform) }
    func restore() { transform = kept.popLast() ?? transform }
    func concatenate(_ transform: Transform) { self.transform = transform.followed(by: self.transform) }
    func clip(to path: Path) {}
    func erase() { transform = .identity }
    func fill(_ path: Path, _ paint: Paint) {}
    func stroke(_ path: Path, _ paint: Paint, _ stroke: Stroke) {}
    func cover(with color: Color) {}
    func draw(_ image: ColorImage, in frame: Rectangle) {}
    func draw(_ text: TypesetText, at corner: Point, color: Color) {}
    func extents(of path: Path, _ stroke: Stroke?) -> Rectangle { path.bounds }
}
