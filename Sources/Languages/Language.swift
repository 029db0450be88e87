/// A language that the course is written in, as its files declare it: how it writes numbers and lists, what pages and
/// figures say in it, and which languages stand in for it.
///
/// Two are the same language if they have the same code.
public struct Language: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Shared by all copies: a language is handed around with every text.
    private final class Declaration: Sendable {
        let rules: LanguageRules
        let words: [String: Message]
        let fallbacks: [Language]

        init(rules: LanguageRules, words: [String: Message], fallbacks: [Language]) {
            self.rules = rules
            self.words = words
            self.fallbacks = fallbacks
        }
    }

    private let declaration: Declaration

    /// - Parameters:
    ///   - rules: how it writes numbers, lists and plurals.
    ///   - words: what pages and figures say in it, by key: `pages.skip`.
    ///   - fallbacks: what is read where it lacks a text, the nearest first.
    public init(_ rules: LanguageRules, words: [String: Message] = [:], fallbacks: [Language] = []) {
        declaration = Declaration(rules: rules, words: words, fallbacks: fallbacks)
    }

    /// As BCP 47 has it: `en`, `es-MX`.
    public var code: String { rules.code }

    /// How the language writes numbers, lists and plurals.
    public var rules: LanguageRules { declaration.rules }

    /// What is read where the language lacks a text, the nearest first.
    public var fallbacks: [Language] { declaration.fallbacks }

    /// The language that the course is written in first.
    public var leading: Language { fallbacks.last ?? self }

    /// The keys of the texts that it has itself.
    public var keys: Set<String> { Set(declaration.words.keys) }

    /// The language's name in that language, as a reader who looks for it writes it.
    public var endonym: String { rules.endonym }

    /// What messages call the language: its name in English, or where no file says that, its own name for itself.
    public var inEnglish: String { rules.englishName ?? rules.endonym }

    /// The code.
    public var description: String { code }

    /// The language without its region: `es` of `es-MX`.
    public var base: Substring { code.prefix { $0 != "-" } }

    /// What is found in this language, or else in the nearest of those that stand in for it.
    public func nearest<Value>(_ find: (Language) -> Value?) -> Value? {
        if let own = find(self) { return own }
        for language in fallbacks {
            if let value = find(language) { return value }
        }
        return nil
    }

    /// What pages or figures say under this key, and the language that says it.
    func message(_ key: String) -> (message: Message, language: Language)? {
        nearest { language in language.declaration.words[key].map { ($0, language) } }
    }

    /// Whether a text is the code of a language, as BCP 47 has it: `fr`, `pt-BR`, `sr-Latn`.
    public static func isCode(_ text: some StringProtocol) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, (2...3).contains(first.count),
            first.allSatisfy({ ("a"..."z").contains($0) })
        else { return false }
        return parts.dropFirst().allSatisfy { part in
            (2...8).contains(part.count) && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
        }
    }

    /// Equal codes, equal languages.
    public static func == (one: Language, other: Language) -> Bool { one.code == other.code }

    /// By the code.
    public func hash(into hasher: inout Hasher) { hasher.combine(code) }

    /// By code, so that lists of languages have one order.
    public static func < (left: Language, right: Language) -> Bool { left.code < right.code }
}
