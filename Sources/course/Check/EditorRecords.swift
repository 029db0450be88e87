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

    /// The texts in the lessons' sources; `nil` where this is no checkout.
    func texts() throws -> [SourceText]? {
        guard FileManager.default.fileExists(atPath: folder.path) else { return nil }
        return try SourceText.texts(below: lessons)
    }

    /// What has changed since an editor looked, and numbers that texts type without a reason.
    func findings(in texts: [SourceText]?, _ curriculum: Curriculum, _ pages: [Page]) throws -> [Finding] {
        guard let texts else { return Names.findings(in: curriculum, against: nil) }
        let recorded = try Names(decoding: Files.read(names))
        return Names.findings(in: curriculum, against: recorded)
            + (try TypedNumbers(decoding: Files.read(definitions)).findings(in: texts, pages: pages))
            + (try Translations(decoding: Files.read(translations)).findings(in: texts))
    }

    /// Writes down the texts and names as they stand.
    ///
    /// - Throws: where this is no checkout.
    func confirm(_ curriculum: Curriculum) throws {
        guard let texts = try texts() else { throw NoCheckout(folder: folder.path) }
        try Files.write(Translations(texts).encoded(), to: translations)
        try Files.write(Names(of: curriculum).encoded(), to: names)
    }

    private struct NoCheckout: Error, CustomStringConvertible {
        let folder: String

        var description: String {
            "there is no \(folder) to write to; type this in a checkout, or name one with --checkout"
        }
    }
}
