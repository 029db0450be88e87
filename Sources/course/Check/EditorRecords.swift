import Platform
import Lessons
import Notebook
import Storage

/// What an editor has written down in a checkout, in `Lessons/Records`: confirmed translations, names that never
/// change, and the numbers that texts may type.
struct EditorRecords {
    /// Where the lessons' sources are.
    let lessons: URL
    /// Where the records are.
    let folder: URL

    init(checkout: URL) {
        lessons = checkout.appending(path: "Lessons", directoryHint: .isDirectory)
        folder = lessons.appending(path: "Records", directoryHint: .isDirectory)
    }

    private var translations: URL { folder.appending(path: "translations.json") }
    private var names: URL { folder.appending(path: "names.json") }
    private var definitions: URL { folder.appending(path: "definitions.json") }

    /// The texts in the lessons' documents.
    ///
    /// - Throws: ``NoCheckout``; `DocumentError`; what reading them throws.
    func texts() throws -> [SourceText] { try library().texts() }

    /// The documents of the checkout.
    ///
    /// - Throws: as ``texts()``.
    func library() throws -> DocumentLibrary {
        try checkPlace()
        return try DocumentLibrary(documents())
    }

    /// The lessons' documents by path in the checkout.
    func documents() throws -> [String: String] {
        try DocumentFolder(lessons, calledFrom: lessons.deletingLastPathComponent()).files()
    }

    /// Whether there is something to read.
    ///
    /// - Throws: ``NoCheckout``.
    func checkPlace() throws(NoCheckout) {
        guard FileManager.default.fileExists(atPath: folder.path) else { throw NoCheckout(folder: folder.path) }
    }

    /// What has changed since an editor looked, and numbers that texts type without a reason.
    func findings(in texts: [SourceText], _ curriculum: Curriculum, _ pages: [Page]) throws -> [Finding] {
        let recorded = try Names(decoding: Files.read(names))
        return Names.findings(in: curriculum, against: recorded)
            + (try TypedNumbers(decoding: Files.read(definitions)).findings(in: texts, pages: pages))
            + (try Translations(decoding: Files.read(translations)).findings(in: texts))
    }

    /// Writes down the texts and names as they stand.
    ///
    /// - Throws: ``NoCheckout``; `StorageError`.
    func confirm(_ curriculum: Curriculum) throws {
        let texts = try texts()
        try Files.write(Translations(texts).encoded(), to: translations)
        try Files.write(Names(of: curriculum).encoded(), to: names)
    }

    /// The folder is no checkout of the course.
    struct NoCheckout: Error, CustomStringConvertible {
        /// Where the records would be.
        let folder: String

        var description: String {
            "there is no \(folder), so there is nothing to read; type this in a checkout of the course, or name one "
                + "with --checkout"
        }
    }
}
