import Drawing
import Languages

/// Everything that a figure needs to know about where it is drawn: whose language, whose colours, which type.
public struct FigureContext {
    /// How the reader's numbers are written, and in which language the words are.
    public let format: NumberFormat
    /// The colours by meaning, and how large and thick things are.
    public let theme: Theme
    /// What sets the texts, and keeps them.
    public let type: Typesetter
    /// Who wants to know what can't be read, where somebody does.
    private(set) var notes: FlawNotes?

    /// - Throws: `DrawingError` if there are no fonts.
    public init(format: NumberFormat, theme: Theme = .light, families: String = Typesetter.standardFamilies) throws {
        self.format = format
        self.theme = theme
        type = try Typesetter(families: families)
    }

    /// What a figure knows, with a typesetter at hand.
    public init(format: NumberFormat, theme: Theme, type: Typesetter) {
        self.format = format
        self.theme = theme
        self.type = type
    }

    /// The same for another reader; texts that both share are set once.
    func with(_ format: NumberFormat) -> FigureContext { FigureContext(format: format, theme: theme, type: type) }

    /// The same, and what can't be read is noted.
    func noting(in notes: FlawNotes) -> FigureContext {
        var context = self
        context.notes = notes
        return context
    }

    /// Notes where a picture of many pixels is so narrow that one can't see what it shows.
    func note(_ picture: Picture, width: Double) {
        let least = Legibility.leastScene
        if picture.width >= least.pixels, width < least.points { notes?.add(.smallPicture) }
    }

    /// What a text is for; decides its size and weight.
    public enum TextRole: Hashable, Sendable {
        /// The figure's title.
        case title
        /// The title of a part.
        case heading
        /// Captions, axis names, labels of lines.
        case label
        /// Numbers at axes, sizes, notes.
        case small
        /// Text of any other size in points; numbers in cells.
        case sized(Double, Weight = .regular)

        /// How heavy the strokes of text are.
        public typealias Weight = TextStyle.Weight
    }

    /// The style of a role.
    public func style(_ role: TextRole, alignment: TextStyle.Alignment = .leading, isItalic: Bool = false) -> TextStyle
    {
        let (size, weight): (Double, TextStyle.Weight) =
            switch role {
            case .title: (11, .semibold)
            case .heading: (9, .semibold)
            case .label: (8.5, .regular)
            case .small: (7.5, .regular)
            case .sized(let size, let weight): (size, weight)
            }
        return TextStyle(size: size * theme.typeScale, weight: weight, isItalic: isItalic, alignment: alignment)
    }

    /// Sets words in the reader's language.
    public func set(
        _ words: Localized, _ role: TextRole, width: Double? = nil, alignment: TextStyle.Alignment = .leading
    ) throws -> TypesetText {
        try set(words.text(in: format), role, width: width, alignment: alignment)
    }

    /// Sets a text.
    public func set(
        _ text: String, _ role: TextRole, width: Double? = nil, alignment: TextStyle.Alignment = .leading
    ) throws -> TypesetText {
        let set = try type.set(text, style(role, alignment: alignment), width: width)
        if let notes, width != nil, set.breaksWords { notes.add(.brokenWord) }
        return set
    }

    /// Sets words on one line, shortened where it would be wider than `most` points.
    func set(_ words: Localized, _ role: TextRole, atMost most: Double) throws -> TypesetText {
        let text = words.text(in: format)
        let whole = try set(text, role)
        guard whole.width > most else { return whole }
        if most < 3 * style(role).size { notes?.add(.shortened) }
        return try type.set(text, style(role), width: max(0, most), isShortened: true)
    }

    /// A colour map for magnitudes.
    public var magnitudes: ColorMap { theme.hasHues ? .cividis : .inkOnPaper }
    /// A colour map for signed values, zero in the middle: the paper, or without hues the middle grey.
    public var signed: ColorMap {
        theme.hasHues ? .diverging(isDark: theme.isDark, middle: theme.paper) : .gray
    }
    /// A colour map for intensities of a picture that is looked into: the theme's blue.
    public var intensities: ColorMap { theme.hasHues ? .intensities(theme) : .gray }

    /// The colour of a direction, an angle in radians, at a strength from 0 to 1.
    func color(ofAngle angle: Double, strength: Double = 1) -> Color {
        theme.hasHues
            ? AngleColors.color(angle: angle, strength: strength) : AngleColors.gray(angle: angle, strength: strength)
    }
}
