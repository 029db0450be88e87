import Languages

/// What a class is called: the same in every language, or in each its own.
public struct ClassName: Hashable, Sendable {
    private enum Content: Hashable, Sendable {
        case number(Int)
        case same(String)
        case each([String: String])
    }

    private let content: Content

    /// A class that is a number.
    public init(number: Int) { content = .number(number) }

    /// A name that all languages share.
    public init(_ name: String) { content = .same(name) }

    /// A name in each language, by the language's code; where a reader's language has none, another one's is read.
    ///
    /// - Precondition: there is at least one.
    public init(byLanguage names: [String: String]) {
        precondition(!names.isEmpty, "a class without a name")
        content = .each(names)
    }

    /// The name for a reader.
    public var text: Localized {
        switch content {
        case .number(let number): Localized(same: "\(plain: number)")
        case .same(let name): Localized(same: Phrase(name))
        case .each(let names): Localized(byCode: names.mapValues { Phrase($0) })
        }
    }

    /// The name where no reader's language is known: the English one, if there is one.
    public var plain: String {
        switch content {
        case .number(let number): String(number)
        case .same(let name): name
        case .each(let names): names["en"] ?? names.min { $0.key < $1.key }?.value ?? ""
        }
    }

    /// The names by language code; `nil` where all languages share one.
    public var byLanguage: [String: String]? {
        if case .each(let names) = content { names } else { nil }
    }
}
