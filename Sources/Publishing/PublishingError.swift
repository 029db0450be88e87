import Languages
import Notebook

/// A page that could not be made: which lesson, cell and language, and what is wrong there.
public struct PublishingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What can be wrong.
    public enum Problem: Error, Hashable, Sendable {
        case mathematics(TeXError)
        case markdown(MarkdownError)
        case template(TemplateError)
        case script(ScriptError)
        case badName(String, of: String)
        case duplicateName(String, of: String)
        case unknownLesson(String, nearMisses: [String])
        case wrongNumber(Int, expected: Int)
        case missingFigure(String)
        case missingPage
        case badFigureFile(String, reason: String)
        case outputWithoutListing
        case languagesDiffer(what: String)
        case noLanguage
        case badSource(String)
        case badExport(String)
        case badLabPicture(String)
    }

    /// What is wrong.
    public let problem: Problem
    /// The lesson's id, where one lesson is concerned.
    public let lesson: String?
    /// The cell's place and kind, such as "cell 4 (figure laplacian)".
    public let cell: String?
    /// The language, where the other one may be in order.
    public let language: Language?
    /// The line of a document where it is to be mended; nil where no document is at fault.
    public let place: Place?

    /// A line of a document.
    public struct Place: Hashable, Sendable {
        /// The document's path.
        public let file: String
        /// From 1.
        public let line: Int
    }

    init(problem: Problem, lesson: String?, cell: String?, language: Language?, place: Place? = nil) {
        self.problem = problem
        self.lesson = lesson
        self.cell = cell
        self.language = language
        self.place = place
    }

    /// A problem of one cell of a page, at the line of the document where it stands.
    ///
    /// - Parameter index: the cell's place on the page, from 0.
    init(_ problem: Problem, of page: Page, cell index: Int, in language: Language) {
        let origin = page.origin(ofCell: index, in: language)
        self.init(
            problem: problem, lesson: page.lesson.id, cell: page.cells[index].name(at: index), language: language,
            place: origin.map { Place(file: $0.file, line: $0.line(of: problem.fragments)) })
    }

    /// What went wrong and where, in a sentence; in the form that compilers and editors understand, where a document is
    /// at fault.
    public var description: String {
        if let place { return "\(place.file):\(place.line): error: \(problem)" }
        let place = [lesson.map { "lesson \($0)" }, cell, language.map { $0.inEnglish }].compactMap(\.self)
        return place.isEmpty ? "\(problem)" : place.joined(separator: ", ") + ": \(problem)"
    }
}

extension PublishingError.Problem: CustomStringConvertible {
    /// What went wrong and where, in a sentence.
    public var description: String {
        switch self {
        case .mathematics(let error): "\(error)"
        case .markdown(let error): "\(error)"
        case .template(let error): "\(error)"
        case .script(let error): "\(error)"
        case .badName(let name, let kind):
            "“\(name)” can't name a \(kind): a name has 1 to 64 letters (a to z), digits, hyphens and underscores"
        case .duplicateName(let name, let kind): "two \(kind)s are called \(name)"
        case .unknownLesson(let name, let near):
            "the report lists no lesson \(name)"
                + (near.isEmpty ? "" : " (did you mean \(near.joined(separator: " or "))?)")
        case .wrongNumber(let number, let expected):
            "the page says it is number \(number); the report lists it as number \(expected)"
        case .missingFigure(let name): "no file was given for the figure \(name)"
        case .missingPage: "its page is not at hand, and the whole course was asked for"
        case .badFigureFile(let path, let reason): "the figure file \(path) \(reason)"
        case .outputWithoutListing: "output belongs directly under its listing; there is no listing above this one"
        case .languagesDiffer(let what): "the two languages differ in \(what), so the switch would lose its place"
        case .noLanguage: "no language was asked for"
        case .badExport(let reason): "the notebook can't be written as JSON: \(reason)"
        case .badLabPicture(let reason): "the picture of a lab can't be written: \(reason)"
        case .badSource(let address): "the address \(address) is no plain https address that ends with a slash"
        }
    }
}
