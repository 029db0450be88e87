import CCairo

/// Paper to draw on. `y` grows downwards; what is drawn later covers what was drawn before.
///
/// A canvas belongs to one thread at a time and shares nothing with others, so several threads can draw, each
/// on its own. Drawing itself doesn't throw: an error is kept and thrown when the result is taken.
public final class Canvas {
    let surface: Surface
    var context: OpaquePointer { surface.context }
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
    /// Whether nothing is drawn: the canvas only writes down texts.
    let isMute: Bool
    /// How many times as thick as asked lines are drawn, their dashes as many times as long.
    public var lineScale = 1.0

    init(
        _ surface: Surface, width: Int, height: Int, unit: Double = 1, transcript: Transcript? = nil,
        detail: Transcript.Detail = .everything, isMute: Bool = false
    ) {
        self.detail = transcript == nil ? .nothing : detail
        self.isMute = isMute
        self.surface = surface
        self.width = width
        self.height = height
        self.unit = unit
        self.transcript = transcript
    }

    // MARK: State

    /// Draws with what `body` changes (transform, clip) undone afterwards.
    public func isolated<Failure: Error>(_ body: () throws(Failure) -> Void) throws(Failure) {
        cairo_save(context)
        defer { cairo_restore(context) }
        try body()
    }

    /// Moves the origin.
    public func translate(x: Double, y: Double) { cairo_translate(context, x, y) }

    /// Scales the axes.
    public func scale(x: Double, y: Double) { cairo_scale(context, x, y) }

    /// Turns the axes by an angle in radians, clockwise as seen.
    public func rotate(by angle: Double) { cairo_rotate(context, angle) }

    /// Applies any linear map and shift before what is in force already.
    public func concatenate(_ transform: Transform) {
        var matrix = cairo_matrix_t(
            xx: transform.xx, yx: transform.yx, xy: transform.xy, yy: transform.yy, x0: transform.x0,
            y0: transform.y0)
        cairo_transform(context, &matrix)
    }

    /// Keeps what is drawn from now on inside a path, until the end of `isolated`.
    public func clip(to path: Path) {
        trace(path)
        cairo_clip(context)
    }

    // MARK: Shapes

    /// Fills a path.
    public func fill(_ path: Path, _ paint: Paint) {
        if isMute { return }
        trace(path)
        if detail == .everything { note(.fill, extents: cairo_fill_extents, paint: paint) }
        if case .hatch(let hatch) = paint {
            fillTraced(with: hatch)
        } else {
            withSource(paint) { cairo_fill(context) }
        }
    }

    /// Fills the path traced last. The marks are clipped lines and dots, not an image, so that a page in vectors
    /// keeps them as such.
    private func fillTraced(with hatch: Hatch) {
        var (left, top, right, bottom) = (0.0, 0.0, 0.0, 0.0)
        cairo_fill_extents(context, &left, &top, &right, &bottom)
        isolated {
            withSource(.color(hatch.ground)) { cairo_fill_preserve(context) }
            cairo_clip(context)
            trace(hatch.path(covering: Rectangle(x: left, y: top, width: right - left, height: bottom - top)))
            cairo_set_line_width(context, hatch.width * lineScale)
            cairo_set_line_cap(context, CAIRO_LINE_CAP_BUTT)
            cairo_set_dash(context, nil, 0, 0)
            withSource(.color(hatch.ink)) { hatch.pattern == .dots ? cairo_fill(context) : cairo_stroke(context) }
            cairo_new_path(context)
        }
    }

    /// Fills a path with one colour.
    public func fill(_ path: Path, _ color: Color) { fill(path, .color(color)) }

    /// Fills a rectangle with one colour.
    public func fill(_ rectangle: Rectangle, _ color: Color) { fill(Path(rectangle), .color(color)) }

    /// Draws a path's line.
    public func stroke(_ path: Path, _ paint: Paint, _ stroke: Stroke) {
        if isMute { return }
        trace(path)
        cairo_set_line_width(context, stroke.width * lineScale)
        cairo_set_line_cap(context, stroke.cap.cairo)
        cairo_set_line_join(context, stroke.join.cairo)
        let dash = lineScale == 1 ? stroke.dash : stroke.dash.map { $0 * lineScale }
        cairo_set_dash(context, dash, Int32(clamping: dash.count), 0)
        if detail == .everything { note(.stroke, extents: cairo_stroke_extents, paint: paint) }
        withSource(paint) { cairo_stroke(context) }
    }

