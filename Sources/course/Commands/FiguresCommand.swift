import ArgumentParser
import Platform
import Lessons
import Notebook
import Publishing
import Storage

/// `course figures cnn/confusion`
struct FiguresCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "figures",
        abstract: "Draw figures again, from stored results.",
        discussion: """
            Names are lesson/figure; * and ? stand for anything. Without names, all figures are drawn. Nothing is \
            trained where the last report has done so, and no data set is needed.

            Example: course figures 'cnn/*' --lang es --theme projector --width 1920px --output slides
            """)

    @Argument(
        help: ArgumentHelp(
            "The figures, such as cnn/confusion or '*/curves'; `course list` has their names. (default: all)",
            valueName: "figure"),
        completion: .figures)
    var names: [String] = []

    @OptionGroup var settings: SettingsOptions
    @OptionGroup var reader: ReaderOptions
    @OptionGroup var figures: FigureOptions

    @Option(
        name: [.short, .long],
        help: ArgumentHelp(
            "The folder to write: lesson/figure.language.png. (default: Output/figures)", valueName: "folder"),
        completion: .directory)
    var output: String?

    @Flag(help: "Draw everything and write nothing: tell what would be written.")
    var dryRun = false

    @Flag(help: "Print what was written as JSON.")
    var json = false

    func run() throws {
        let selection = try usage { () throws(CourseError) in
            try FigureSelection(names.isEmpty ? ["*/*"] : names, in: Curriculum.course.descriptions)
        }
        let units = try selection.byLesson.flatMap { lesson, _ in
            let index = try Curriculum.course.index(of: lesson)
            return Curriculum.course.lessons[index].units
        }
        let workspace = try Workspace(
            settings, reader: reader, output: output, fallback: .lastReport, reading: .missing(units))
        let files = workspace.figureFiles(try figures.style(decimalMark: workspace.decimalMark))
        let part = OutputPart("figures", named: output, in: workspace)
        if !dryRun { try Files.checkWritable(part.folder, needing: 1 << 20) }
        let jobs = try jobs(selection, in: workspace)
        let lock = dryRun ? nil : try part.lock(of: workspace)
        defer { lock?.release() }
        let writes = !dryRun
        let written = try files.draw(jobs, in: workspace.languages, threads: workspace.course.threads) { job, figure in
            try figure.drawings.map { try Written($0, of: job, into: part, writes: writes) }
        }.joined()
        if writes { try part.finish() }
        if json {
            try Terminal.put(json: Array(written))
        } else {
            try Terminal.put(written.map { $0.path + "\n" }.joined())
        }
    }

    private func jobs(_ selection: FigureSelection, in workspace: Workspace) throws -> [FigureFiles.Job] {
        try selection.byLesson.flatMap { lesson, figures in
            let index = try workspace.curriculum.index(of: lesson)
            let page = try workspace.curriculum.page(at: index, using: workspace.course)
            return page.figures.filter { figures.contains($0.id) }.map { FigureFiles.Job($0, of: page) }
        }
    }

    private struct Written: Encodable, Sendable {
        let figure: String
        let language: String?
        let theme: String
        let path: String
        let width: Int
        let height: Int

        init(
            _ drawing: FigureFiles.Drawing, of job: FigureFiles.Job, into part: OutputPart, writes: Bool
        ) throws(StorageError) {
            let (lesson, id) = (job.page.lesson.id, job.cell.id)
            let file = "\(lesson)/\(drawing.fileName(for: id))"
            if writes { try part.write(drawing.rendered.bytes, to: file) }
            figure = "\(lesson)/\(id)"
            language = drawing.language?.rawValue
            theme = drawing.theme.id
            path = part.folder.appending(path: file).path
            width = drawing.rendered.width
            height = drawing.rendered.height
        }
    }
}
