import ArgumentParser
import Languages
import Lessons
import Notebook
import Storage

/// `course list`
struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the lessons and their figures.")

    @Option(
        help: .languages("The languages of the titles", default: false),
        completion: .languages, transform: LanguageList.init(typed:))
    var lang: LanguageList?

    @OptionGroup var place: DocumentOptions

    @Flag(help: "Print JSON: an array of lessons with id, title, minutes and figures.")
    var json = false

    func run() throws {
        let course = try place.curriculum()
        let (lessons, known) = (course.descriptions, course.languages)
        if json {
            try Terminal.put(json: lessons.map { Entry($0, in: known.main) })
            return
        }
        let list = try lang ?? Places().file.languages
        let languages = try list?.chosen(among: known) ?? Array(known.languages.prefix(1))
        let rows = lessons.enumerated().map { index, lesson in
            ["\(lessons.number(at: index))", lesson.id] + languages.map { lesson.title.text(in: NumberFormat($0)) }
                + ["\(lesson.minutes) min"]
        }
        let lines = TextColumns.lines(rows, rightAligned: [0, languages.count + 2])
        let margin = String(repeating: " ", count: TextColumns.width(of: "\(lessons.count)") + 2)
        for (line, lesson) in zip(lines, lessons) {
            try Terminal.put("\(line)\n\(margin)\(lesson.figures.joined(separator: " "))\n")
        }
    }

    private struct Entry: Encodable {
        let id: String
        /// By the codes of the languages.
        let title: [String: String]
        let minutes: Int
        let figures: [String]

        init(_ lesson: LessonDescription, in languages: [Language]) {
            id = lesson.id
            title = Dictionary(languages.map { ($0.code, lesson.title.text(in: NumberFormat($0))) }) { first, _ in first
            }
            minutes = lesson.minutes
            figures = lesson.figures
        }
    }
}
