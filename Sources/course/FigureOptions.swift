import ArgumentParser
import Figures
import Languages
import Publishing

/// How figures look and which files they become.
struct FigureOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The kind of file: png, svg, pdf, or what is drawn as numbers: csv, json; or, of what moves, a film: gif, webp, mp4. (default: png)",
            valueName: "kind"),
        completion: .pictures,
        transform: { try chosen($0, "kind of file") })
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
            "What to fill: a slide (16:9, 4:3), column, page, phone, or a size such as 1920x1080 or 120x90mm.",
            valueName: "box"),
        completion: .list(FigureBox.named.map(\.name)), transform: FigureFit.init)
    var fit: FigureFit?

    @Flag(name: .customLong("no-title"), help: "Leave out the headline; the file's own title tells it all the same.")
    var leavesOutTitle = false

    @Option(
        help: ArgumentHelp(
            "What to draw on: white, cream or none, which lets a slide shine through. (default: the theme's paper)",
            valueName: "paper"),
        completion: .list(Paper.allCases.map(\.rawValue)), transform: { try chosen($0, "paper") })
    var paper: Paper?

    @Flag(help: "The same as --paper none.")
    var transparent = false

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
            "Draw the words of an SVG as outlines, which look the same everywhere and can't be searched or edited."))
    var outlines = false

    // What is the custom now had to be asked for once.
    @Flag(help: .hidden)
    var text = false

    func validate() throws {
        if format.isNumbers, let option = ofPictures {
            throw ValidationError(
                "--format \(format.rawValue) writes numbers, which have no use for \(option); leave it out.")
        }
        guard !format.isMoving || !frames else {
            throw ValidationError("--format \(format.rawValue) has all frames in one file; leave out --frames.")
        }
        guard !outlines || format == .svg else {
            throw ValidationError("--outlines is for SVG files. Add --format svg; a PDF has its words as text.")
        }
        guard !outlines || !text else {
            throw ValidationError(
                "--outlines and --text exclude each other; SVG files have their words as text anyway.")
        }
        guard width == nil || fit == nil else {
            throw ValidationError("--width and --fit exclude each other: a box has a width of its own.")
        }
        guard !transparent || paper == nil || paper == Paper.none else {
            throw ValidationError("--transparent and --paper \(paper?.rawValue ?? "") exclude each other.")
        }
        _ = try fit?.box(dpi: dpi)
        _ = try colours(on: paper)
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
    /// - Parameter usual: the paper of `course.json`, which holds where the theme can be seen on it.
    /// - Throws: `ValidationError` for a font that is not installed.
    func style(decimalMark: DecimalMark?, on usual: Paper? = nil) throws -> FigureStyle {
        let chosen = paper == nil && !transparent ? usual.flatMap(theme.on) : nil
        var style = FigureStyle(
            format: format, dpi: dpi, themes: [try chosen ?? colours(on: paper)], width: width?.points(dpi: dpi),
            drawsFrames: frames, decimalMark: decimalMark)
        style.box = try fit?.box(dpi: dpi)
        style.hasTitles = !leavesOutTitle
        style.lettering = outlines ? .outlines : .text
        if let font { style.families = try Self.family(font) + ", " + style.families }
        return style
    }

    /// Makes sure that no film is asked for, of figures that stand still.
    func checkStill() throws {
        guard !format.isMoving else {
            throw ValidationError(
                "--format \(format.rawValue) is for figures that move, which course figures draws; take png, svg or pdf here."
            )
        }
    }

    /// An option that was given and can't change numbers.
    private var ofPictures: String? {
        let given = [
            ("--width", width != nil), ("--fit", fit != nil), ("--no-title", leavesOutTitle), ("--paper", paper != nil),
            ("--transparent", transparent), ("--font", font != nil), ("--frames", frames),
        ]
        return given.first(where: \.1)?.0
    }

    private func colours(on paper: Paper?) throws(ValidationError) -> Theme {
        guard let paper = transparent ? Paper.none : paper else { return theme }
        guard let changed = theme.on(paper) else {
            throw ValidationError(
                "the theme “\(theme.id)” is for dark paper and can't be seen on \(paper.rawValue); "
                    + "leave out --paper, or take --paper none or another theme")
        }
        return changed
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
