import ArgumentParser
import Platform
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
            other file. What the last report used (data, seed, budget) is used again unless options say otherwise. What \
            is not stored yet is computed, after saying so. Pages link to what lies in the folder.

            Example: course lesson edges gradients
            """)

    @Argument(help: .lessons("Which lessons."), completion: .lessons)
    var lessons: [String]

    @OptionGroup var settings: SettingsOptions
    @OptionGroup var reader: ReaderOptions
    @OptionGroup var computing: ComputingOptions

    @Option(
        name: [.short, .long], help: ArgumentHelp("The folder to write. (default: Output)", valueName: "folder"),
        completion: .directory)
    var output: String?

    @OptionGroup var writing: WritingOptions

    @Flag(help: "Print what was written as JSON: an array of objects with kind and path.")
    var json = false

    func run() throws {
        let indices = try Curriculum.course.chosen(lessons)
        let units = indices.flatMap { Curriculum.course.lessons[$0].units }
        let workspace = try Workspace(
            settings, reader: reader, output: output, fallback: .lastReport,
            reading: computing.storedOnly ? .stored(units) : .missing(units))
        try workspace.checkSettings(isWhole: false)
        let folder = ReportFolder(workspace.output, replacesAnything: writing.force)
        var writer = try workspace.reportWriter(into: folder)
        try workspace.check(
            folder, for: indices.flatMap { writer.possiblePaths(of: workspace.curriculum.descriptions[$0]) },
            from: units)
        try workspace.announce(units, storedOnly: computing.storedOnly)
        let pages = try indices.map { try workspace.curriculum.page(at: $0, using: workspace.course) }
        let lock = try workspace.lockOutput()
        defer { lock.release() }
        let reach = workspace.reach(of: pages, with: writer.publisher)
        for page in pages { try writer.write(page, reach: reach) }
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

extension Workspace {
    /// The pages that lie in the output folder once some lessons are written there.
    fileprivate func reach(of pages: [Page], with publisher: HTMLPublisher) -> Reach {
        let written = pages.flatMap { page in languages.map { "\($0.rawValue)/\(page.lesson.id).html" } }
        let others = publisher.pagePaths.filter {
            FileManager.default.fileExists(atPath: output.appending(path: $0).path)
        }
        return .only(Set(written + others))
    }
}
