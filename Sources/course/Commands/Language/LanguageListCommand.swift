import ArgumentParser
import Documents
import Languages
import Lessons
import Notebook
import Platform

/// `course language list`
struct LanguageListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the languages: code, name, what they fall back to, lessons translated.")

    @OptionGroup var place: DocumentOptions

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let course = try Curriculum.course(with: documents())
        let entries = course.languages.languages.map { Entry($0, in: course) }
        if json { return try Terminal.put(json: entries) }
        let rows = entries.map {
            [
                $0.code, $0.name, $0.fallbacks.first.map { "falls back to \($0)" } ?? "",
                "\($0.lessons) of \($0.of) lessons",
            ]
        }
        try Terminal.put(TextColumns.lines(rows).map { $0 + "\n" }.joined())
    }

    /// Those of the folder that is named, or of the checkout around this one; else the program's own.
    private func documents() throws -> [String: String] {
        let here = URL(filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory)
        guard place.folder == nil, let checkout = Checkout(around: here) else { return try place.all() }
        return try checkout.documents()
    }

    private struct Entry: Encodable {
        let code: String
        let name: String
        let fallbacks: [String]
        let lessons: Int
        let of: Int

        init(_ language: Language, in course: Curriculum) {
            code = language.code
            name = language.endonym
            fallbacks = language.fallbacks.map(\.code)
            lessons = course.descriptions.count { $0.languages.contains(language) }
            of = course.descriptions.count
        }
    }
}
