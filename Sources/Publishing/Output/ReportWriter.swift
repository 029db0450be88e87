import Foundation
import Languages
import Notebook
import Storage

/// Writes a report's files into its folder: each whole or not at all, the first page last.
public struct ReportWriter {
    private let folder: URL
    private let publisher: HTMLPublisher
    private let figureFiles: FigureFiles
    private let languages: [Language]
    private let dpi: Int
    private let threads: Int

    /// SHA-256 of each file written, by its path in the folder.
    public private(set) var hashes: [String: String] = [:]

    /// A writer into a folder, which need not exist yet.
    public init(folder: URL, publisher: HTMLPublisher, figureFiles: FigureFiles, dpi: Int, threads: Int = 1) {
        self.folder = folder
        self.publisher = publisher
        self.figureFiles = figureFiles
        languages = publisher.report.languages
        self.dpi = dpi
        self.threads = threads
    }

    /// Writes one lesson: its figures, its results, and last the pages that show them.
    ///
    /// - Throws: `CourseError` where the lesson is at fault, ``PublishingError`` or `StorageError` elsewhere.
    public mutating func write(_ page: Page) throws {
        let lesson = page.lesson.id
        var places: [String: FigureFile] = [:]
        let folder = folder
        let written = try figureFiles.draw(
            page.figures.map { .init($0, of: page) }, in: languages, threads: threads
        ) { job, figure in try WrittenFigure(figure, of: job, below: folder) }
        for (cell, figure) in zip(page.figures, written) {
            hashes.merge(figure.hashes) { $1 }
            for language in languages {
                places["\(cell.id).\(language.rawValue)"] = figure.file(for: language, dpi: dpi)
            }
        }
        try write(CanonicalJSON.encode(page.results), to: "results/\(lesson).json")
        let known = places
        for file in try publisher.lesson(
            page, figures: { _, figure, language in known["\(figure).\(language.rawValue)"] })
        {
            try write(file.bytes, to: file.path)
        }
    }

    /// Writes the manifest and then the lists of lessons, `index.html` last of all.
    public mutating func finish(_ provenance: RunProvenance) throws {
        let indexes = try publisher.indexes()
        for file in indexes { hashes[file.path] = SHA256.hex(of: file.bytes) }
        let manifest = Manifest(run: provenance, files: hashes)
        try Files.write(CanonicalJSON.encode(manifest), to: folder.appending(path: "manifest.json"))
        for file in indexes { try Files.write(file.bytes, to: folder.appending(path: file.path)) }
    }

    private mutating func write(_ bytes: [UInt8], to path: String) throws {
        try Files.write(bytes, to: folder.appending(path: path))
        hashes[path] = SHA256.hex(of: bytes)
    }

    private struct Manifest: Encodable {
        let run: RunProvenance
        /// SHA-256 by path.
        let files: [String: String]
    }
}

/// What a report's numbers come from, for the manifest. Nothing measured, nothing dated.
public struct RunProvenance: Encodable, Sendable {
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
    /// The identity of the digits.
    public let dataHash: String
    /// The identity of the garments.
    public let garmentsHash: String
    /// The languages of the pages.
    public let languages: [String]
    /// The processor that computed it: other ones may give other last digits.
    public let processor: String

    /// The origin of a run's numbers.
    public init(settings: RunSettings, languages: [Language], processor: String) {
        program = ProgramVersion.current
        seed = settings.seed
        quick = settings.isQuick
        drawnDigits = settings.digits.isDrawn
        drawnGarments = settings.garments.isDrawn
        dataHash = settings.digits.identity
        garmentsHash = settings.garments.identity
        self.languages = languages.map(\.rawValue)
        self.processor = processor
    }
}
