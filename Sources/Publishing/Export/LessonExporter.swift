import Languages
import Notebook

/// Makes files of another format from a lesson. Reads and writes no file.
public protocol LessonExporter: Sendable {
    /// The folder below the report's that holds them unless another is named.
    static var folder: String { get }

    /// What the pages have in common.
    var report: Report { get }

    /// Where a lesson's files in one language may stand, known before anything is computed.
    func possiblePaths(of lesson: LessonDescription, in language: Language) -> [String]

    /// A lesson's files in one language.
    ///
    /// - Parameter picture: the PNG of a figure, in the language where it has words.
    /// - Throws: ``PublishingError``, with the cell that can't be exported.
    func files(
        of page: Page, in language: Language, picture: (FigureCell) -> ExportedPicture?
    ) throws(PublishingError) -> [PublishedFile]
}

/// A drawn figure on its way into another format.
public struct ExportedPicture: Sendable {
    /// The name that the file has beside others: `confusion.es.png`.
    public let fileName: String
    /// A PNG.
    public let bytes: [UInt8]
    /// Pixels.
    public let width: Int
    /// Pixels.
    public let height: Int

    /// A picture of some pixels.
    public init(fileName: String, bytes: [UInt8], width: Int, height: Int) {
        self.fileName = fileName
        self.bytes = bytes
        self.width = width
        self.height = height
    }

    /// A picture from a drawing of it.
    public init(_ drawing: FigureFiles.Drawing, of figure: FigureCell) {
        self.init(
            fileName: drawing.fileName(for: figure.id), bytes: drawing.rendered.bytes, width: drawing.rendered.width,
            height: drawing.rendered.height)
    }
}

extension LessonExporter {
    /// A lesson as Markdown, code and pictures.
    func plain(
        _ page: Page, in language: Language, linkToLesson: @escaping (String, String?) -> String
    ) throws(PublishingError) -> PlainLesson {
        let publisher = try HTMLPublisher(report)
        let (outline, context) = try publisher.parts(of: page, in: language)
        return try PlainLesson(page, outline: outline, context: context, linkToLesson: linkToLesson)
    }

    /// The picture of a figure.
    func picture(
        _ id: String, of page: Page, in language: Language, _ pictures: (FigureCell) -> ExportedPicture?
    ) throws(PublishingError) -> ExportedPicture {
        guard let figure = page.figures.first(where: { $0.id == id }), let picture = pictures(figure) else {
            throw PublishingError(
                problem: .missingFigure(id), lesson: page.lesson.id, cell: "figure \(id)", language: language)
        }
        return picture
    }
}
