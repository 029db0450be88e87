import ArgumentParser
import Figures
import Languages
import Publishing

/// How figures look and which files they become.
struct FigureOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The kind of file: png, svg or pdf. (default: png)", valueName: "kind"),
        completion: .pictures,
        transform: FigureOptions.format)
    var format: FigureStyle.Format = .png

    @Option(
        help: ArgumentHelp(
            "The colours: light, dark, print (black on white) or projector (large type). (default: light)",
            valueName: "name"),
        completion: .themes, transform: FigureOptions.theme)
    var theme: Theme = .light

    @Option(parsing: .unconditional, help: ArgumentHelp("Pixels per inch of a PNG, 36 to 1200.", valueName: "dpi"))
    var dpi: Int = 200

    @Option(
        help: ArgumentHelp(
            "How wide, such as 120mm or 1920px. (default: what each figure asks for)", valueName: "width"),
        transform: FigureWidth.init)
    var width: FigureWidth?

    @Option(
        help: ArgumentHelp(
            "An installed type family, such as 'DejaVu Sans'. (default: Inter, else DejaVu Sans)", valueName: "family"),
        completion: .families)
    var font: String?

    @Flag(
        help: "Write an animation's frames, one file per frame: lesson/figure.01.png, lesson/figure.02.png and so on.")
    var frames = false

    @Flag(
        help: ArgumentHelp(
            "Keep the words of an SVG as text, to be searched and edited; they are shown in fonts that the reader has."
        ))
    var text = false

    func validate() throws {
        guard !text || format == .svg else {
            throw ValidationError("--text is for SVG files. Add --format svg; a PDF has its words as text anyway.")
        }
        guard (36...1200).contains(dpi) else {
            throw ValidationError("--dpi takes a number from 36 to 1200, not \(dpi).")
        }
        if let points = width?.points(dpi: dpi), !(FigureWidth.least...FigureWidth.most).contains(points) {
            throw ValidationError(
                "--width takes 40 to 1000 mm, and at \(dpi) dpi that is \(FigureWidth.pixels(at: dpi)) pixels.")
        }
    }

    /// The style that was asked for.
    ///
    /// - Throws: `ValidationError` for a font that is not installed.
    func style(decimalMark: DecimalMark?) throws -> FigureStyle {
        var style = FigureStyle(
            format: format, dpi: dpi, themes: [theme], width: width?.points(dpi: dpi),
            drawsFrames: frames, decimalMark: decimalMark)
        style.lettering = text ? .text : .outlines
        if let font { style.families = try Self.family(font) + ", " + style.families }
        return style
    }

    /// The family as this machine spells it.
    private static func family(_ font: String) throws -> String {
        let installed = try FigureStyle.installedFamilies()
        if let family = installed.first(where: { $0.lowercased() == font.lowercased() }) { return family }
        throw ValidationError(
            "the font “\(font)” is not installed; "
                + NearMisses.hint(
                    for: font, in: installed, otherwise: "installed are \(installed.joined(separator: ", "))"))
    }

    private static func format(_ text: String) throws -> FigureStyle.Format {
        guard let format = FigureStyle.Format(rawValue: text.lowercased()) else {
            throw ValidationError(
                no: "kind of file “\(text)”", for: text, among: FigureStyle.Format.allCases.map(\.rawValue))
        }
        return format
    }

    private static func theme(_ text: String) throws -> Theme {
        guard let theme = Theme.all.first(where: { $0.id == text.lowercased() }) else {
            throw ValidationError(no: "theme “\(text)”", for: text, among: Theme.all.map(\.id))
        }
        return theme
    }
}

/// A width on paper or in pixels.
struct FigureWidth: Equatable {
    /// The narrowest and the widest page, in points: 40 and 1000 mm.
    static let (least, most) = (40 / 25.4 * 72, 1000 / 25.4 * 72)

    private let value: Double
    private let isPixels: Bool

    /// `120mm`, `12cm`, `1920px`; a bare number is millimetres.
    init(_ text: String) throws {
        let number = text.prefix { $0.isNumber || $0 == "." }
        let unit = text.dropFirst(number.count).trimmingSpaces().lowercased()
        guard let value = Double(number), value > 0, value.isFinite, ["", "mm", "cm", "px"].contains(unit) else {
            throw ValidationError("--width takes a number with its unit, such as 120mm or 1920px, not “\(text)”.")
        }
        self.value = unit == "cm" ? value * 10 : value
        isPixels = unit == "px"
    }

    func points(dpi: Int) -> Double { isPixels ? value / Double(dpi) * 72 : value / 25.4 * 72 }

    /// The allowed count of pixels, in words.
    static func pixels(at dpi: Int) -> String {
        let bounds = [least, most].map { Int(($0 / 72 * Double(dpi)).rounded()) }
        return "\(bounds[0]) to \(bounds[1])"
    }
}
