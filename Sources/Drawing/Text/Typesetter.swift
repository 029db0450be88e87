import CCairo

/// Sets text: picks glyphs and breaks lines, with Pango, in one type family.
///
/// Nothing depends on the desktop's settings: no hinting, grey antialiasing, one point is one unit. A
/// typesetter has its own fonts and belongs to one thread at a time.
public final class Typesetter {
    /// Type families in order of preference, as Pango takes them.
    public static let standardFamilies = "Inter, DejaVu Sans"

    /// Type families in order of preference.
    public let families: String
    private let context: OpaquePointer
    private let outlines: GlyphOutlines
    private var kept: [Key: TypesetText] = [:]

    private struct Key: Hashable {
        let text: String
        let style: TextStyle
        let width: Double?
        let isShortened: Bool
    }

    /// How many texts are kept, set once for every place that shows them.
    private static let mostKept = 8_192

    /// - Parameter families: type families in order of preference, separated by commas.
    /// - Throws: `DrawingError.cairo` if Pango can't start.
    public init(families: String = Typesetter.standardFamilies) throws(DrawingError) {
        FontSettings.settled
        guard let fonts = pango_cairo_font_map_new() else {
            throw .cairo(doing: "looking for fonts", message: "no memory")
        }
        defer { g_object_unref(UnsafeMutableRawPointer(fonts)) }
        guard let context = pango_font_map_create_context(fonts) else {
            throw .cairo(doing: "looking for fonts", message: "no memory")
        }
        self.families = families
        self.context = context
        outlines = try GlyphOutlines()
        let options = cairo_font_options_create()
        defer { cairo_font_options_destroy(options) }
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
        pango_cairo_context_set_font_options(context, options)
        pango_cairo_context_set_resolution(context, 72)
        pango_context_set_round_glyph_positions(context, 0)
        pango_context_set_language(context, pango_language_from_string("en"))
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(context)) }

    /// Sets a text. A line feed starts a new line.
    ///
    /// - Parameters:
    ///   - width: where lines break, in points; `nil` for never.
    ///   - isShortened: whether a line that is wider ends in three dots instead of breaking.
    /// - Throws: `DrawingError.missingGlyphs` naming the characters that no installed font can draw.
    public func set(
        _ text: String, _ style: TextStyle, width: Double? = nil, isShortened: Bool = false
    ) throws(DrawingError) -> TypesetText {
        let key = Key(text: text, style: style, width: width, isShortened: isShortened)
        if let earlier = kept[key] { return earlier }
        let layout = layout(text, style, width: width)
        if isShortened { pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END) }
        let result = TypesetText(layout, style, families: families, outlines)
        if result.missingGlyphs > 0 { throw .missingGlyphs(text: text, characters: missing(in: text, style)) }
        if kept.count >= Self.mostKept { kept.removeAll(keepingCapacity: true) }
        kept[key] = result
        return result
    }

    /// The type families that this machine has, in alphabetical order.
    public func installedFamilies() -> [String] {
        var families: UnsafeMutablePointer<UnsafeMutablePointer<PangoFontFamily>?>?
        var count: Int32 = 0
        pango_context_list_families(context, &families, &count)
        defer { g_free(families) }
        return (0..<Int(count)).compactMap { index in
            families?[index].flatMap { pango_font_family_get_name($0) }.map { String(cString: $0) }
        }.sorted()
    }

    private func layout(_ text: String, _ style: TextStyle, width: Double?) -> OpaquePointer {
        let layout: OpaquePointer = pango_layout_new(context)
        let font = pango_font_description_from_string(families)
        pango_font_description_set_absolute_size(font, style.size * Double(PANGO_SCALE))
        pango_font_description_set_weight(font, PangoWeight(rawValue: UInt32(style.weight.rawValue)))
        pango_font_description_set_style(font, style.isItalic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL)
        pango_layout_set_font_description(layout, font)
        pango_font_description_free(font)
        let attributes = pango_attr_list_new()
        pango_attr_list_insert(attributes, pango_attr_font_features_new("tnum"))
        pango_layout_set_attributes(layout, attributes)
        pango_attr_list_unref(attributes)
        if let width {
            pango_layout_set_width(layout, Int32(clamping: Int((max(0, width) * Double(PANGO_SCALE)).rounded(.up))))
            pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
        }
        pango_layout_set_alignment(layout, style.alignment.pango)
        pango_layout_set_text(layout, text, Int32(clamping: text.utf8.count))
        return layout
    }

    /// The characters that can't be drawn even when they stand alone, each once, in order.
    private func missing(in text: String, _ style: TextStyle) -> [Character] {
        var seen: Set<Character> = []
        return text.filter { character in
            guard seen.insert(character).inserted else { return false }
            let layout = layout(String(character), style, width: nil)
            return TypesetText(layout, style, families: families, outlines).missingGlyphs > 0
        }.map { $0 }
    }
}

extension TextStyle.Alignment {
    var pango: PangoAlignment {
        switch self {
        case .leading: PANGO_ALIGN_LEFT
        case .center: PANGO_ALIGN_CENTER
        case .trailing: PANGO_ALIGN_RIGHT
        }
    }
}
