import CCairo
import Imaging

/// Draws with Cairo: pixels, or the lines and curves of a PDF.
final class CairoPen: Pen {
    let surface: Surface
    private var context: OpaquePointer { surface.context }

    init(_ surface: Surface) { self.surface = surface }

    // MARK: State

    var transform: Transform {
        var matrix = cairo_matrix_t()
        cairo_get_matrix(context, &matrix)
        return Transform(
            xx: matrix.xx, yx: matrix.yx, xy: matrix.xy, yy: matrix.yy, x0: matrix.x0, y0: matrix.y0)
    }

    var hasPixels: Bool { surface.isImage }

    func save() { cairo_save(context) }
    func restore() { cairo_restore(context) }

    func concatenate(_ transform: Transform) {
        var matrix = cairo_matrix_t(
            xx: transform.xx, yx: transform.yx, xy: transform.xy, yy: transform.yy, x0: transform.x0,
            y0: transform.y0)
        cairo_transform(context, &matrix)
    }

    func clip(to path: Path) {
        trace(path)
        cairo_clip(context)
    }

    func erase() {
        cairo_identity_matrix(context)
        cairo_reset_clip(context)
        cairo_save(context)
        cairo_set_operator(context, CAIRO_OPERATOR_CLEAR)
        cairo_paint(context)
        cairo_restore(context)
    }

    // MARK: Drawing

    func fill(_ path: Path, _ paint: Paint) {
        surface.beginTags()
        trace(path)
        withSource(paint) { cairo_fill(context) }
    }

    func stroke(_ path: Path, _ paint: Paint, _ stroke: Stroke) {
        surface.beginTags()
        trace(path)
        set(stroke)
        withSource(paint) { cairo_stroke(context) }
    }

    func cover(with color: Color) { withSource(.color(color)) { cairo_paint(context) } }

    func draw(_ image: ColorImage, in frame: Rectangle) throws(DrawingError) {
        let (width, height) = (image.width, image.height)
        let picture = try Surface(image)
        surface.beginTags()
        save()
        defer { restore() }
        cairo_translate(context, frame.x, frame.y)
        clip(to: Path(Rectangle(x: 0, y: 0, width: frame.width, height: frame.height)))
        cairo_scale(context, frame.width / Double(width), frame.height / Double(height))
        var (dx, dy) = (1.0, 1.0)
        cairo_user_to_device_distance(context, &dx, &dy)
        let isReduced = min(abs(dx), abs(dy)) < 1
        cairo_set_source_surface(context, picture.handle, 0, 0)
        cairo_pattern_set_filter(cairo_get_source(context), isReduced ? CAIRO_FILTER_GOOD : CAIRO_FILTER_NEAREST)
        cairo_pattern_set_extend(cairo_get_source(context), CAIRO_EXTEND_PAD)
        cairo_paint(context)
    }

    func draw(_ text: TypesetText, at corner: Point, color: Color) {
        surface.beginTags()
        cairo_set_source_rgba(context, color.red, color.green, color.blue, color.alpha)
        cairo_move_to(context, corner.x - text.inset, corner.y)
        pango_cairo_show_layout(context, text.layout)
        cairo_new_path(context)
    }

    func extents(of path: Path, _ stroke: Stroke?) -> Rectangle {
        trace(path)
        var (left, top, right, bottom) = (0.0, 0.0, 0.0, 0.0)
        if let stroke {
            set(stroke)
            cairo_stroke_extents(context, &left, &top, &right, &bottom)
        } else {
            cairo_fill_extents(context, &left, &top, &right, &bottom)
        }
        return Rectangle(x: left, y: top, width: right - left, height: bottom - top)
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

    private func set(_ stroke: Stroke) {
        cairo_set_line_width(context, stroke.width)
        cairo_set_line_cap(context, stroke.cap.cairo)
        cairo_set_line_join(context, stroke.join.cairo)
        cairo_set_dash(context, stroke.dash, Int32(clamping: stroke.dash.count), 0)
    }

    private func withSource(_ paint: Paint, _ draw: () -> Void) {
        switch paint {
        case .color(let color): cairo_set_source_rgba(context, color.red, color.green, color.blue, color.alpha)
        case .hatch(let hatch): return withSource(.color(hatch.ink), draw)
        case .gradient(let start, let end, let stops):
            let pattern = cairo_pattern_create_linear(start.x, start.y, end.x, end.y)
            defer { cairo_pattern_destroy(pattern) }
            for stop in stops {
                let color = stop.color
                cairo_pattern_add_color_stop_rgba(
                    pattern, stop.share, color.red, color.green, color.blue, color.alpha)
            }
            cairo_set_source(context, pattern)
        }
        draw()
    }
}

extension Stroke.Cap {
    fileprivate var cairo: cairo_line_cap_t {
        switch self {
        case .butt: CAIRO_LINE_CAP_BUTT
        case .round: CAIRO_LINE_CAP_ROUND
        case .square: CAIRO_LINE_CAP_SQUARE
        }
    }
}

extension Stroke.Join {
    fileprivate var cairo: cairo_line_join_t {
        switch self {
        case .miter: CAIRO_LINE_JOIN_MITER
        case .round: CAIRO_LINE_JOIN_ROUND
        case .bevel: CAIRO_LINE_JOIN_BEVEL
        }
    }
}
