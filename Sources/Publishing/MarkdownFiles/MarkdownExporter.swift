import Languages
import Notebook

/// Lessons as Markdown files with their figures beside them: `en/edges.md`, `figures/edges/laplacian.en.png`.
public struct MarkdownExporter: LessonExporter {
    /// Beside the report's pages, in a folder of its own.
    public static let folder = "markdown"
    /// What the pages have in common.
    public let report: Report

    /// An exporter of the lessons of a report.
    public init(_ report: Report) { self.report = report }

    /// The text, and each figure with words or without.
    public func possiblePaths(of lesson: LessonDescription, in language: Language) -> [String] {
        let figures = lesson.figures.flatMap { figure in
            [language, nil].map { FigureFiles.fileName(of: figure, frame: nil, $0, .light, .png) }
        }
        return [Self.path(of: lesson.id, in: language)] + figures.map { Self.path(ofFigure: $0, of: lesson.id) }
    }

    private static func path(of id: String, in language: Language) -> String { "\(language.code)/\(id).md" }

    private static func path(ofFigure name: String, of id: String) -> String { "figures/\(id)/\(name)" }

    /// The text of a lesson and a file for each of its figures.
    ///
    /// - Throws: ``PublishingError``, with the cell that can't be exported.
    public func files(
        of page: Page, in language: Language, picture: (FigureCell) -> ExportedPicture?
    ) throws(PublishingError) -> [PublishedFile] {
        let lesson = try plain(page, in: language) { id, place in id + ".md" + (place.map { "#" + $0 } ?? "") }
        var blocks: [String] = []
        var figures: [PublishedFile] = []
        for part in lesson.parts {
            let place = "<a id=\"\(part.anchor)\"></a>"
            switch part.content {
            case .text(let text): blocks.append(text)
            case .code(let listing, let outputs):
                blocks.append("\(place)`\(listing.file)`, \(Words(language: language)(.line, n: listing.firstLine))")
                blocks.append(MarkdownWriter.fenced(listing.source(in: language), language: "swift"))
                if let twin = listing.twin {
                    blocks.append("`\(twin.file)`, \(Words(language: language)(.line, n: twin.piece.firstLine))")
                    blocks.append(MarkdownWriter.fenced(twin.source(in: language), language: "python"))
                }
                blocks += outputs.map { MarkdownWriter.fenced($0, language: "text") }
            case .exercise(let exercise): blocks.append(exercise.markdown)
            case .figure(let figure):
                let file = try self.picture(figure.id, of: page, in: language, picture)
                let path = Self.path(ofFigure: file.fileName, of: page.lesson.id)
                let alternative = MarkdownWriter.escapedLine(figure.alternative)
                blocks.append("\(place)\n![\(alternative)](../\(path))\n\n**\(figure.number).** \(figure.caption)")
                figures.append(PublishedFile(path: path, bytes: file.bytes))
            }
        }
        let text = blocks.joined(separator: "\n\n") + "\n"
        return figures + [PublishedFile(path: Self.path(of: page.lesson.id, in: language), bytes: Array(text.utf8))]
    }
}
