import Documents
import Languages
import Lessons
import Notebook
import Platform

/// Which of two languages a fault is in, where lessons part: what the leading one says is held against the lesson's code
/// first, which knows the right names.
struct LeadingDocuments {
    private let files: [String: String]

    /// - Parameter documents: by path.
    init(_ documents: [String: String]) {
        let leader = (try? LanguageSet(documents))?.languages.first?.code
        let named = documents.keys.compactMap { NamedDocument(path: $0, text: "") }
        // A lesson in another language alone has no other one to be held against.
        let led = Set(named.filter { $0.ending == "md" && $0.language == leader }.map(\.name))
        files = documents.filter { path, _ in
            guard let file = NamedDocument(path: path, text: ""), file.ending == "md" else { return true }
            return file.language == leader || !led.contains(file.name)
        }
    }

    /// The lesson that a fault concerns; nil where it is not in a lesson's document.
    static func lesson(of error: any Error) -> String? {
        if let error = error as? DocumentError, error.file.hasSuffix(".md") {
            return NamedDocument(path: error.file, text: "")?.name
        }
        if case .lessonFailed(let id, _)? = error as? CourseError { return id }
        return nil
    }

    /// Whether a fault stands in the lesson's code: something is handed over that no document shows.
    private static func isInCode(_ reason: String) -> Bool {
        reason.split(separator: ":").first?.hasSuffix(".swift") ?? false
    }

    /// What is wrong with a lesson where nobody has translated it; nil where nothing is.
    func fault(of lesson: String, _ workspace: ([String: String]) throws -> Workspace) -> (any Error)? {
        do {
            let workspace = try workspace(files)
            let index = try workspace.curriculum.index(of: lesson)
            let draft = DraftPages(workspace, workspace.curriculum, [index])
            // A figure's code asks for its words when it is made.
            for figure in try draft.written().pages.flatMap(\.figures) { _ = try figure.figure() }
            return nil
        } catch CourseError.lessonFailed(_, let reason) where Self.isInCode(reason) {
            // What the leading document leaves out, another one may show: where they part says more.
            return nil
        } catch { return error }
    }
}
