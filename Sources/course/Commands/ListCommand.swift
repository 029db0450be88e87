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
        help: ArgumentHelp("The languages of the titles, separated by commas: en, es.", valueName: "languages"),
        transform: LanguageList.init(typed:))
    var lang: LanguageList?

    @Flag(help: "Print JSON: an array of lessons with id, title, minutes and figures.")
    var json = false

    func run() throws {
        let lessons = try Curriculum.course.descriptions
        if json {
            try Terminal.put(json: lessons.map(Entry.init))
            return
        }
        let languages = try lang?.languages ?? Places().file.languages?.languages ?? [.en]
        let rows = lessons.enumerated().map { index, lesson in
            ["\(index + 1)", lesson.id] + languages.map { lesson.title.text(in: NumberFormat($0)) }
                + ["\(lesson.minutes) min"]
        }
        let lines = TextColumns.lines(rows, rightAligned: [0, languages.count + 2])
        let margin = String(repeating: " ", count: TextColumns.width(of: "\(lessons.count)") + 2)
        for (line, lesson) in zip(lines, lessons) {
            try Terminal.put("\(line)\n\(margin)\(lesson.figures.joined(separator: " "))\n")
        }
    }

    private struct Entry: Encodable {
        struct Title: Encodable {
            let en: String
            let es: String
        }

        let id: String
        let title: Title
        let minutes: Int
        let figures: [String]

        init(_ lesson: LessonDescription) {
            id = lesson.id
            title = Title(en: lesson.title.text(in: NumberFormat(.en)), es: lesson.title.text(in: NumberFormat(.es)))
            minutes = lesson.minutes
            figures = lesson.figures
        }
    }
}
