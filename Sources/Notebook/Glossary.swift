import Languages

/// A word of the trade in both languages: what it means, and which lesson explains it.
public struct Term: Sendable {
    /// Names the entry in addresses: `glossary.html#feature-map`. Never changes.
    public let id: String
    /// The word as a dictionary has it. No Markdown.
    public let name: Localized
    /// What it means, in one or two sentences. CommonMark.
    public let definition: Localized
    /// The id of the lesson that explains it.
    public let lesson: String
    private let others: [Language: [String]]

    /// - Parameters:
    ///   - id: lower-case letters and hyphens; unique among the terms, never changed.
    ///   - en: the English word, then its other forms, separated by bars: `kernel|kernels`.
    ///   - es: the same in Spanish.
    ///   - lesson: the id of the lesson that explains it.
    ///   - definition: what it means.
    public init(_ id: String, en: String, es: String, lesson: String, _ definition: Localized) {
        func forms(_ text: String) -> [String] { text.split(separator: "|").map(String.init) }
        let (english, spanish) = (forms(en), forms(es))
        self.id = id
        name = Localized(en: Phrase(english.first ?? ""), es: Phrase(spanish.first ?? ""))
        others = [.en: english, .es: spanish]
        self.lesson = lesson
        self.definition = definition
    }

    /// The word and its inflected forms, as they stand in prose.
    public func forms(in language: Language) -> [String] { others[language] ?? [] }
}

/// The words of the course. Pages link to it where a lesson first uses one.
public struct Glossary: Sendable {
    /// In the order in which they were given.
    public let terms: [Term]

    /// A glossary of these terms.
    public init(_ terms: [Term] = []) { self.terms = terms }

    /// No words at all: then there is no page of them, and nothing links to it.
    public static let empty = Glossary()

    /// The terms by name, as a reader of the language looks them up: accents and case do not count.
    public func sorted(in language: Language) -> [Term] {
        let format = NumberFormat(language)
        return terms.map { (key: Self.key($0.name.text(in: format)), term: $0) }
            .sorted { ($0.key, $0.term.id) < ($1.key, $1.term.id) }.map(\.term)
    }

    private static func key(_ name: String) -> String {
        // Only ñ is a letter of its own in Spanish; it follows n.
        let accents: [Character: Character] = ["á": "a", "é": "e", "í": "i", "ó": "o", "ú": "u", "ü": "u"]
        return String(name.lowercased().flatMap { $0 == "ñ" ? ["n", "\u{7F}"] : [accents[$0] ?? $0] })
    }
}
