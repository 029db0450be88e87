import ArgumentParser
import Lessons
import Notebook
import Publishing
import Storage

/// `course lesson edges gradients`
struct LessonCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lesson",
        abstract: "Run one or some lessons alone.",
        discussion: """
            Writes the pages, figures and results of these lessons, notes them in the folder's manifest, and touches no \
            other file. What the last report \
            used (data, seed, budget) is used again unless options say otherwise.

            Example: course lesson edges gradients
            """)

    @Argument(help: .lessons("Which lessons."), completion: .lessons)
    var lessons: [String]

    @OptionGroup var settings: SettingsOptions
    @OptionGroup var reader: ReaderOptions

    @Option(
        name: [.short, .long], help: ArgumentHelp("The folder to write. (default: Output)", valueName: "folder"),
        completion: .directory)
    var output: String?

    func run() throws {
        let indices = try Curriculum.course.chosen(lessons)
        let workspace = try Workspace(
            settings, reader: reader, output: output, fallback: .lastReport,
            reading: .missing(indices.flatMap { Curriculum.course.lessons[$0].units }))
        try workspace.checkOutput(isWhole: false)
        let pages = try indices.map { try workspace.curriculum.page(at: $0, using: workspace.course) }
        let folder = ReportFolder(workspace.output)
        var writer = try workspace.reportWriter(into: folder)
        let lock = try workspace.lockOutput()
        defer { lock.release() }
        for page in pages { try writer.write(page) }
        try folder.finish()
        for index in indices {
            let id = workspace.curriculum.descriptions[index].id
            for language in workspace.languages {
                try Terminal.put(workspace.output.appending(path: "\(language.rawValue)/\(id).html").path + "\n")
            }
        }
    }
}
