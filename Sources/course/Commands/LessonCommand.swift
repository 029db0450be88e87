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
    @OptionGroup var scene: SceneOptions
    @OptionGroup var computing: ComputingOptions

    @Option(
        name: [.short, .long], help: ArgumentHelp("The folder to write. (default: Output)", valueName: "folder"),
        completion: .directory)
    var output: String?

    @OptionGroup var writing: WritingOptions

    @Flag(help: "Print what was written as JSON: an array of objects with kind and path.")
    var json = false

    func run() throws {
        let curriculum = try reader.place.curriculum()
        let indices = try curriculum.chosen(lessons)
        let units = indices.flatMap { curriculum.lessons[$0].units }
        let workspace = try Workspace(
            settings, reader: reader, scene: scene, output: output, fallback: .lastReport,
            reading: computing.storedOnly ? .stored(units) : .missing(units), curriculum: curriculum)
        try workspace.checkSettings(isWhole: false)
        let folder = ReportFolder(workspace.output, replacesAnything: writing.force)
        var writer = try workspace.reportWriter(into: folder)
        try workspace.check(
            folder, for: indices.flatMap { writer.possiblePaths(of: workspace.curriculum.descriptions[$0]) },
            from: units)
        try workspace.announce(units, storedOnly: computing.storedOnly)
        let pages = try indices.map { try workspace.curriculum.page(at: $0, using: workspace.course) }
        let paths = pages.flatMap { page in workspace.languages.map { $0.page(page.lesson.id) } }
        let lock = try workspace.lockOutput()
        defer { lock.release() }
        let reach = workspace.reach(with: paths, by: writer.publisher)
        for page in pages { try writer.write(page, reach: reach) }
        try folder.finish(
            lessons: RunProvenance(
                settings: workspace.course.settings, languages: workspace.languages, processor: Workspace.processor))
        try Terminal.put(
            written: folder, asJSON: json, otherwise: paths.map { workspace.output.appending(path: $0).path })
    }
}

extension Workspace {
    /// The pages that lie in the output folder once those with these paths are written there.
    fileprivate func reach(with paths: [String], by publisher: HTMLPublisher) -> Reach {
        let others = publisher.pagePaths.filter {
            FileManager.default.fileExists(atPath: output.appending(path: $0).path)
        }
        return .only(Set(paths + others))
    }
}
