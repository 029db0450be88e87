import Platform
import Imaging

/// Writes down what is drawn, as a value. Transforms are applied here; no library is asked.
final class Recorder: Pen {
    private var drawing: VectorDrawing
    private var failure: DrawingError?
    private(set) var transform = Transform.identity
    private var clips: [VectorDrawing.Outline] = []
    private var kept: [(transform: Transform, clips: [VectorDrawing.Outline])] = []
    let hasPixels = false

    init(page: Size) { drawing = VectorDrawing(size: page) }

    /// What has been drawn so far.
    ///
    /// - Throws: the first thing that went wrong.
    func recorded() throws(DrawingError) -> VectorDrawing {
        if let failure { throw failure }
        guard (drawing.size.width + drawing.size.height).isFinite else { throw .notFinite(what: "The size of a page") }
        return drawing
    }

    // MARK: State

    func save() { kept.append((transform, clips)) }

    func restore() { if let last = kept.popLast() { (transform, clips) = last } }

    func concatenate(_ transform: Transform) {
        self.transform = transform.followed(by: self.transform)
        if self.transform.inverse == nil { fail("A transform, or the way back from it,") }
    }

    func clip(to path: Path) { if let outline = outline(of: path) { clips.append(outline) } }

    func erase() {
        drawing = VectorDrawing(size: drawing.size)
        (transform, clips, failure) = (.identity, [], nil)
    }

    // MARK: Drawing

    func fill(_ path: Path, _ paint: Paint) {
        guard !path.isEmpty, paint.isSeen, let outline = outline(of: path), let paint = placed(paint) else { return }
        add(.fill(outline, paint))
    }

    func stroke(_ path: Path, _ paint: Paint, _ stroke: Stroke) {
        guard !path.isEmpty, paint.isSeen, let outline = outline(of: path), let paint = placed(paint) else { return }
        guard (stroke.dash.reduce(stroke.width, +)).isFinite else { return fail("The width of a line") }
        let scale = outline.transform == nil ? transform.scale ?? 1 : 1
        add(.stroke(outline, paint, stroke.scaled(by: scale)))
    }

    func cover(with color: Color) {
        if drawing.items.isEmpty, clips.isEmpty, color.alpha >= 1 {
            drawing.paper = color
        } else if color.alpha > 0 {
            let page = Rectangle(x: 0, y: 0, width: drawing.size.width, height: drawing.size.height)
            add(.fill(.init(path: Path(page)), .color(color)))
        }
    }

    func draw(_ image: ColorImage, in frame: Rectangle) throws(DrawingError) {
        guard image.width > 0, image.height > 0, image.width <= Surface.maximumSide,
            image.height <= Surface.maximumSide, let png = try? PNG.encode(image)
        else { throw .surfaceSize(width: image.width, height: image.height) }
        let picture = VectorDrawing.Picture(
            width: image.width, height: image.height, png: Data(png).base64EncodedString())
        let place = Transform(
            xx: frame.width / Double(image.width), yy: frame.height / Double(image.height), x0: frame.x, y0: frame.y
        ).followed(by: transform)
        guard place.isFinite else { return fail("The place of a picture") }
        add(.picture(picture, place))
    }

    func draw(_ text: TypesetText, at corner: Point, color: Color) {
        guard color.alpha > 0 else { return }
        let place = Transform(x0: corner.x, y0: corner.y).followed(by: transform)
        guard place.isFinite else { return fail("The place of a text") }
        add(
            .text(
                .init(
                    runs: text.runs, style: text.style, families: text.families, color: color, transform: place)))
    }

    func extents(of path: Path, _ stroke: Stroke?) -> Rectangle {
        path.bounds.inset(-(stroke?.width ?? 0) / 2)
    }

    // MARK: Inside

    private func add(_ content: VectorDrawing.Content) { drawing.items.append(.init(content: content, clips: clips)) }

    private func fail(_ what: String) { failure = failure ?? .notFinite(what: what) }

    private func outline(of path: Path) -> VectorDrawing.Outline? {
        guard path.isFinite else {
            fail("A place on a line")
            return nil
        }
        guard let scale = transform.scale else { return .init(path: path, transform: transform) }
        return .init(path: path.transformed(by: transform, scale: scale))
    }

    /// A paint of which the places are where its outline has them.
    private func placed(_ paint: Paint) -> Paint? {
        switch paint {
        case .color: return paint
        case .hatch(let hatch): return .color(hatch.ink)
        case .gradient(let start, let end, let stops):
            guard start.isFinite, end.isFinite else {
                fail("The place of a gradient")
                return nil
            }
            guard transform.scale != nil else { return paint }
            return .gradient(from: transform.apply(start), to: transform.apply(end), stops: stops)
        }
    }
}

extension Paint {
    /// Whether anything of it shows.
    fileprivate var isSeen: Bool {
        switch self {
        case .color(let color): color.alpha > 0
        case .gradient(_, _, let stops): stops.contains { $0.color.alpha > 0 }
        case .hatch(let hatch): hatch.ink.alpha > 0
        }
    }
}
