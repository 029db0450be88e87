import Platform
import Languages
import Notebook
import Storage

/// Lessons as Jupyter notebooks in Python: `edges.en.ipynb`, with code that runs, what it printed, and figures inside.
public struct JupyterExporter: LessonExporter {
    /// Beside the report's pages, in a folder of notebooks.
    public static let folder = "notebooks"
    /// What the pages have in common.
    public let report: Report

    /// What the scripts of all lessons share.
    private let tools: LessonScript?

    /// An exporter of the lessons of a report.
    ///
    /// - Parameter tools: what their Python shares; each notebook has it, since it may be alone.
    public init(_ report: Report, tools: LessonScript? = nil) {
        self.report = report
        self.tools = tools
    }

    /// One file.
    public func possiblePaths(of lesson: LessonDescription, in language: Language) -> [String] {
        [Self.name(of: lesson.id, in: language)]
    }

    private static func name(of id: String, in language: Language) -> String { "\(id).\(language.code).ipynb" }

    /// The notebook of a lesson: one file, its figures inside.
    ///
    /// - Throws: ``PublishingError``, with the cell that can't be exported.
    public func files(
        of page: Page, in language: Language, picture: (FigureCell) -> ExportedPicture?
    ) throws(PublishingError) -> [PublishedFile] {
        func name(_ id: String) -> String { Self.name(of: id, in: language) }
        let lesson = try plain(page, in: language) { id, place in name(id) + (place.map { "#" + $0 } ?? "") }
        var writer = NotebookCells(script: page.script, tools: tools, words: Words(language: language))
        for part in lesson.parts {
            let id = Self.identifier(part.anchor)
            switch part.content {
            case .text(let text): writer.add(text, id: id)
            case .code(let listing, let outputs): writer.add(listing, outputs, id: id, anchor: part.anchor)
            case .exercise(let exercise): writer.add(exercise, of: page.lesson.id, id: id)
            case .figure(let figure):
                writer.add(
                    figure, try self.picture(figure.id, of: page, in: language, picture), id: id, anchor: part.anchor)
            }
        }
        let named = [page.script, tools].compactMap { $0?.script.results }.reduce(Set<String>()) { $0.union($1) }
        let notebook = JupyterNotebook(
            cells: writer.cells,
            metadata: .init(
                title: lesson.title, authors: report.signature.author.map { [.init(name: $0)] } ?? [],
                language: language.code,
                course: .init(lesson: page.lesson.id, results: page.results.named(named.contains))))
        do {
            return [PublishedFile(path: name(page.lesson.id), bytes: try CanonicalJSON.encode(notebook))]
        } catch {
            throw PublishingError(
                problem: .badExport("\(error)"), lesson: page.lesson.id, cell: nil, language: language)
        }
    }

    /// At most 64 letters, digits, hyphens and underscores, as the format asks.
    private static func identifier(_ anchor: String) -> String {
        anchor.utf8.count <= 64 ? anchor : String(anchor.prefix(47)) + "-" + SHA256.hex(of: anchor).prefix(16)
    }
}
