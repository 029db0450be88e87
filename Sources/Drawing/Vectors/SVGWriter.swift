/// Writes drawings as SVG. What they refer to (letters, pictures, clips) is defined once, however many show it, under
/// a name that counts from zero; so a writer serves a file, or a page with all its drawings.
public struct SVGWriter {
    /// What the outermost element must say: only areas are filled, and mitres end where Cairo ends them.
    public static let rootAttributes = "fill=\"none\" stroke-miterlimit=\"10\""

    private let isForPage: Bool
    /// The attribute that refers to a part; programs older than SVG 2 know one of their own.
    private var reference: String { isForPage ? "href" : "xlink:href" }
    private let lettering: Lettering
    private var names: [Part: String] = [:]
    /// The colours that a page shows in two ways, by day and by night, in the order in which they were met.
    private var pairs: [ColorPair] = []
    private var pairNames: [ColorPair: String] = [:]
    /// The parts that were met so far, one a line.
    public private(set) var definitions = ""

    private struct ColorPair: Hashable {
        let day: String
        let night: String
    }

    private enum Part: Hashable {
        case glyph(GlyphOutline)
        case picture(VectorDrawing.Picture)
        case clip(VectorDrawing.Outline)
        case gradient(Paint)
    }

    /// - Parameter isForPage: whether what is written stands in an HTML page, of which the style sheet keeps the
    ///   pixels of the class `pixels` square.
    public init(isForPage: Bool, lettering: Lettering = .outlines) {
        self.isForPage = isForPage
        self.lettering = lettering
    }

    /// A thing that is drawn in one way, or in two colours.
    public struct Entry: Sendable {
        /// What is drawn.
        public let item: VectorDrawing.Item
        /// The same in other colours, for dark paper.
        public let night: VectorDrawing.Item?
        /// The class that says when it is shown.
        public let shownIf: String?

        /// - Parameter night: the same in other colours, for dark paper.
        public init(_ item: VectorDrawing.Item, night: VectorDrawing.Item? = nil, shownIf: String? = nil) {
            self.item = item
            self.night = night
            self.shownIf = shownIf
        }
    }

    /// The drawing as elements, to stand in an element with ``rootAttributes``.
    public mutating func markup(of entries: [Entry]) -> String {
        var markup = SVGMarkup()
        for entry in entries {
            markup.enter(entry.item.clips.map { name(of: .clip($0)) })
            write(entry, to: &markup)
        }
        return markup.finished()
    }

    private mutating func write(_ entry: Entry, to markup: inout SVGMarkup) {
        let shown = entry.shownIf.map { " class=\"\($0)\"" } ?? ""
        switch (entry.item.content, entry.night?.content) {
        case (.fill(let outline, let paint), let night):
            let data = SVGPath.data(of: outline.path)
            guard !data.isEmpty else { return }
            var second: Paint?
            if case .fill(_, let paint) = night { second = paint }
            let color = self.paint("fill", paint, second)
            markup.add("<path", with: shown + color + Self.placed(outline), "d=\"\(data)\"")
        case (.stroke(let outline, let paint, let stroke), let night):
            let data = SVGPath.data(of: outline.path)
            guard !data.isEmpty else { return }
            var second: Paint?
            if case .stroke(_, let paint, _) = night { second = paint }
            let color = self.paint("stroke", paint, second)
            markup.add("<path", with: shown + color + Self.line(stroke) + Self.placed(outline), "d=\"\(data)\"")
        case (.picture(let picture, let place), _):
            let name = name(of: .picture(picture))
            // Enlarged, pixels stay squares; reduced, they are averaged.
            let size = max(abs(place.xx), abs(place.xy)) * Self.pixelsPerPoint
            var attributes = shown
            if size >= 1, isForPage {
                attributes = " class=\"\([entry.shownIf, "pixels"].compactMap { $0 }.joined(separator: " "))\""
            } else if size >= 1 {
                attributes += " image-rendering=\"pixelated\""
            }
            markup.add(
                "<use", with: attributes, "\(reference)=\"#\(name)\" transform=\"\(Self.text(place, places: 5))\"")
        case (.text(let text), let night):
            var second: Color?
            if case .text(let text) = night { second = text.color }
            let color = shown + self.color("fill", text.color, second)
            switch lettering {
            case .outlines: writeOutlines(of: text, color, to: &markup)
            case .text: Self.writeWords(of: text, color, to: &markup)
            }
        }
    }

