/// A text in every language of the course: typed in each, the same in all, or one that pages and figures say.
///
/// What a language lacks is read in the language that stands in for it.
public struct Localized: Hashable, Sendable {
    private indirect enum Content: Hashable, Sendable {
        case same(Phrase)
        case each([Language: Phrase])
        case coded([String: Phrase])
        case word(String, [String: Argument])
        case joined([Localized])
        case list([Localized])
        case line(Localized)
    }

    private let content: Content

    private init(_ content: Content) { self.content = content }

    /// A text that all languages share: a number, a formula, a name, a line of code.
    public init(same phrase: Phrase) { content = .same(phrase) }

    /// The same content in each language, each time in good language of its own.
    public init(_ phrases: [Language: Phrase]) { content = .each(phrases) }

    /// A name that comes from outside in some languages, by their codes; where a reader's language and those that stand in
    /// for it have none, the first by its code is read.
    public init(byCode phrases: [String: Phrase]) { content = .coded(phrases) }

    /// What pages or figures say under a key of the language's files.
    ///
    /// - Parameter values: what its slots read.
    public init(word key: String, _ values: [String: Argument] = [:]) { content = .word(key, values) }

    /// The phrase of one language.
    ///
    /// A key that no file has, and a slot that nothing fills, show as `⟨key⟩`: loading a language checks the first, and
    /// the tests of pages and figures look for the mark.
    public subscript(language: Language) -> Phrase {
        switch content {
        case .same(let phrase): return phrase
        case .each(let phrases):
            return language.nearest { phrases[$0] } ?? phrases.min { $0.key < $1.key }?.value ?? ""
        case .coded(let phrases):
            return language.nearest { phrases[$0.code] ?? phrases[String($0.base)] }
                ?? phrases.min { $0.key < $1.key }?.value ?? ""
        case .word(let key, let values):
            guard let (message, spoken) = language.message(key) else { return Phrase("⟨\(key)⟩") }
            do throws(SlotError) {
                return try message.phrase(values.mapValues { $0.resolved(in: language) }, in: spoken.rules)
            } catch { return Phrase("⟨\(key): \(error.slot)⟩") }
        case .joined(let parts): return Phrase(pieces: parts.flatMap { $0[language].pieces })
        case .list(let members): return language.rules.and.joined(members.map { $0[language] })
        case .line(let text): return text[language].inOneLine
        }
    }

    /// The text as a reader sees it, numbers written by the reader's custom.
    public func text(in format: NumberFormat) -> String {
        self[format.language].text(in: format)
    }

    /// Whether the text was typed in this language, or is the same in all.
    public func isWritten(in language: Language) -> Bool {
        switch content {
        case .same: true
        case .each(let phrases): phrases[language] != nil
        // A name is what its owner calls it, in whichever languages.
        case .coded: true
        case .word(let key, _): language.keys.contains(key)
        case .line(let text): text.isWritten(in: language)
        case .joined(let parts), .list(let parts): parts.allSatisfy { $0.isWritten(in: language) }
        }
    }

    /// The same for a place within a sentence, where no line may end: a colon stands there instead.
    public var inOneLine: Localized { Localized(.line(self)) }

    /// The language that the text is in for somebody who reads this one; nil where it is the same in all, or in several.
    public func spoken(to language: Language) -> Language? {
        switch content {
        case .same, .coded: return nil
        case .each(let phrases):
            return language.nearest { phrases[$0] == nil ? nil : $0 } ?? phrases.min { $0.key < $1.key }?.key
        case .word(let key, _): return language.message(key)?.language
        case .line(let text): return text.spoken(to: language)
        case .joined(let parts), .list(let parts):
            let spoken = Set(parts.compactMap { $0.spoken(to: language) })
            return spoken.count == 1 ? spoken.first : nil
        }
    }

    /// Two texts one after the other.
    public static func + (left: Localized, right: Localized) -> Localized {
        switch (left.content, right.content) {
        case (.same(let one), .same(let other)): Localized(same: Phrase(pieces: one.pieces + other.pieces))
        default: Localized(.joined([left, right]))
        }
    }
}

extension Sequence<Localized> {
    /// The texts one after the other.
    public func joined(by separator: Phrase = "") -> Localized {
        var parts: [Localized] = []
        for part in self {
            if !parts.isEmpty, !separator.isEmpty { parts.append(Localized(same: separator)) }
            parts.append(part)
        }
        return parts.dropFirst().reduce(parts.first ?? Localized(same: "")) { $0 + $1 }
    }

    /// The texts in a sentence: a, b and c.
    public var listed: Localized { Localized(members: Array(self)) }
}

extension Phrase {
    fileprivate var inOneLine: Phrase {
        Phrase(
            pieces: pieces.map { piece in
                guard case .text(let text) = piece else { return piece }
                return .text(text.replacing("\n", with: ": "))
            })
    }
}

extension Localized {
    fileprivate init(members: [Localized]) { self.init(.list(members)) }
}
