import Elementary
import Languages
import Platform
import Storage

/// Which numbers the texts of each lesson may type, and why: definitions, years, names. Every other number in a text
/// must come from a value, so that it can't disagree with the run.
public struct TypedNumbers: Sendable {
    /// In the place of a number: the lesson's texts may type any, such as one that quotes what others wrote.
    private static let all = "*"

    /// By lesson, by number as code writes it, the reason.
    private let definitions: [String: [String: String]]

    /// Reads `{"edges": {"100": "a pixel of the worked window"}}`.
    public init(decoding bytes: [UInt8]) throws {
        definitions = try CanonicalJSON.decode([String: [String: String]].self, from: bytes)
    }

    /// Numbers that a text types without a reason, and reasons for numbers that no text types.
    ///
    /// - Parameter pages: where they are at hand, their results name the value that should stand in the number's place.
    public func findings(in texts: [SourceText], pages: [Page] = []) throws -> [Finding] {
        let recorded = Dictionary(
            try pages.map { ($0.lesson.id, try Self.values(of: $0.results)) }, uniquingKeysWith: { first, _ in first })
        var unused = Set(
            definitions.flatMap { lesson, numbers in numbers.keys.map { Entry(lesson: lesson, number: $0) } })
        var findings: [Finding] = []
        for text in texts {
            // What a comment in the source says is code; its translation says no other numbers.
            let given =
                text.isComment ? Self.numbers(in: text.source.text, text.source.language.rules).map(\.text) : []
            for (number, version, place) in Self.numbers(in: text) where !given.contains(number) {
                unused.remove(Entry(lesson: text.lesson, number: number))
                if let reasons = definitions[text.lesson], reasons[number] ?? reasons[Self.all] != nil {
                    if reasons[number] == nil { unused.remove(Entry(lesson: text.lesson, number: Self.all)) }
                    continue
                }
                let source = recorded[text.lesson]?.first { Self.isWritten($0.value, as: number) }
                let what = "the text types \(number)" + (source.map { ", which the page records as \($0.name)" } ?? "")
                findings.append(
                    Finding(
                        lesson: text.lesson,
                        cell: version.place(ofWord: version.text.prefix(place).count { $0 == " " }),
                        what: "\(what): “\(Self.surroundings(of: place, in: version.text))”",
                        remedy: "Interpolate the value, or give the reason in Records/definitions.json"))
            }
        }
        return findings
            + unused.sorted { ($0.lesson, $0.number) < ($1.lesson, $1.number) }.map { entry in
                Finding(
                    lesson: entry.lesson, cell: "Records/definitions.json",
                    what: "a reason is given for \(entry.number), which no text types", remedy: "Take it out")
            }
    }

    private struct Entry: Hashable {
        let lesson: String
        let number: String
    }

    // MARK: Numbers in texts

    /// The numbers of a text as code writes them, formulas and code aside, each once and with the version that has it
    /// first, and how many characters stand before it there.
    static func numbers(in text: SourceText) -> [(number: String, version: SourceText.Version, place: Int)] {
        var found: [(number: String, version: SourceText.Version, place: Int)] = []
        for version in text.versions {
            for number in numbers(in: version.text, version.language.rules)
            where !found.contains(where: { $0.number == number.text }) {
                found.append((number.text, version, number.place))
            }
        }
        return found
    }

    private static func numbers(in text: String, _ rules: LanguageRules) -> [(text: String, place: Int)] {
        guard text.utf8.contains(where: { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return [] }
        let characters = prose(of: text)
        var found: [(text: String, place: Int)] = []
        var index = 0
        while index < characters.count {
            guard characters[index].isASCIIDigit, index == 0 || !characters[index - 1].isLetter else {
                // A digit within a name, such as conv1, belongs to the name, and so do those behind it.
                index += 1
                while index < characters.count, characters[index - 1].isLetter || characters[index - 1].isASCIIDigit,
                    characters[index].isASCIIDigit
                { index += 1 }
                continue
            }
            var number = ""
            let place = index
            while index < characters.count {
                let isSeparator =
                    ".,\u{202F}\u{A0}".contains(characters[index]) && index + 1 < characters.count
                    && characters[index + 1].isASCIIDigit
                guard characters[index].isASCIIDigit || isSeparator else { break }
                number.append(characters[index])
                index += 1
            }
            found.append((plain(number, rules), place))
        }
        return found
    }

    /// A number as code writes it: no grouping, a point.
    private static func plain(_ number: String, _ rules: LanguageRules) -> String {
        let digits = number.filter { $0 != "\u{202F}" && $0 != "\u{A0}" }
        return rules.decimalMark == .comma ? digits.replacing(",", with: ".") : digits.replacing(",", with: "")
    }

    /// The text with blanks for what stands between dollars or backquotes, for addresses and years of works, as many as there are characters.
    private static func prose(of text: String) -> [Character] {
        // Where a link leads, and the year of a work that it cites, are no numbers that a run could have.
        let text =
            !text.utf8.contains(UInt8(ascii: "]"))
            ? text
            : text.replacing(/\]\([^)]*\)|\((?:1[89]|20)\d\d\)(?=\])/) {
                String(repeating: " ", count: $0.output.count)
            }
        var result: [Character] = []
        var closing: Character?
        var previous: Character?
        for character in text {
            defer { previous = character }
            // Two dollars in a row are one sign.
            if character == "$", previous == "$" {
                result.append(" ")
            } else if let open = closing {
                if character == open { closing = nil }
                result.append(" ")
            } else if character == "$" || character == "`" {
                closing = character
                result.append(" ")
            } else {
                result.append(character)
            }
        }
        return result
    }

    /// The words around a place in a text, as many as can be taken in at a glance.
    private static func surroundings(of place: Int, in text: String) -> String {
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        let word = text.prefix(place).count { $0 == " " }
        let (first, last) = (max(0, word - 6), min(words.count - 1, word + 6))
        guard first <= last else { return text }
        return (first > 0 ? "… " : "") + words[first...last].joined(separator: " ")
            + (last < words.count - 1 ? " …" : "")
    }

    // MARK: Values of pages

    /// Every number that a page records, with the name of the record.
    private static func values(of results: Results) throws -> [(name: String, value: Double)] {
        let value = try CanonicalJSON.decode(JSONValue.self, from: CanonicalJSON.encode(results))
        guard case .object(let records) = value else { return [] }
        return records.sorted { $0.key < $1.key }.flatMap { name, value in numbers(in: value).map { (name, $0) } }
    }

    private static func numbers(in value: JSONValue) -> [Double] {
        switch value {
        case .null, .boolean, .text: []
        case .whole(let whole): [Double(whole)]
        case .number(let number): [number]
        case .list(let list): list.flatMap(numbers)
        case .object(let object): object.sorted { $0.key < $1.key }.flatMap { numbers(in: $0.value) }
        }
    }

    /// Whether the number, as it is written, is this value or its percentage. Short numbers are too common to tell.
    private static func isWritten(_ value: Double, as number: String) -> Bool {
        guard number.count(where: \.isASCIIDigit) > 2, let typed = Double(number) else { return false }
        let decimals = number.split(separator: ".").dropFirst().first?.count ?? 0
        let tolerance = 0.5000001 * .pow(10, -Double(decimals))
        return abs(abs(value) - typed) < tolerance || (decimals > 0 && abs(abs(value) * 100 - typed) < tolerance)
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
