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

    @Argument(help: ArgumentHelp("The lessons' ids, as `course list` shows them.", valueName: "lesson"))
    var lessons: [String]

    @OptionGroup var settings: SettingsOptions
    @OptionGroup var reader: ReaderOptions

    @Option(name: [.short, .long], help: ArgumentHelp("The folder to write.", valueName: "folder"))
    var output: String?

    @OptionGroup var writing: WritingOptions

    @Flag(help: "Print what was written as JSON: an array of objects with kind and path.")
    var json = false

    func run() throws {
        let indices = try Curriculum.course.chosen(lessons)
        let units = indices.flatMap { Curriculum.course.lessons[$0].units }
        let workspace = try Workspace(
            settings, reader: reader, output: output, fallback: .lastReport,
            reading: .missing(units))
        let folder = ReportFolder(workspace.output, replacesAnything: writing.force)
        var writer = try workspace.reportWriter(into: folder)
        try workspace.check(
            folder, for: indices.flatMap { writer.possiblePaths(of: workspace.curriculum.descriptions[$0]) },
            from: units)
        let pages = try indices.map { try workspace.curriculum.page(at: $0, using: workspace.course) }
        let lock = try workspace.lockOutput()
        defer { lock.release() }
        for page in pages { try writer.write(page) }
        try folder.finish()
        let opened = indices.flatMap { index in
            workspace.languages.map { language in
                let id = workspace.curriculum.descriptions[index].id
                return workspace.output.appending(path: "\(language.rawValue)/\(id).html").path
            }
        }
        try Terminal.put(written: folder, asJSON: json, otherwise: opened)
    }
}
