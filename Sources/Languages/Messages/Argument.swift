/// What Swift hands over for a slot: values and outcomes, never words of a language.
public indirect enum Argument: Hashable, Sendable {
    /// A count.
    case integer(Int)
    /// A measured number; the slot says with how many decimals it is written.
    case number(Double)
    /// What is the same in every language: a name, a symbol, code.
    case text(String)
    /// What is already in the language of the message.
    case phrase(Phrase)
    /// What every language says in its own way.
    case localized(Localized)
    /// What came of something, for `select` alone: `more`, `fewer`.
    case outcome(String)
    /// For `list` alone.
    case list([Argument])

    /// For errors.
    var kind: String {
        switch self {
        case .integer: "a whole number"
        case .number: "a number with decimals"
        case .text: "a text"
        case .phrase, .localized: "a phrase"
        case .outcome(let name): "the outcome “\(name)”"
        case .list(let members): members.isEmpty ? "an empty list" : "a list"
        }
    }

    /// Whether something is so, for `select`: its branches are `yes` and `other`.
    public static func isSo(_ isSo: Bool) -> Argument { .outcome(isSo ? "yes" : "no") }

    /// With the words of one language.
    func resolved(in language: Language) -> Argument {
        switch self {
        case .localized(let text): .phrase(text[language])
        case .list(let members): .list(members.map { $0.resolved(in: language) })
        case .integer, .number, .text, .phrase, .outcome: self
        }
    }
}

/// How a slot writes its number.
public enum NumberStyle: Hashable, Sendable {
    /// `{n, number}`: a whole number, as `{n}` writes it.
    case standard
    /// `{n, number, integer}`: rounded to a whole number.
    case integer
    /// `{n, number, ::.00}`: a fixed count of decimals.
    case decimals(Int)
    /// `{n, number, percent}`, `{n, number, ::%x100 .0}`: a share of one as a percentage.
    case percent(decimals: Int)
    /// `{n, number, ::group-off}`: a whole number as code writes it, no grouping and a hyphen for minus.
    case plain

    /// More than any number here has, and few enough for whatever is made of them.
    static let mostDecimals = 20

    static let spellings = ["integer", "percent", "::.00", "::%x100 .0", "::group-off"]

    /// The style of these words; `nil` where there is none.
    init?(_ text: String) {
        switch text {
        case "integer": self = .integer
        case "percent": self = .percent(decimals: 0)
        default:
            guard text.hasPrefix("::") else { return nil }
            var stems = text.dropFirst(2).split { $0.isWhitespace }
            if stems == ["group-off"] {
                self = .plain
                return
            }
            let isPercent = stems.firstIndex(of: "%x100").map { stems.remove(at: $0) } != nil
            guard stems.count == 1, let decimals = Self.decimals(stems[0]) else { return nil }
            self = isPercent ? .percent(decimals: decimals) : .decimals(decimals)
        }
    }

    private static func decimals(_ stem: Substring) -> Int? {
        let zeros = stem.dropFirst()
        guard stem.first == ".", (1...mostDecimals).contains(zeros.count), zeros.allSatisfy({ $0 == "0" }) else {
            return nil
        }
        return zeros.count
    }
}
