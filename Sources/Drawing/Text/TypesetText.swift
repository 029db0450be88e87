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
    /// How far right of the layout's own edge the lines begin, in points.
    let inset: Double
    let style: TextStyle
    /// The type families that were asked for, in order.
    let families: String
    private let outlines: GlyphOutlines
    /// The glyphs line by line, from the upper left corner of the frame.
    private(set) lazy var runs: [GlyphRun] = glyphRuns()

    /// Whether a line ends within a word, because there was no room for all of it.
    public var breaksWords: Bool {
        let bytes = Array(text.utf8)
        return (1..<max(1, lines)).contains { number in
            guard let line = pango_layout_get_line_readonly(layout, Int32(number))?.pointee else { return false }
            let start = Int(line.start_index)
            guard start > 0, start < bytes.count else { return false }
            let before = String(decoding: bytes[..<start], as: UTF8.self).last
            let behind = String(decoding: bytes[start...], as: UTF8.self).first
            return [before, behind].allSatisfy { $0?.isLetter == true || $0?.isNumber == true }
        }
    }

    /// The width of the widest line, in points.
    public var width: Double { size.width }
    /// The height of all lines, in points.
    public var height: Double { size.height }

    /// Takes ownership of `layout`.
    init(_ layout: OpaquePointer, _ style: TextStyle, families: String, _ outlines: GlyphOutlines) {
        self.layout = layout
        self.style = style
        self.families = families
        self.outlines = outlines
        text = String(cString: pango_layout_get_text(layout))
        var logical = PangoRectangle()
        pango_layout_get_extents(layout, nil, &logical)
        let unit = 1 / Double(PANGO_SCALE)
        size = Size(width: Double(logical.width) * unit, height: Double(logical.height) * unit)
        inset = Double(logical.x) * unit
        baseline = Double(pango_layout_get_baseline(layout)) * unit
        lines = Int(pango_layout_get_line_count(layout))
        missingGlyphs = Int(pango_layout_get_unknown_glyphs_count(layout))
        let font = pango_layout_get_font_description(layout)
        // Capitals of Inter and DejaVu Sans are 0.727 and 0.729 of the size high.
        capHeight = Double(pango_font_description_get_size(font)) * unit * 0.728
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(layout)) }

    private func glyphRuns() -> [GlyphRun] {
        let iterator = pango_layout_get_iter(layout)
        defer { pango_layout_iter_free(iterator) }
        let unit = 1 / Double(PANGO_SCALE)
        var runs: [GlyphRun] = []
        repeat {
            // Behind the last run of a line stands one of nothing.
            guard let run = pango_layout_iter_get_run_readonly(iterator)?.pointee else { continue }
            var logical = PangoRectangle()
            pango_layout_iter_get_run_extents(iterator, nil, &logical)
            let start = Point(
                Double(logical.x) * unit - inset, Double(pango_layout_iter_get_baseline(iterator)) * unit)
            runs.append(GlyphRun(run, of: text, at: start, size: style.size, outlines))
        } while pango_layout_iter_next_run(iterator) != 0
        return runs
    }

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
        isolated {
            translate(x: point.x, y: point.y)
            if angle != 0 { rotate(by: angle) }
            let frame = text.frame(at: .zero, anchor)
            if transcript != nil {
                transcript?.marks.append(Mark(.text(text.text), frame: onPage(frame), color: color))
            }
            pen.draw(text, at: Point(frame.x, frame.y), color: color)
        }
    }
}
