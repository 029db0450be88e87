import ArgumentParser
import Languages
import Lessons
import Notebook
import Storage

/// `course list`
struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the lessons and their figures.")

    @Flag(help: "Print JSON: an array of lessons with id, title, minutes and figures.")
    var json = false

    func run() throws {
        let lessons = Curriculum.course.descriptions
        if json {
            try Terminal.put(json: lessons.map(Entry.init))
            return
        }
        let width = lessons.map(\.id.count).max() ?? 0
        for (index, lesson) in lessons.enumerated() {
            let id = lesson.id + String(repeating: " ", count: width - lesson.id.count)
            try Terminal.put(
                "\(index + 1)  \(id)  \(lesson.title.text(in: NumberFormat(.en))) (\(lesson.minutes) min)\n")
            try Terminal.put("   \(String(repeating: " ", count: width))  \(lesson.figures.joined(separator: " "))\n")
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
