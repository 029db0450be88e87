extension Language {
    /// How the language writes numbers, lists and plurals.
    public var rules: LanguageRules {
        switch self {
        case .en: .english
        case .es: .spanish
        }
    }
}

extension LanguageRules {
    /// Lists as the course writes them: without a comma before the last “and”.
    fileprivate static let english = LanguageRules(
        code: "en", endonym: "English", decimalMark: .point, groupSeparator: ",", minimumGroupingDigits: 1,
        percent: PercentPattern(after: "%"),
        // i = 1 and v = 0
        plurals: PluralRules(rules: [
            .init(
                category: .one,
                alternatives: [[.init(operand: .i, ranges: [1...1]), .init(operand: .v, ranges: [0...0])]])
        ]),
        and: ListPatterns(conjunction: "and"), or: ListPatterns(conjunction: "or"))

    /// Groups are those of the RAE's *Ortografía* (2010); plurals and lists are CLDR's.
    fileprivate static let spanish = LanguageRules(
        code: "es", endonym: "Español", decimalMark: .comma, groupSeparator: "\u{202F}", minimumGroupingDigits: 2,
        percent: PercentPattern(after: "\u{A0}%"),
        plurals: PluralRules(rules: [
            // n = 1
            .init(category: .one, alternatives: [[.init(operand: .n, ranges: [1...1])]]),
            // e = 0 and i != 0 and i % 1000000 = 0 and v = 0 or e != 0..5
            .init(
                category: .many,
                alternatives: [
                    [
                        .init(operand: .e, ranges: [0...0]), .init(operand: .i, isEqual: false, ranges: [0...0]),
                        .init(operand: .i, modulus: 1_000_000, ranges: [0...0]), .init(operand: .v, ranges: [0...0]),
                    ],
                    [.init(operand: .e, isEqual: false, ranges: [0...5])],
                ]),
        ]),
        and: ListPatterns(
            conjunction: "y", before: ["i", "í", "hi", "hí"], except: ["hia", "hie"], sounding: "e"),
        or: ListPatterns(conjunction: "o", before: ["o", "ó", "ho", "hó", "8", "11 "], sounding: "u"))
}

extension ListPatterns {
    fileprivate init(conjunction: String, before: [String] = [], except: [String] = [], sounding: String? = nil) {
        let comma = ListPattern(between: ", ")
        let last = ListPattern(between: " \(conjunction) ")
        let other = sounding.map { ListPattern(between: " \($0) ") }
        self.init(
            two: last, start: comma, middle: comma, end: last,
            variants: other.map { [Variant(before: before, except: except, two: $0, end: $0)] } ?? [])
    }
}
