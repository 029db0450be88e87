import ArgumentParser
import Datasets
import Platform
import Lessons
import Notebook
import Publishing
import Storage

/// `course report`
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Run all lessons and write the report.",
        discussion: """
            Networks that this store has not seen are trained; everything else is read back, so that a second \
            report takes seconds.

            Example: course report --data-dir ~/datasets --lang en,es
            """)

    @OptionGroup var settings: SettingsOptions
    @OptionGroup var reader: ReaderOptions
    @OptionGroup var naming: NamingOptions
    @OptionGroup var scene: SceneOptions

    @Option(
        name: [.short, .long], help: ArgumentHelp("The folder to write. (default: Output)", valueName: "folder"),
        completion: .directory)
    var output: String?

    @Flag(help: "Show the report at once; its first page says how far it is, and the others follow.")
    var open = false

    @OptionGroup var writing: WritingOptions

    @Flag(help: "Print what was written as JSON: an array of objects with kind and path.")
    var json = false

    func run() throws {
        let clock = ContinuousClock()
        let start = clock.now
        let curriculum = try reader.place.curriculum()
        let workspace = try Workspace(
            settings, reader: reader, naming: naming, scene: scene, output: output, fallback: .defaults,
            reading: .missing(curriculum.units), curriculum: curriculum)
        let terminal = workspace.terminal
        workspace.sayWhatIsUsed()

        try workspace.checkSettings(isWhole: true)
        try AddressLimit.check(for: workspace.curriculum.units, in: workspace.course)
        let folder = ReportFolder(workspace.output, replacesAnything: writing.force)
        var writer = try workspace.reportWriter(into: folder, whole: true)
        try workspace.check(folder, for: writer.possiblePaths, from: workspace.curriculum.units, isWhole: true)
        let lock = try workspace.lockOutput()
        defer { lock.release() }
        // At once: `status` after an interruption is about this report.
        do {
            try LastReport(workspace.course.settings, naming: workspace.naming, picture: workspace.picturePath).write(
                to: workspace.course.store)
        } catch {
            // A store that others have filled may be read alone.
            terminal.warn("\(error); `course lesson` and `course figures` won't know what this report used")
        }
        let status = try ReportStatus(of: writer.publisher, into: folder)
        let progress = ReportProgress(
            of: workspace.curriculum, using: workspace.course, on: terminal, status: status)
        Interruption.current?.end {
            status.stop()
            terminal.say(Workspace.farewell)
        }
        let index = workspace.output.appending(path: "index.html")
        terminal.say("Pages appear in \(index.absoluteString) as they are made.")
        let timings = Timings()
        var isOpened = !open
        let run = ReportRun(workspace.curriculum, using: progress.listenedCourse) { step in
            timings.begin(step)
            if !isOpened {
                isOpened = true
                do { try Browser.open(index) } catch { terminal.warn("\(error)") }
            }
            try progress.begin(step)
        }
        let failures = try run.write(
            with: &writer, status: status,
            provenance: RunProvenance(
                settings: workspace.course.settings, languages: workspace.languages, processor: Workspace.processor))
        try folder.write(ReportTimings(timings.finished()))
        if json { try Terminal.put(written: folder, asJSON: true) }
        let seconds = (clock.now - start) / .seconds(1)
        terminal.say(
            "The report is in \(index.path), and in one file in course.html "
                + "(\(seconds.fixed(1)) s)")
        guard failures.isEmpty else {
            terminal.say(
                "Not in it: \(failures.map(\.lesson.id).joined(separator: ", ")). Each page says what went wrong.")
            throw ExitCode.failure
        }
    }

    /// How long each step took, in the order of the steps.
    private final class Timings {
        private var done: [ReportTimings.Step] = []
        private var current: (step: String, lesson: String?, begin: ContinuousClock.Instant)?

        func begin(_ step: ReportRun.Step) {
            end()
            current =
                switch step {
                case .computing(let lesson): ("compute", lesson.id, .now)
                case .publishing(let lesson, _, _): ("write", lesson.id, .now)
                case .finishing: ("finish", nil, .now)
                case .failed: nil
                }
        }

        func finished() -> [ReportTimings.Step] {
            end()
            return done
        }

        private func end() {
            guard let current else { return }
            let seconds = (ContinuousClock.now - current.begin) / .seconds(1)
            done.append(ReportTimings.Step(step: current.step, lesson: current.lesson, seconds: seconds))
            self.current = nil
        }
    }
}

extension Workspace {
    /// Tells where the numbers come from before anything is computed.
    func sayWhatIsUsed() {
        let settings = course.settings
        for data in DatasetDescription.published {
            let source = settings.source(of: data)
            if source.isDrawn {
                terminal.say(
                    "Data: drawn \(data.pictures). For \(data.name), name its folder with --data-dir, or "
                        + "fetch it with `course data fetch`."
                )
            } else {
                terminal.say("Data: \(source.plainLabel)")
            }
        }
        if let path = picturePath { terminal.say("Picture: \(path), in the place of the course's own.") }
        if settings.isQuick { terminal.say("Quick run: networks train on a small budget, and every page says so.") }
    }
}
