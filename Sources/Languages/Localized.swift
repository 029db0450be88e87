/// One text in both languages of the course. Both are required, so a missing translation does not compile.
public struct Localized: Hashable, Sendable {
    /// The English text.
    public let en: Phrase
    /// The Spanish text.
    public let es: Phrase

    /// The same content twice, each in good language of its own.
    public init(en: Phrase, es: Phrase) {
        self.en = en
        self.es = es
    }

    /// A text that both languages share: a number, a formula, a name, a line of code.
    public init(same phrase: Phrase) {
        self.init(en: phrase, es: phrase)
    }

    /// The phrase of one language.
    public subscript(language: Language) -> Phrase {
        switch language {
        case .en: en
        case .es: es
        }
    }

    /// The text as a reader sees it, numbers written by the reader's custom.
    public func text(in format: NumberFormat) -> String {
        self[format.language].text(in: format)
    }
}