    /// How many pixels of a page show a point: 684 pixels hold 160 mm.
    private static let pixelsPerPoint = 684 / (160 / 25.4 * 72)

    // MARK: Text

    /// Glyphs of one size and colour stand in one group with that size's scale, at whole units of it.
    private mutating func writeOutlines(
        of text: VectorDrawing.Text, _ color: String, to markup: inout SVGMarkup
    ) {
        let factor = text.style.size / GlyphOutline.unitsPerSize
        let place = text.transform
        let linear = Transform(
            xx: place.xx * factor, yx: place.yx * factor, xy: place.xy * factor, yy: place.yy * factor)
        guard let back = linear.inverse else { return }
        let attributes = color + " transform=\"\(Self.text(linear, places: 8))\""
        for glyph in text.runs.lazy.flatMap(\.glyphs) {
            let start = back.apply(place.apply(glyph.place))
            let (x, y) = (SVGNumber.text(start.x, places: 0), SVGNumber.text(start.y, places: 0))
            let name = name(of: .glyph(glyph.outline))
            markup.add("<use", with: attributes, "\(reference)=\"#\(name)\" x=\"\(x)\" y=\"\(y)\"")
        }
    }

    /// Each run of words starts where it was measured and is as long, whatever font the reader has.
    private static func writeWords(of text: VectorDrawing.Text, _ color: String, to markup: inout SVGMarkup) {
        var linear = text.transform
        (linear.x0, linear.y0) = (0, 0)
        guard let back = linear.inverse else { return }
        var attributes = color
        attributes += " font-family=\"\(XMLText.escaped(text.families))\""
        attributes += " font-size=\"\(SVGNumber.text(text.style.size, places: 3))\""
        if text.style.weight != .regular { attributes += " font-weight=\"\(text.style.weight.rawValue)\"" }
        if text.style.isItalic { attributes += " font-style=\"italic\"" }
        attributes += " style=\"font-variant-numeric:tabular-nums\""
        if linear != .identity { attributes += " transform=\"\(Self.text(linear, places: 8))\"" }
        for run in text.runs where !run.glyphs.isEmpty {
            let start = back.apply(text.transform.apply(run.start))
            let place = "x=\"\(SVGNumber.text(start.x))\" y=\"\(SVGNumber.text(start.y))\""
            var length = "textLength=\"\(SVGNumber.text(run.width))\" lengthAdjust=\"spacingAndGlyphs\""
            if hasKeptBlanks(run.text) { length += " xml:space=\"preserve\"" }
            markup.add("<text", with: attributes, "\(place) \(length)", ">\(XMLText.escaped(run.text))</text>")
        }
    }

    /// Whether XML would lose a blank of the text: at an end, or beside another one.
    private static func hasKeptBlanks(_ text: String) -> Bool {
        let isBlank = [true] + text.unicodeScalars.map { [" ", "\t", "\n", "\r"].contains($0) } + [true]
        return zip(isBlank, isBlank.dropFirst()).contains { $0 && $1 }
    }

    // MARK: Attributes

    private mutating func paint(_ attribute: String, _ day: Paint, _ night: Paint?) -> String {
        switch (day, night) {
        case (.color(let color), .color(let second)): return self.color(attribute, color, second)
        case (.color(let color), _): return self.color(attribute, color, nil)
        case (.gradient, _), (.hatch, _):
            return " \(attribute)=\"url(#\(name(of: .gradient(day))))\""
        }
    }

    private mutating func color(_ attribute: String, _ day: Color, _ night: Color?) -> String {
        var value = day.hexadecimal
        if let night = night?.hexadecimal, night != value {
            value = "var(--\(name(of: ColorPair(day: value, night: night))))"
        }
        return " \(attribute)=\"\(value)\"" + Self.opacity(attribute, day)
    }

    private mutating func name(of pair: ColorPair) -> String {
        if let name = pairNames[pair] { return name }
        let name = "c" + String(pairs.count, radix: 36)
        pairNames[pair] = name
        pairs.append(pair)
        return name
    }

