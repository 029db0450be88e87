import Languages

/// A word of the trade in every language: what it means, and which lesson explains it.
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
    ///   - forms: in each language the word, then its other forms, separated by bars: `kernel|kernels`.
    ///   - lesson: the id of the lesson that explains it.
    ///   - definition: what it means.
    public init(_ id: String, forms: [Language: String], lesson: String, _ definition: Localized) {
        self.id = id
        others = forms.mapValues { $0.split(separator: "|").map(String.init) }
        name = Localized(others.mapValues { Phrase($0.first ?? "") })
        self.lesson = lesson
        self.definition = definition
    }

    /// The languages that have a word of their own for it, by code.
    public var languages: [Language] { others.keys.sorted() }

    /// The word and its inflected forms, as they stand in prose.
    ///
    /// Those of the language that stands in for it where this one has none of its own.
    public func forms(in language: Language) -> [String] {
        ([language] + language.fallbacks).lazy.compactMap { others[$0] }.first ?? []
    }
}

/// The words of the course. Pages link to it where a lesson first uses one.
public struct Glossary: Sendable {
    /// In the order in which they were given.
    public let terms: [Term]

    /// A glossary of these terms.
    public init(_ terms: [Term] = []) { self.terms = terms }

    /// No words at all: then there is no page of them, and nothing links to it.
    public static let empty = Glossary()

    /// The terms by name, as a reader of the language looks them up: accents and case do not count, letters of the
    /// language's own do.
    public func sorted(in language: Language) -> [Term] {
        let format = NumberFormat(language)
        return terms.map { (key: language.rules.sortingKey(of: $0.name.text(in: format)), term: $0) }
            .sorted { ($0.key, $0.term.id) < ($1.key, $1.term.id) }.map(\.term)
    }
}
