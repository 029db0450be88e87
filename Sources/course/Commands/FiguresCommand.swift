import ArgumentParser
import Figures
import Languages
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
            trained where the last report has done so, and no data set is needed; what is not stored yet is computed, \
            after saying so.

            Example: course figures 'cnn/*' --lang es --fit 16:9 --output slides
            """)

    @Argument(
        help: ArgumentHelp(
            "The figures, such as cnn/confusion or '*/curves'; `course list` has their names. (default: all)",
            valueName: "figure"),
        completion: .figures)
    var names: [String] = []

    @OptionGroup var settings: SettingsOptions
    @OptionGroup var reader: ReaderOptions
    @OptionGroup var scene: SceneOptions
    @OptionGroup var figures: FigureOptions
    @OptionGroup var computing: ComputingOptions

    @Option(
        name: [.short, .long],
        help: ArgumentHelp(
            "The folder to write: lesson/figure.language.png. (default: Output/figures)", valueName: "folder"),
        completion: .directory)
    var output: String?

    @Flag(help: "Compute nothing and write nothing: list what would be written.")
    var dryRun = false

    @OptionGroup var writing: WritingOptions

    @Flag(help: "Print what was written as JSON.")
    var json = false

    func run() throws {
        let curriculum = try reader.place.curriculum()
        let descriptions = curriculum.descriptions
        let selection = try usage { () throws(CourseError) in
            try FigureSelection(names.isEmpty ? ["*/*"] : names, in: descriptions)
        }
        let units = try selection.byLesson.flatMap { lesson, _ in try curriculum.units(of: lesson) }
        let computes = !dryRun && !computing.storedOnly
        let workspace = try Workspace(
            settings, reader: reader, scene: scene, output: output, fallback: .lastReport,
            reading: computes ? .missing(units) : .stored(units), curriculum: curriculum)
        for (old, new) in selection.renamed { workspace.terminal.say("\(old) is called \(new) now.") }
        let files = workspace.figureFiles(try figures.style(decimalMark: workspace.decimalMark, on: workspace.paper))
        let part = OutputPart("figures", named: output, replacesAnything: writing.force, in: workspace)
        let (written, failures): ([Written], [CourseError])
        if dryRun {
            try NoFonts.check()
            (written, failures) = try plan(selection, with: files, into: part, in: workspace)
        } else {
            try workspace.checkSettings(ofPart: output)
            let names = selection.byLesson.flatMap { lesson, figures in
                figures.flatMap { files.possibleNames(of: $0, in: workspace.languages).map { "\(lesson)/\($0)" } }
            }
            try part.check(names, from: units, in: workspace, needing: 1 << 20)
            try workspace.announce(units, storedOnly: computing.storedOnly)
            let jobs = try jobs(selection, in: workspace)
            let lock = try part.lock(of: workspace)
            defer { lock.release() }
            (written, failures) = try draw(jobs, with: files, into: part, writes: true, in: workspace)
            try part.finish()
        }
        if json {
            try Terminal.put(json: written)
        } else {
            try Terminal.put(written.map { $0.path + "\n" }.joined())
        }
        try workspace.terminal.tell(failures, of: selection.byLesson.reduce(0) { $0 + $1.figures.count })
    }

    private func jobs(_ selection: FigureSelection, in workspace: Workspace) throws -> [FigureFiles.Job] {
        try selection.byLesson.flatMap { try jobs(of: $0, $1, in: workspace) }
    }

    private func jobs(
        of lesson: String, _ figures: Set<String>, in workspace: Workspace
    ) throws -> [FigureFiles.Job] {
        let index = try workspace.curriculum.index(of: lesson)
        let page = try workspace.curriculum.page(at: index, using: workspace.course)
        return page.figures.filter { figures.contains($0.id) }.map { FigureFiles.Job($0, of: page) }
    }

    private func draw(
        _ jobs: [FigureFiles.Job], with files: FigureFiles, into part: OutputPart, writes: Bool, in workspace: Workspace
    ) throws -> ([Written], [CourseError]) {
        let (kept, failures) = try files.drawAll(
            jobs, in: workspace.languages, threads: workspace.course.threads
        ) { job, figure in
            try figure.drawings.map { try Written($0, of: job, into: part, writes: writes) }
        }
        return (kept.flatMap { $0 }, failures)
    }

    /// What would be written. Figures whose numbers are stored are drawn, which tells their exact names and sizes; of
    /// the others nobody knows yet whether there are words in them, so that each language has a file of its own.
    private func plan(
        _ selection: FigureSelection, with files: FigureFiles, into part: OutputPart, in workspace: Workspace
    ) throws -> ([Written], [CourseError]) {
        var (planned, failures): ([Written], [CourseError]) = ([], [])
        for (lesson, figures) in selection.byLesson {
            let missing = workspace.course.missing(try workspace.curriculum.units(of: lesson)).map(\.name)
            if missing.isEmpty {
                let (drawn, misfits) = try draw(
                    jobs(of: lesson, figures, in: workspace), with: files, into: part, writes: false, in: workspace)
                planned += drawn
                failures += misfits
            } else {
                let ids = try workspace.curriculum.descriptions[workspace.curriculum.index(of: lesson)].figures
                for id in ids where figures.contains(id) {
                    for language in workspace.languages {
                        planned.append(
                            Written(
                                planned: id, of: lesson, language, theme: self.figures.theme,
                                format: self.figures.format, needs: missing, into: part))
                    }
                }
            }
        }
        let units = try selection.byLesson.flatMap { lesson, _ in try workspace.curriculum.units(of: lesson) }
        let missing = workspace.course.missing(units)
        if !missing.isEmpty {
            let forecast = try Forecast(of: missing, using: workspace.course)
            let models = forecast.models.isEmpty ? "" : " (\(forecast.models.joined(separator: ", ")))"
            workspace.terminal.say(
                "Not stored yet, and computed first without --dry-run: \(forecast.summary(workspace.terminal))\(models). "
                    + "Figures without words would be one file for all languages.")
        }
        return (planned, failures)
    }

    private struct Written: Encodable, Sendable {
        let kind = WrittenKind.figure
        let figure: String
        let language: String?
        let theme: String
        let path: String
        let width: Int?
        let height: Int?
        /// What would be computed first; nil for what is drawn.
        let needs: [String]?

        init(
            _ drawing: FigureFiles.Drawing, of job: FigureFiles.Job, into part: OutputPart, writes: Bool
        ) throws(StorageError) {
            let (lesson, id) = (job.page.lesson.id, job.cell.id)
            let file = "\(lesson)/\(drawing.fileName(for: id))"
            if writes { try part.write(drawing.rendered.bytes, to: file) }
            figure = "\(lesson)/\(id)"
            language = drawing.language?.code
            theme = drawing.theme.id
            path = part.folder.appending(path: file).path
            width = drawing.rendered.width
            height = drawing.rendered.height
            needs = nil
        }

        /// A figure that can't be drawn yet.
        init(
            planned id: String, of lesson: String, _ language: Language, theme: Theme, format: FigureStyle.Format,
            needs: [String], into part: OutputPart
        ) {
            let name = FigureFiles.fileName(of: id, frame: nil, language, theme, format)
            (figure, self.language, self.theme) = ("\(lesson)/\(id)", language.code, theme.id)
            path = part.folder.appending(path: "\(lesson)/\(name)").path
            (width, height) = (nil, nil)
            self.needs = needs
        }
    }
}
