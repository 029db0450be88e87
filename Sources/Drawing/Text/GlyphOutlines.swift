import CCairo

/// The shapes of glyphs, each looked up once. They are asked for so large that the font's own numbers arrive, which
/// no version of FreeType rounds otherwise.
final class GlyphOutlines {
    private let context: OpaquePointer
    private var fonts: [UnsafeMutableRawPointer: Font] = [:]

    private struct Font {
        let scaled: OpaquePointer
        var outlines: [UInt32: GlyphOutline?] = [:]
    }

    init() throws(DrawingError) {
        // A context needs something to draw on; nothing is drawn.
        let surface = cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1)
        defer { cairo_surface_destroy(surface) }
        guard let context = cairo_create(surface) else {
            throw .cairo(doing: "looking for fonts", message: "no memory")
        }
        self.context = context
    }

    deinit {
        for (font, entry) in fonts {
            cairo_scaled_font_destroy(entry.scaled)
            g_object_unref(font)
        }
        cairo_destroy(context)
    }

    /// The shape of a glyph, `nil` for a blank.
    ///
    /// - Parameters:
    ///   - font: a `PangoFont`.
    ///   - size: of the font, in points.
    func outline(of glyph: UInt32, in font: UnsafeMutableRawPointer, size: Double) -> GlyphOutline? {
        guard glyph != Self.empty, glyph & Self.unknown == 0, size > 0 else { return nil }
        if let known = fonts[font]?.outlines[glyph] { return known }
        if fonts[font] == nil {
            guard let scaled = Self.enlarged(font, size: size) else { return nil }
            g_object_ref(font)
            fonts[font] = Font(scaled: scaled)
        }
        let outline = fonts[font].flatMap { trace(glyph, in: $0.scaled) }
        fonts[font]?.outlines[glyph] = .some(outline)
        return outline
    }

    private func trace(_ glyph: UInt32, in font: OpaquePointer) -> GlyphOutline? {
        cairo_set_scaled_font(context, font)
        cairo_new_path(context)
        var place = cairo_glyph_t(index: UInt(glyph), x: 0, y: 0)
        cairo_glyph_path(context, &place, 1)
        guard let traced = cairo_copy_path(context) else { return nil }
        defer { cairo_path_destroy(traced) }
        let path = Path(traced.pointee)
        return path.isEmpty ? nil : GlyphOutline(data: SVGPath.data(of: path, places: 0))
    }

    /// A font of a thousand points, to be destroyed by the caller.
    private static func enlarged(_ font: UnsafeMutableRawPointer, size: Double) -> OpaquePointer? {
        guard let scaled = pango_cairo_font_get_scaled_font(OpaquePointer(font))
        else { return nil }
        var matrix = cairo_matrix_t()
        cairo_scaled_font_get_font_matrix(scaled, &matrix)
        let units = GlyphOutline.unitsPerSize
        // Upright fonts get the whole number; only a font that is slanted by force keeps its matrix.
        if matrix.xy == 0, matrix.yx == 0 {
            cairo_matrix_init_scale(&matrix, units, units)
        } else {
            cairo_matrix_scale(&matrix, units / size, units / size)
        }
        var identity = cairo_matrix_t()
        cairo_matrix_init_identity(&identity)
        let options = cairo_font_options_create()
        defer { cairo_font_options_destroy(options) }
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        return cairo_scaled_font_create(cairo_scaled_font_get_font_face(scaled), &matrix, &identity, options)
    }

    /// Pango's marks for a glyph that is nothing and for a character that no font has.
    private static let empty: UInt32 = 0x0FFF_FFFF
    private static let unknown: UInt32 = 0x1000_0000
}

extension Path {
    /// What Cairo has traced.
    fileprivate init(_ traced: cairo_path_t) {
        guard let data = traced.data else { return }
        var index = 0
        while index < Int(traced.num_data) {
            let (header, first) = (data[index].header, index + 1)
            func point(_ number: Int) -> Point {
                let point = data[first + number].point
                return Point(point.x, point.y)
            }
            switch header.type {
            case CAIRO_PATH_MOVE_TO: move(to: point(0))
            case CAIRO_PATH_LINE_TO: line(to: point(0))
            case CAIRO_PATH_CURVE_TO: curve(to: point(2), control1: point(0), control2: point(1))
            default: close()
            }
            index += max(1, Int(header.length))
        }
    }
}
