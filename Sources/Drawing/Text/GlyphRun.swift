import CCairo

/// A glyph's shape, whatever the size: SVG path data from its place on the baseline, a thousand units to the size
/// of the type.
struct GlyphOutline: Hashable, Sendable {
    static let unitsPerSize = 1_000.0

    let data: String
}

/// Glyphs of one font, one behind the other on a baseline; in points from the upper left corner of the text.
struct GlyphRun: Hashable, Sendable {
    /// A shape and the place where it starts.
    struct Glyph: Hashable, Sendable {
        let outline: GlyphOutline
        let place: Point
    }

    /// What the glyphs show.
    let text: String
    /// Where it starts on the baseline.
    let start: Point
    /// How far it goes.
    let width: Double
    /// Those that are no blanks.
    let glyphs: [Glyph]

    /// - Parameters:
    ///   - whole: the text of which it is a part.
    ///   - size: of the type, in points.
    init(_ run: PangoGlyphItem, of whole: String, at start: Point, size: Double, _ outlines: GlyphOutlines) {
        let unit = 1 / Double(PANGO_SCALE)
        var glyphs: [Glyph] = []
        var x = 0
        let all = UnsafeBufferPointer(start: run.glyphs.pointee.glyphs, count: Int(run.glyphs.pointee.num_glyphs))
        for glyph in all {
            let place = Point(
                start.x + Double(x + Int(glyph.geometry.x_offset)) * unit,
                start.y + Double(glyph.geometry.y_offset) * unit)
            x += Int(glyph.geometry.width)
            if let font = run.item.pointee.analysis.font,
                let outline = outlines.outline(of: glyph.glyph, in: UnsafeMutableRawPointer(font), size: size)
            {
                glyphs.append(Glyph(outline: outline, place: place))
            }
        }
        self.glyphs = glyphs
        self.start = start
        width = Double(x) * unit
        let item = run.item.pointee
        let bytes = whole.utf8.dropFirst(Int(item.offset)).prefix(Int(item.length))
        text = item.analysis.flags & Self.dots != 0 ? "…" : String(bytes) ?? ""
    }

    /// Pango's mark for the dots that stand for what had no room.
    private static let dots: UInt8 = 1 << 1
}
