import Imaging

/// Paper to draw on. `y` grows downwards; what is drawn later covers what was drawn before.
///
/// A canvas belongs to one thread at a time and shares nothing with others, so several threads can draw, each
/// on its own. Drawing itself doesn't throw: an error is kept and thrown when the result is taken.
public final class Canvas {
    let pen: any Pen
    /// Pixels of an image, or points of a document.
    public let width: Int
    /// Pixels of an image, or points of a document.
    public let height: Int
    /// Pixels to a unit of the transcript.
    let unit: Double
    /// What has been drawn, if the canvas keeps a record.
    public internal(set) var transcript: Transcript?
    /// How much of it is kept.
    let detail: Transcript.Detail
    /// Whether what is drawn can be seen, or is written down alone.
    private let isSeen: Bool
    /// How many times as thick as asked lines are drawn, their dashes as many times as long.
    public var lineScale = 1.0

    init(
        _ pen: any Pen, width: Int, height: Int, unit: Double = 1, transcript: Transcript? = nil,
        detail: Transcript.Detail = .everything, isSeen: Bool = true
    ) {
        self.isSeen = isSeen
        self.detail = transcript == nil ? .nothing : detail
        self.pen = pen
        self.width = width
        self.height = height
        self.unit = unit
        self.transcript = transcript
    }

    // MARK: State

    /// Draws with what `body` changes (transform, clip) undone afterwards.
    public func isolated<Failure: Error>(_ body: () throws(Failure) -> Void) throws(Failure) {
        pen.save()
        defer { pen.restore() }
        try body()
    }

    /// Moves the origin.
    public func translate(x: Double, y: Double) { pen.concatenate(Transform(x0: x, y0: y)) }

    /// Scales the axes.
    public func scale(x: Double, y: Double) { pen.concatenate(Transform(xx: x, yy: y)) }

    /// Turns the axes by an angle in radians, clockwise as seen.
    public func rotate(by angle: Double) { pen.concatenate(.rotation(angle)) }

    /// Applies any linear map and shift before what is in force already.
    public func concatenate(_ transform: Transform) { pen.concatenate(transform) }

    /// Keeps what is drawn from now on inside a path, until the end of `isolated`.
    public func clip(to path: Path) { pen.clip(to: path) }

    // MARK: Shapes

    /// Fills a path.
    public func fill(_ path: Path, _ paint: Paint) {
        if detail == .everything { note(.fill, pen.extents(of: path, nil), paint) }
        if case .hatch(let hatch) = paint { fill(path, hatch) } else { pen.fill(path, paint) }
    }

    /// Lines and dots of a hatch are clipped, not an image, so that a page in vectors keeps them as such.
    private func fill(_ path: Path, _ hatch: Hatch) {
        pen.fill(path, .color(hatch.ground))
        isolated {
            pen.clip(to: path)
            let marks = hatch.path(covering: pen.extents(of: path, nil))
            switch hatch.pattern {
            case .dots: pen.fill(marks, .color(hatch.ink))
            case .lines: pen.stroke(marks, .color(hatch.ink), Stroke(width: hatch.width * lineScale))
            }
        }
    }

    /// Fills a path with one colour.
    public func fill(_ path: Path, _ color: Color) { fill(path, .color(color)) }

    /// Fills a rectangle with one colour.
    public func fill(_ rectangle: Rectangle, _ color: Color) { fill(Path(rectangle), .color(color)) }

    /// Draws a path's line.
    public func stroke(_ path: Path, _ paint: Paint, _ stroke: Stroke) {
        let stroke = stroke.scaled(by: lineScale)
        if detail == .everything { note(.stroke, pen.extents(of: path, stroke), paint) }
        pen.stroke(path, paint, stroke)
    }

    /// Draws a path's line in one colour.
    public func stroke(_ path: Path, _ color: Color, _ stroke: Stroke) { self.stroke(path, .color(color), stroke) }

    /// Draws a path's line in one colour, `width` wide.
    public func stroke(_ path: Path, _ color: Color, width: Double) { stroke(path, color, Stroke(width: width)) }

    /// Covers everything inside the clip.
    public func paint(_ color: Color) { pen.cover(with: color) }

    /// Draws a picture of pixels into a frame. Enlarged, its pixels stay crisp squares (nearest neighbour);
    /// reduced, they are averaged.
    ///
    /// - Throws: `DrawingError.surfaceSize` for a picture without pixels or with a side over 32,767.
    public func draw(_ image: ColorImage, in frame: Rectangle) throws(DrawingError) {
        try pen.draw(image, in: frame)
        noteImage(in: frame)
    }

    /// Draws a picture that is made only if it can be seen: a canvas that merely notes what lies where has no use for its
    /// pixels, and figures are laid out more often than they are drawn.
    ///
    /// - Throws: what making and drawing it throw.
    public func draw(in frame: Rectangle, making image: () throws -> ColorImage) throws {
        if isSeen { try draw(image(), in: frame) } else { noteImage(in: frame) }
    }

    private func noteImage(in frame: Rectangle) {
        if detail == .everything { transcript?.marks.append(Mark(.image, frame: onPage(frame), color: nil)) }
    }

    /// Makes everything clear again, transform and clip included, so that a canvas can be used once more.
    public func erase() { pen.erase() }

    // MARK: Inside

    private func note(_ kind: Mark.Kind, _ frame: Rectangle, _ paint: Paint) {
        let color: Color? =
            switch paint {
            case .color(let color): color
            case .hatch(let hatch): hatch.ink
            case .gradient: nil
            }
        transcript?.marks.append(Mark(kind, frame: onPage(frame), color: color))
    }

    /// A rectangle of the current axes in the canvas's own: points of a page.
    func onPage(_ frame: Rectangle) -> Rectangle {
        let transform = pen.transform
        let corners = [
            Point(frame.minX, frame.minY), Point(frame.maxX, frame.minY), Point(frame.minX, frame.maxY),
            Point(frame.maxX, frame.maxY),
        ].map { transform.apply($0) * (1 / unit) }
        let (xs, ys) = (corners.map(\.x), corners.map(\.y))
        let (left, top) = (xs.min() ?? 0, ys.min() ?? 0)
        return Rectangle(x: left, y: top, width: (xs.max() ?? 0) - left, height: (ys.max() ?? 0) - top)
    }
}
