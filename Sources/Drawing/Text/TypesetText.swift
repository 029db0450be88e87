import CCairo

/// A text with its glyphs chosen and its lines broken: it has a size and can be drawn.
public final class TypesetText {
    let layout: OpaquePointer
    /// What was set.
    public let text: String
    /// The space that its lines take, in points.
    public let size: Size
    /// From the top to the first baseline, in points.
    public let baseline: Double
    /// How many lines.
    public let lines: Int
    let capHeight: Double
    let missingGlyphs: Int

    /// The width of the widest line, in points.
    public var width: Double { size.width }
    /// The height of all lines, in points.
    public var height: Double { size.height }

    /// Takes ownership of `layout`.
    init(_ layout: OpaquePointer) {
        self.layout = layout
        text = String(cString: pango_layout_get_text(layout))
        var logical = PangoRectangle()
        pango_layout_get_extents(layout, nil, &logical)
        let unit = 1 / Double(PANGO_SCALE)
        size = Size(width: Double(logical.width) * unit, height: Double(logical.height) * unit)
        baseline = Double(pango_layout_get_baseline(layout)) * unit
        lines = Int(pango_layout_get_line_count(layout))
        missingGlyphs = Int(pango_layout_get_unknown_glyphs_count(layout))
        let font = pango_layout_get_font_description(layout)
        // Capitals of Inter and DejaVu Sans are 0.727 and 0.729 of the size high.
        capHeight = Double(pango_font_description_get_size(font)) * unit * 0.728
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(layout)) }

    /// Where the text stands if the anchored place of it is put on `point`.
    public func frame(at point: Point, _ anchor: Anchor) -> Rectangle {
        let x =
            switch anchor.horizontal {
            case .leading: point.x
            case .center: point.x - width / 2
            case .trailing: point.x - width
            }
        let y =
            switch anchor.vertical {
            case .top: point.y
            case .middle: lines > 1 ? point.y - height / 2 : point.y + capHeight / 2 - baseline
            case .baseline: point.y - baseline
            case .bottom: point.y - height
            }
        return Rectangle(x: x, y: y, width: width, height: height)
    }
}

extension Canvas {
    /// Draws a text with the anchored place of it on `point`, turned about that point.
    ///
    /// - Parameter angle: in radians, clockwise as seen; a quarter turn back (`-.pi / 2`) reads upwards.
    public func draw(
        _ text: TypesetText, at point: Point, _ anchor: Anchor = .leading, color: Color, turned angle: Double = 0
    ) {
        if isMute {
            transcript?.marks.append(Mark(.text(text.text), frame: text.frame(at: point, anchor), color: color))
            return
        }
        isolated {
            translate(x: point.x, y: point.y)
            if angle != 0 { rotate(by: angle) }
            let frame = text.frame(at: .zero, anchor)
            if transcript != nil {
                transcript?.marks.append(Mark(.text(text.text), frame: onPage(frame), color: color))
            }
            var logical = PangoRectangle()
            pango_layout_get_extents(text.layout, nil, &logical)
            let shift = Double(logical.x) / Double(PANGO_SCALE)
            cairo_set_source_rgba(context, color.red, color.green, color.blue, color.alpha)
            cairo_move_to(context, frame.x - shift, frame.y)
            pango_cairo_show_layout(context, text.layout)
            cairo_new_path(context)
        }
    }
}
