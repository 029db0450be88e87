/// How a language writes numbers, lists and plurals, as CLDR has it, and how it is shown.
public struct LanguageRules: Hashable, Sendable {
    /// Which way its lines run.
    public enum Direction: String, CaseIterable, Codable, Sendable {
        case leftToRight = "ltr"
        case rightToLeft = "rtl"
    }

    /// As BCP 47 has it: `en`, `es-MX`.
    public let code: String
    /// The language's name in that language.
    public let endonym: String
    /// The language's name in English, for messages, which are in English; nil where no file says it.
    public let englishName: String?
    /// What stands between units and tenths, unless the reader asks for another.
    public let decimalMark: DecimalMark
    /// What stands between groups of three digits.
    public let groupSeparator: String
    /// How many digits must stand before the first separator: 1 gives 1,000, 2 gives 1000 and 10 000.
    public let minimumGroupingDigits: Int
    /// How a percentage is written: `{0}%`.
    public let percent: PercentPattern
    /// Which form of a word goes with which number.
    public let plurals: PluralRules
    /// a, b and c.
    public let and: ListPatterns
    /// a, b or c.
    public let or: ListPatterns
    /// Which way its lines run.
    public let direction: Direction
    /// The font that its script needs, if it is not the course's own. Pages and figures do not ask for it yet.
    public let font: String?
    /// Words that prose keeps in another language, by that language's code: a voice reads them as what they are.
    public let foreign: [String: [String]]
    /// Letters of its own, each with the letter that it follows in a dictionary: ñ follows n.
    public let letters: [Character: Character]

    /// - Parameters:
    ///   - minimumGroupingDigits: 1 or more; CLDR has 1 and 2.
    ///   - foreign: in small letters.
    ///   - letters: small letters.
    public init(
        code: String, endonym: String, decimalMark: DecimalMark, groupSeparator: String, minimumGroupingDigits: Int = 1,
        percent: PercentPattern, plurals: PluralRules, and: ListPatterns, or: ListPatterns,
        direction: Direction = .leftToRight, font: String? = nil, foreign: [String: [String]] = [:],
        letters: [Character: Character] = [:], englishName: String? = nil
    ) {
        self.code = code
        self.endonym = endonym
        self.englishName = englishName
        self.decimalMark = decimalMark
        self.groupSeparator = groupSeparator
        self.minimumGroupingDigits = minimumGroupingDigits
        self.percent = percent
        self.plurals = plurals
        self.and = and
        self.or = or
        self.direction = direction
        self.font = font
        self.foreign = foreign
        self.letters = letters
    }

    /// The digits of a whole number in groups of three.
    func grouped(_ digits: String) -> String {
        guard digits.count - 3 >= max(1, minimumGroupingDigits) else { return digits }
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { result += groupSeparator }
            result.append(digit)
        }
        return result
    }
}
