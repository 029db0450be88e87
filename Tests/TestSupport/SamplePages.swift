import Documents
import Languages
import Notebook

extension Page {
    /// Adds text: CommonMark, with TeX between dollar signs.
    public mutating func prose(en: Phrase, es: Phrase) { append(.prose(Localized(en: en, es: es))) }
}

extension Cell {
    /// An exercise without a name, which nobody checks.
    public static func exercise(_ text: Localized, solution: Localized) -> Cell {
        .exercise(Exercise(text: text, solution: solution))
    }
}

/// A lesson with what its documents say.
public protocol SampleLesson: Lesson {
    /// What stands below the front matter, by the code of the language.
    static var texts: [String: String] { get }
}

extension SampleLesson {
    /// Nothing: the documents have no slots.
    public func run(into material: inout Material, using course: Course) throws {}

    /// The lesson's documents, by path: `Lessons/fine/fine.en.md`.
    public static var documents: [String: String] {
        var files: [String: String] = [:]
        for (code, text) in texts {
            files["Lessons/\(id)/\(id).\(code).md"] =
                "---\ntitle: \(id)\nquestion: Why?\ngoals: [to see]\nminutes: 1\n---\n\(text)\n"
        }
        return files
    }
}

extension Curriculum {
    /// These lessons, with their documents and other files.
    public init(
        samples lessons: [any SampleLesson.Type], listings: [String: Listing] = [:], files: [String: String] = [:]
    ) throws(DocumentError) {
        var files = files
        for lesson in lessons { files.merge(lesson.documents) { own, _ in own } }
        try self.init(lessons, listings: listings, documents: DocumentLibrary(sample: files))
    }
}