    /// The colours that differ by day and by night, as declarations of a style sheet: `--c0:#000000;`. Empty where there are
    /// none.
    ///
    /// CSS's `light-dark()` would say both in one place, and browsers older than 2024 would show nothing.
    public func colors(byNight: Bool) -> String {
        pairs.map { "--\(pairNames[$0] ?? ""):\(byNight ? $0.night : $0.day);" }.joined()
    }

    private static func opacity(_ attribute: String, _ color: Color) -> String {
        color.alpha >= 1 ? "" : " \(attribute)-opacity=\"\(SVGNumber.text(color.alpha, places: 3))\""
    }

    private static func line(_ stroke: Stroke) -> String {
        var attributes = " stroke-width=\"\(SVGNumber.text(stroke.width, places: 3))\""
        switch stroke.cap {
        case .butt: break
        case .round: attributes += " stroke-linecap=\"round\""
        case .square: attributes += " stroke-linecap=\"square\""
        }
        switch stroke.join {
        case .miter: break
        case .round: attributes += " stroke-linejoin=\"round\""
        case .bevel: attributes += " stroke-linejoin=\"bevel\""
        }
        if !stroke.dash.isEmpty {
            let dash = stroke.dash.map(Self.dash).joined(separator: " ")
            attributes += " stroke-dasharray=\"\(dash)\""
        }
        return attributes
    }

    /// The length of a dash or of a gap. One of none would be another pattern, and a line of nothing else a whole one.
    private static func dash(_ length: Double) -> String {
        guard length > 0, length < 0.1 else { return SVGNumber.text(length) }
        return SVGNumber.text(max(length, 1e-6), places: 6)
    }

    private static func placed(_ outline: VectorDrawing.Outline) -> String {
        outline.transform.map { " transform=\"\(text($0, places: 5))\"" } ?? ""
    }

    static func text(_ transform: Transform, places: Int) -> String {
        let isPlain = transform.xy == 0 && transform.yx == 0
        if isPlain, transform.xx == transform.yy, transform.x0 == 0, transform.y0 == 0 {
            return "scale(\(SVGNumber.text(transform.xx, places: places)))"
        }
        let linear = [transform.xx, transform.yx, transform.xy, transform.yy]
        let numbers =
            linear.map { SVGNumber.text($0, places: places) }
            + [transform.x0, transform.y0].map { SVGNumber.text($0, places: 3) }
        return "matrix(\(numbers.joined(separator: " ")))"
    }

    // MARK: Parts

    /// The name of a part, which is defined where it is new.
    private mutating func name(of part: Part) -> String {
        if let name = names[part] { return name }
        let name = "p" + String(names.count, radix: 36)
        names[part] = name
        switch part {
        case .glyph(let outline): definitions += "<path id=\"\(name)\" d=\"\(outline.data)\"/>\n"
        case .picture(let picture):
            definitions += "<image id=\"\(name)\" width=\"\(picture.width)\" height=\"\(picture.height)\" "
            definitions += "\(reference)=\"data:image/png;base64,\(picture.png)\"/>\n"
        case .clip(let outline):
            let path = "<path\(Self.placed(outline)) d=\"\(SVGPath.data(of: outline.path))\"/>"
            definitions += "<clipPath id=\"\(name)\">\(path)</clipPath>\n"
        case .gradient(.gradient(let start, let end, let stops)):
            let ends = zip(["x1", "y1", "x2", "y2"], [start.x, start.y, end.x, end.y])
                .map { " \($0)=\"\(SVGNumber.text($1))\"" }.joined()
            let colors = stops.map { stop in
                "<stop offset=\"\(SVGNumber.text(stop.share, places: 4))\" stop-color=\"\(stop.color.hexadecimal)\""
                    + Self.opacity("stop", stop.color) + "/>"
            }.joined()
            definitions += "<linearGradient id=\"\(name)\" gradientUnits=\"userSpaceOnUse\"\(ends)>\(colors)"
            definitions += "</linearGradient>\n"
        case .gradient: break
        }
        return name
    }
}

extension Color {
    /// `#1f5fa8`, whatever the opacity.
    public var hexadecimal: String {
        let (bytes, digits) = (self.bytes, Array("0123456789abcdef"))
        return [bytes.red, bytes.green, bytes.blue].reduce(into: "#") { text, byte in
            text.append(digits[Int(byte / 16)])
            text.append(digits[Int(byte % 16)])
        }
    }
}
