import Platform
import Lessons
import Notebook
import Storage

/// What an editor has written down in a checkout, in `Lessons/Records`: confirmed translations, names that never
/// change, the numbers that texts may type, and the words that they may use before they are explained.
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
    private var early: URL { folder.appending(path: "early.json") }
    private var definitions: URL { folder.appending(path: Self.reasonsFile) }

    /// The lessons' documents by path in the checkout, and the reasons for typed numbers.
    func documents() throws -> [String: String] {
        var files = try DocumentFolder(lessons, calledFrom: lessons.deletingLastPathComponent()).files()
        files["Lessons/Records/\(Self.reasonsFile)"] = String(decoding: try Files.read(definitions), as: UTF8.self)
        return files
    }

    /// Whether there is something to read.
    ///
    /// - Throws: ``NoCheckout``.
    func checkPlace() throws(NoCheckout) {
        guard FileManager.default.fileExists(atPath: folder.path) else { throw NoCheckout(folder: folder.path) }
    }

    /// Numbers that texts type without a reason.
    ///
    /// - Parameter documents: by path, the reasons among them.
    static func typedNumbers(
        in texts: [SourceText], _ pages: [Page], as documents: [String: String]
    ) throws -> [Finding] {
        let reasons = documents.first { $0.key.hasSuffix("/\(reasonsFile)") }?.value ?? "{}"
        return try TypedNumbers(decoding: Array(reasons.utf8)).findings(in: texts, pages: pages)
    }

    private static let reasonsFile = "definitions.json"

    /// What has changed since an editor looked.
    func findings(in texts: [SourceText], _ curriculum: Curriculum) throws -> [Finding] {
        let recorded = try Names(decoding: Files.read(names))
        return Names.findings(in: curriculum, against: recorded)
            + (try EarlyTerms(decoding: Files.read(early)).findings(in: texts, curriculum))
            + (try Translations(decoding: Files.read(translations)).findings(in: texts))
    }

    /// Writes down the texts and names as they stand.
    ///
    /// - Returns: how many lines are new, and how many are gone.
    /// - Throws: `StorageError`.
    func confirm(_ texts: [SourceText], _ curriculum: Curriculum) throws -> (added: Int, removed: Int) {
        let (pairs, lines) = (Translations(texts), Names(of: curriculum))
        let before = try Translations(decoding: Files.read(translations))
        let known = try Names(decoding: Files.read(names))
        try Files.write(pairs.encoded(), to: translations)
        try Files.write(lines.encoded(), to: names)
        let (now, then) = (Set(lines.lines), Set(known.lines))
        return (
            pairs.count(without: before) + now.subtracting(then).count,
            before.count(without: pairs) + then.subtracting(now).count
        )
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
