import Drawing
import Platform
import Languages
import Notebook
import Storage

/// Writes a report's files into its folder: each whole or not at all, the first page last.
public struct ReportWriter {
    /// What makes the pages. Another one that knows the same languages may take over; figures stay where they are.
    public var publisher: HTMLPublisher
    private let folder: ReportFolder
    let figureFiles: FigureFiles
    var languages: [Language] { publisher.report.languages }
    private let dpi: Int
    private let threads: Int

    /// The figures drawn, for pages to show.
    private var places: [String: FigureFile] = [:]
    /// By the path of the figure's file, which both languages share where nothing in it is words.
    private var drawings: [String: ThemedDrawing] = [:]

    /// A writer into a folder.
    public init(folder: ReportFolder, publisher: HTMLPublisher, figureFiles: FigureFiles, dpi: Int, threads: Int = 1) {
        self.folder = folder
        self.publisher = publisher
        self.figureFiles = figureFiles
        self.dpi = dpi
        self.threads = threads
    }

    /// Writes one lesson: its figures, its results, and last the pages that show them.
    ///
    /// - Parameters:
    ///   - reach: the pages that it may link to, its own among them.
    /// - Throws: `CourseError` where the lesson is at fault, ``PublishingError`` or `StorageError` elsewhere.
    ///   - isDrawn: whether a figure is to be drawn; one that is not has been drawn before.
    public mutating func write(
        _ page: Page, reach: Reach, drawing isDrawn: (FigureCell) -> Bool = { _ in true }
    ) throws {
        try draw(page, isDrawn)
        try write(publish(page, among: PlaceIndex(), reach: reach))
    }

    /// Draws a lesson's figures and writes them, with its results.
    ///
    /// - Throws: as ``write(_:)``.
    mutating func draw(_ page: Page, _ isDrawn: (FigureCell) -> Bool = { _ in true }) throws {
        let lesson = page.lesson.id
        let folder = folder
        let figures = page.figures.filter(isDrawn)
        let written = try figureFiles.draw(
            figures.map { .init($0, of: page) }, in: languages, threads: threads
        ) { [leading = languages.first?.leading] job, figure in
            try WrittenFigure(figure, of: job, in: folder, columnsIn: leading)
        }
        for (cell, figure) in zip(figures, written) {
            for language in languages {
                let file = figure.file(for: language, dpi: dpi)
                places[Self.name(lesson, cell.id, language)] = file
                for (form, path) in [
                    (FigureFiles.Form.usual, file?.path), (.emblem, file?.emblem?.path), (.strip, file?.strip?.path),
                ] {
                    if let path { drawings[path] = figure.embedded[form]?[language] }
                }
            }
        }
        try folder.write(CanonicalJSON.encode(publisher.report.edition.results(of: page)), to: "results/\(lesson).json")
    }

    /// The pages of a lesson whose figures are drawn.
    ///
    /// - Parameter known: the places of the other lessons, for links to be checked against.
    func publish(
        _ page: Page, among known: PlaceIndex, reach: Reach = .everything
    ) throws(PublishingError) -> [PublishedFile] {
        try publisher.lesson(page, among: known, reach: reach, figures: lookup)
    }

    /// Writes pages, but for those that stand there already.
    public func write(_ files: [PublishedFile]) throws {
        // A page comes after what it loads.
        let isPage = { (file: PublishedFile) in file.path.hasSuffix(".html") }
        for file in files.filter({ !isPage($0) }) + files.filter(isPage) { try folder.writeIfNew(file) }
    }

    /// Writes the file with the whole course, the manifest and the lists of lessons, `index.html` last of all.
    ///
    /// - Throws: ``PublishingError`` where a lesson of the report was neither written nor failed.
    func finish(
        _ pages: [Page], failures: [FailedLesson], provenance: RunProvenance
    ) throws {
        let whole = try publisher.wholeFile(pages, failures: failures, figures: lookup) { drawings[$0] }
        try folder.write(whole.bytes, to: whole.path)
        try folder.finish(provenance, pages: try publisher.indexes(figures: lookup))
    }

    /// The figures that are drawn.
    var lookup: FigureLookup {
        let places = places
        return { lesson, figure, language in places[Self.name(lesson, figure, language)] }
    }

    private static func name(_ lesson: String, _ figure: String, _ language: Language) -> String {
        "\(lesson)/\(figure).\(language.code)"
    }

}

/// What a report's numbers come from, for the manifest. Nothing measured, nothing dated.
public struct RunProvenance: Codable, Equatable, Sendable {
    /// The program's version.
    public let program: String
    /// Where every random stream began.
    public let seed: UInt64
    /// Whether networks were trained on a small budget.
    public let quick: Bool
    /// Whether the program drew the digits itself.
    public let drawnDigits: Bool
    /// Whether the program drew the garments itself.
    public let drawnGarments: Bool
    /// The name of own data in the place of the digits; missing where there are none.
    public let ownData: String?
    /// The identity of the reader's own picture in the place of the course's; missing where that is shown.
    public let picture: String?
    /// The identity of the digits.
    public let dataHash: String
    /// The identity of the garments.
    public let garmentsHash: String
    /// The languages of the pages.
    public let languages: [String]
    /// The processor that computed it. Others give the same numbers.
    public let processor: String
    /// The version of Cairo, on which the pixels of PNGs depend.
    public let cairo: String
    /// The version of Pango, which sets their texts.
    public let pango: String

    /// The origin of a run's numbers.
    public init(settings: RunSettings, languages: [Language], processor: String) {
        program = ProgramVersion.current
        seed = settings.seed
        quick = settings.isQuick
        drawnDigits = settings.digits.isDrawn
        drawnGarments = settings.garments.isDrawn
        ownData = settings.digits.isOwn ? settings.digits.kind.name : nil
        picture = settings.picture?.identity
        dataHash = settings.digits.identity
        garmentsHash = settings.garments.identity
        self.languages = languages.map(\.code)
        self.processor = processor
        cairo = DrawingVersions.cairo
        pango = DrawingVersions.pango
    }
}
