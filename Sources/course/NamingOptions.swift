import ArgumentParser
import Languages
import Notebook
import Publishing

/// Whose course it is. Whatever people type is text: it is never read as markup, and never shortened.
struct NamingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The course's name on pages and in files, in every language. (default: what the course calls itself)",
            valueName: "text"))
    var title: String?

    @Option(help: ArgumentHelp("Who teaches it.", valueName: "text"))
    var author: String?

    @Option(help: ArgumentHelp("Where it is taught.", valueName: "text"))
    var institution: String?

    @Option(
        help: ArgumentHelp(
            "Where the repository can be read, such as https://example.org/course/blob/main/; listings link there.",
            valueName: "address"))
    var source: String?

    @Option(
        help: ArgumentHelp(
            "Where the report will be found, such as https://example.org/course/; pages then name their translations.",
            valueName: "address"))
    var base: String?

    @Option(
        help: ArgumentHelp(
            "Who it is for: student leaves the solutions of exercises out, teacher shows them. (default: reader, who unfolds them)",
            valueName: "reader"),
        completion: .list(Edition.allCases.map(\.rawValue)), transform: { try chosen($0, "edition") })
    var edition: Edition?

    func validate() throws {
        try Naming.check(source, of: "--source")
        try Naming.check(base, of: "--base")
    }
}

/// The same, once options, `course.json` and the last report are settled.
struct Naming: Codable, Equatable {
    var title: String?
    var author: String?
    var institution: String?
    var source: String?
    var base: String?
    var edition: Edition?

    init(_ typed: NamingOptions? = nil, file: ConfigurationFile, last: Naming? = nil) {
        title = Self.content(typed?.title ?? file.title ?? last?.title)
        author = Self.content(typed?.author ?? file.author ?? last?.author)
        institution = Self.content(typed?.institution ?? file.institution ?? last?.institution)
        source = Self.content(typed?.source ?? file.source ?? last?.source)
        base = Self.content(typed?.base ?? file.base ?? last?.base)
        edition = typed?.edition ?? last?.edition
    }

    /// An empty text counts as no text. The character 0 ends a text in files and has no look on a page: it is replaced.
    private static func content(_ text: String?) -> String? {
        guard let text, !text.allSatisfy(\.isWhitespace) else { return nil }
        return text.replacing("\0", with: "\u{FFFD}")
    }

    /// Whether the addresses are some: for names that were read from the last report.
    func checkAddresses() throws(ValidationError) {
        try Self.check(source, of: "source")
        try Self.check(base, of: "base")
    }

    fileprivate static func check(_ address: String?, of name: String) throws(ValidationError) {
        guard let address, !ConfigurationFile.isAddress(address) else { return }
        throw ValidationError("\(name) takes \(ConfigurationFile.addressKind), not “\(address)”.")
    }

    /// The course's name in each language.
    var courseTitle: Localized {
        title.map { Localized(same: Phrase($0)) }
            ?? Localized(word: "pages.title")
    }

    var signature: Signature { Signature(author: author, institution: institution) }
}
