import Languages

/// What `language.<code>.yaml` says: how a language writes numbers, lists and plurals, as CLDR has it.
///
///     name: Español
///     english: Spanish
///     fallback: en
///     numbers: {decimal: comma, group: " ", minimum: "2", percent: "{0} %"}
///     plurals: {one: n = 1}
///     lists:
///       and: {two: "{0} y {1}", start: "{0}, {1}", middle: "{0}, {1}", end: "{0} y {1}"}
///
/// What it leaves out is as in the language that it falls back to: a file of three lines declares Mexican Spanish.
struct LanguageFile {
    private static let known = [
        "name", "english", "fallback", "numbers", "plurals", "lists", "direction", "font", "foreign", "alphabet",
    ]

    let file: String
    /// The code of the language that is read where this one lacks a text; nil for the one that the course is written in
    /// first.
    let fallback: String?
    /// The line that names it, from 1.
    let fallbackLine: Int
    private let code: String
    private let fields: LanguageFields

    init(_ source: String, code: String, file: String) throws(DocumentError) {
        self.file = file
        self.code = code
        let node = try YAMLReader.node(of: source, file: file)
        fields = try LanguageFields(node, of: "a language", knows: Self.known, file: file)
        fallback = try fields.text("fallback")
        fallbackLine = fields.line(of: "fallback")
    }

    /// - Parameter base: the rules of the language that it falls back to.
    func rules(over base: LanguageRules?) throws(DocumentError) -> LanguageRules {
        let numbers = try fields.fields("numbers", knows: ["decimal", "group", "minimum", "percent"])
        let mark = try wanted(
            numbers.choice("decimal", DecimalMark.init(rawValue:), of: DecimalMark.allCases.map(\.rawValue)),
            or: base?.decimalMark, "numbers: with decimal: point or comma")
        return LanguageRules(
            code: code, endonym: try name(), decimalMark: mark,
            groupSeparator: try group(in: numbers, or: base?.groupSeparator, beside: mark),
            minimumGroupingDigits: try numbers.number("minimum", in: 1...3) ?? base?.minimumGroupingDigits ?? 1,
            percent: try wanted(
                numbers.pattern("percent") { (text) throws(PatternError) in try PercentPattern(text) },
                or: base?.percent, "numbers: with percent: \"{0}%\""),
            plurals: try wanted(plurals(), or: base?.plurals, "plurals: the rules that CLDR has for it"),
            and: try wanted(list("and"), or: base?.and, "lists: with and:"),
            or: try wanted(list("or"), or: base?.or, "lists: with or:"),
            direction: try fields.choice(
                "direction", LanguageRules.Direction.init(rawValue:),
                of: LanguageRules.Direction.allCases.map(\.rawValue)) ?? base?.direction ?? .leftToRight,
            font: try fields.text("font") ?? base?.font,
            foreign: try foreign() ?? base?.foreign ?? [:], letters: try letters() ?? base?.letters ?? [:],
            englishName: try fields.text("english"))
    }

    private func name() throws(DocumentError) -> String {
        guard let name = try fields.text("name"), name.contains(where: { !$0.isWhitespace }) else {
            throw DocumentError(
                file: file, line: fields.line(of: "name"), "a language needs its own name for itself: `name: Français`")
        }
        return name
    }

    /// What stands between thousands: never what ends the whole part, else 1,234 could be either.
    private func group(
        in numbers: LanguageFields, or inherited: String?, beside mark: DecimalMark
    ) throws(DocumentError) -> String {
        let group = try wanted(
            numbers.text("group"), or: inherited, "numbers: with group: what separates thousands")
        let isDigit = group.contains { $0.isNumber }
        guard !group.contains(mark.character), !isDigit else {
            let line = numbers.line(of: numbers.has("group") ? "group" : "decimal")
            throw DocumentError(
                file: file, line: line,
                isDigit
                    ? "“group” can't be “\(group)”, which would be read as part of the number"
                    : "“group” and “decimal” are both “\(mark.character)”, so nobody could tell thousands from decimals; "
                        + "write `group: …` with another mark")
        }
        return group
    }

    /// What the file says, or else the language that it falls back to.
    private func wanted<Value>(
        _ value: Value?, or inherited: Value?, _ what: String
    ) throws(DocumentError) -> Value {
        guard let value = value ?? inherited else {
            throw DocumentError(file: file, line: 1, "a language that falls back to no other one needs \(what)")
        }
        return value
    }

    private func plurals() throws(DocumentError) -> PluralRules? {
        guard let pairs = try fields.pairs("plurals") else { return nil }
        let rules = Dictionary(pairs.map { ($0.key, $0.text) }) { first, _ in first }
        do throws(PluralRuleError) { return try PluralRules(rules) } catch {
            let line = pairs.first { $0.key == error.category }?.line ?? fields.line(of: "plurals")
            throw DocumentError(file: file, line: line, "\(error)")
        }
    }

    private func list(_ name: String) throws(DocumentError) -> ListPatterns? {
        let lists = try fields.fields("lists", knows: ["and", "or"])
        guard lists.has(name) else { return nil }
        let list = try lists.fields(name, knows: ["two", "start", "middle", "end", "before"])
        func pattern(_ fields: LanguageFields, _ key: String) throws(DocumentError) -> ListPattern {
            let pattern = try fields.pattern(key) { (text) throws(PatternError) in try ListPattern(text) }
            guard let pattern else {
                throw DocumentError(
                    file: file, line: lists.line(of: name),
                    "the list “\(name)” lacks \(key): write `\(key): \"{0} … {1}\"`")
            }
            return pattern
        }
        var variants: [ListPatterns.Variant] = []
        for variant in try list.members("before", knows: ["starts", "except", "two", "end"]) {
            variants.append(
                ListPatterns.Variant(
                    before: try variant.texts("starts") ?? [], except: try variant.texts("except") ?? [],
                    two: try pattern(variant, "two"), end: try pattern(variant, "end")))
        }
        return ListPatterns(
            two: try pattern(list, "two"), start: try pattern(list, "start"), middle: try pattern(list, "middle"),
            end: try pattern(list, "end"), variants: variants)
    }

    private func foreign() throws(DocumentError) -> [String: [String]]? {
        guard fields.has("foreign") else { return nil }
        var foreign: [String: [String]] = [:]
        let languages = try fields.fields("foreign", knows: nil)
        for code in languages.keys { foreign[code] = try languages.texts(code) }
        return foreign
    }

    private func letters() throws(DocumentError) -> [Character: Character]? {
        guard let pairs = try fields.pairs("alphabet") else { return nil }
        var letters: [Character: Character] = [:]
        for pair in pairs {
            guard let letter = pair.key.first, let before = pair.text.first, pair.key.count == 1, pair.text.count == 1
            else {
                throw DocumentError(
                    file: file, line: pair.line, "a letter and the one that it follows in a dictionary: `ñ: n`")
            }
            letters[letter] = before
        }
        return letters
    }
}
