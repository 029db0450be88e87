import Platform
import Languages
import Notebook
import Storage

/// Lessons as Jupyter notebooks: `edges.en.ipynb`, with code, what it printed, and figures inside.
public struct JupyterExporter: LessonExporter {
    /// Beside the report's pages, in a folder of notebooks.
    public static let folder = "notebooks"
    /// What the pages have in common.
    public let report: Report

    /// An exporter of the lessons of a report.
    public init(_ report: Report) { self.report = report }

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
        var cells: [JupyterNotebook.Cell] = []
        for part in lesson.parts {
            let id = Self.identifier(part.anchor)
            switch part.content {
            case .text(let text): cells.append(.markdown(id: id, source: text, attachments: [:]))
            case .code(let listing, let outputs):
                let place = "// \(listing.file):\(listing.firstLine)\n"
                let source = place + listing.source(in: language)
                cells.append(.code(id: id, source: source, outputs: outputs.map { .stream($0) }))
            case .figure(let figure):
                let file = try self.picture(figure.id, of: page, in: language, picture)
                add(figure, file, id: id, anchor: part.anchor, to: &cells)
            }
        }
        let notebook = JupyterNotebook(
            cells: cells,
            metadata: .init(
                title: lesson.title, authors: report.signature.author.map { [.init(name: $0)] } ?? [],
                language: language.code))
        do {
            return [PublishedFile(path: name(page.lesson.id), bytes: try CanonicalJSON.encode(notebook))]
        } catch {
            throw PublishingError(
                problem: .badExport("\(error)"), lesson: page.lesson.id, cell: nil, language: language)
        }
    }

    /// A figure under the code that made it is that code's output; elsewhere it is attached to its caption.
    private func add(
        _ figure: PlainFigure, _ file: ExportedPicture, id: String, anchor: String,
        to cells: inout [JupyterNotebook.Cell]
    ) {
        let png = Data(file.bytes).base64EncodedString()
        let caption = "**\(figure.number).** \(figure.caption)"
        let place = "<a id=\"\(anchor)\"></a>"
        if case .code(let code, let source, let outputs) = cells.last {
            cells.removeLast()
            // Twice as many pixels as the page has, for screens that show them.
            let picture = JupyterNotebook.Output.picture(
                png: png, alternative: figure.alternative, width: file.width / 2, height: file.height / 2)
            cells.append(.code(id: code, source: source, outputs: outputs + [picture]))
            cells.append(.markdown(id: id, source: place + caption, attachments: [:]))
        } else {
            let alternative = MarkdownWriter.escapedLine(figure.alternative)
            let source = "\(place)\n![\(alternative)](attachment:\(file.fileName))\n\n\(caption)"
            cells.append(.markdown(id: id, source: source, attachments: [file.fileName: ["image/png": png]]))
        }
    }

    /// At most 64 letters, digits, hyphens and underscores, as the format asks.
    private static func identifier(_ anchor: String) -> String {
        anchor.utf8.count <= 64 ? anchor : String(anchor.prefix(47)) + "-" + SHA256.hex(of: anchor).prefix(16)
    }
}