    /// Draws a path's line in one colour.
    public func stroke(_ path: Path, _ color: Color, _ stroke: Stroke) { self.stroke(path, .color(color), stroke) }

    /// Draws a path's line in one colour, `width` wide.
    public func stroke(_ path: Path, _ color: Color, width: Double) { stroke(path, color, Stroke(width: width)) }

    /// Covers everything inside the clip.
    public func paint(_ color: Color) {
        cairo_set_source_rgba(context, color.red, color.green, color.blue, color.alpha)
        cairo_paint(context)
    }

    /// Makes everything clear again, transform and clip included, so that a canvas can be used once more.
    public func erase() {
        cairo_identity_matrix(context)
        cairo_reset_clip(context)
        cairo_save(context)
        cairo_set_operator(context, CAIRO_OPERATOR_CLEAR)
        cairo_paint(context)
        cairo_restore(context)
    }

    // MARK: Inside

    private func trace(_ path: Path) {
        cairo_new_path(context)
        for element in path.elements {
            switch element {
            case .move(let point): cairo_move_to(context, point.x, point.y)
            case .line(let point): cairo_line_to(context, point.x, point.y)
            case .curve(let point, let first, let second):
                cairo_curve_to(context, first.x, first.y, second.x, second.y, point.x, point.y)
            case .arc(let center, let radius, let start, let end):
                if end >= start {
                    cairo_arc(context, center.x, center.y, radius, start, end)
                } else {
                    cairo_arc_negative(context, center.x, center.y, radius, start, end)
                }
            case .rectangle(let frame): cairo_rectangle(context, frame.x, frame.y, frame.width, frame.height)
            case .close: cairo_close_path(context)
            }
        }
    }

    private func withSource(_ paint: Paint, _ draw: () -> Void) {
        switch paint {
        case .color(let color):
            cairo_set_source_rgba(context, color.red, color.green, color.blue, color.alpha)
            draw()
        case .gradient(let start, let end, let stops):
            let pattern = cairo_pattern_create_linear(start.x, start.y, end.x, end.y)
            defer { cairo_pattern_destroy(pattern) }
            for stop in stops {
                let color = stop.color
                cairo_pattern_add_color_stop_rgba(
                    pattern, stop.share, color.red, color.green, color.blue, color.alpha)
            }
            cairo_set_source(context, pattern)
            draw()
        case .hatch(let hatch): withSource(.color(hatch.ink), draw)
        }
    }

    private typealias Extents = (
        OpaquePointer?, UnsafeMutablePointer<Double>?, UnsafeMutablePointer<Double>?,
        UnsafeMutablePointer<Double>?, UnsafeMutablePointer<Double>?
    ) -> Void

    private func note(_ kind: Mark.Kind, extents: Extents, paint: Paint) {
        var (left, top, right, bottom) = (0.0, 0.0, 0.0, 0.0)
        extents(context, &left, &top, &right, &bottom)
        let frame = Rectangle(x: left, y: top, width: right - left, height: bottom - top)
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
        let corners = [
            (frame.minX, frame.minY), (frame.maxX, frame.minY), (frame.minX, frame.maxY), (frame.maxX, frame.maxY),
        ].map { corner in
            var (x, y) = corner
            cairo_user_to_device(context, &x, &y)
            return Point(x / unit, y / unit)
        }
        let (xs, ys) = (corners.map(\.x), corners.map(\.y))
        let (left, top) = (xs.min() ?? 0, ys.min() ?? 0)
        return Rectangle(x: left, y: top, width: (xs.max() ?? 0) - left, height: (ys.max() ?? 0) - top)
    }
}

extension Stroke.Cap {
    var cairo: cairo_line_cap_t {
        switch self {
        case .butt: CAIRO_LINE_CAP_BUTT
        case .round: CAIRO_LINE_CAP_ROUND
        case .square: CAIRO_LINE_CAP_SQUARE
        }
    }
}

extension Stroke.Join {
    var cairo: cairo_line_join_t {
        switch self {
        case .miter: CAIRO_LINE_JOIN_MITER
        case .round: CAIRO_LINE_JOIN_ROUND
        case .bevel: CAIRO_LINE_JOIN_BEVEL
        }
    }
}
