import ArgumentParser
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

    @Option(
        name: [.short, .long], help: ArgumentHelp("The folder to write. (default: Output)", valueName: "folder"),
        completion: .directory)
    var output: String?

    func run() throws {
        let clock = ContinuousClock()
        let start = clock.now
        let workspace = try Workspace(
            settings, reader: reader, naming: naming, output: output, fallback: .defaults,
            reading: .missing(Curriculum.course.units))
        let terminal = workspace.terminal
        workspace.sayWhatIsUsed()

        try workspace.checkOutput(isWhole: true)
        var writer = try workspace.reportWriter(into: ReportFolder(workspace.output), whole: true)
        let timings = Timings()
        var lock: FolderLock?
        defer { lock?.release() }
        let run = ReportRun(workspace.curriculum, using: workspace.course) { step in
            timings.begin(step)
            switch step {
            case .publishing(let lesson, let number, let count):
                // From the first file on. A folder that can't be locked can't be written either, and that is told.
                if lock == nil { lock = try? workspace.lockOutput() }
                terminal.say("\(number)/\(count)  \(lesson.id)")
            case .failed(let failure):
                terminal.warn("lesson \(failure.lesson.id) could not be made: \(failure.message)")
            case .computing, .finishing: break
            }
        }
        let failures = try run.write(
            with: &writer,
            provenance: RunProvenance(
                settings: workspace.course.settings, languages: workspace.languages, processor: Workspace.processor))
        do {
            try LastReport(workspace.course.settings, naming: workspace.naming).write(to: workspace.course.store)
        } catch {
            // A store that others have filled may be read alone.
            terminal.warn("\(error); `course lesson` and `course figures` won't know what this report used")
        }
        // The one file that may differ between two runs.
        try Files.write(
            CanonicalJSON.encode(timings.finished()), to: workspace.output.appending(path: "timings.json"))
        let seconds = (clock.now - start) / .seconds(1)
        terminal.say(
            "The report is in \(workspace.output.appending(path: "index.html").path), and in one file in course.html "
                + "(\(seconds.fixed(1)) s)")
        guard failures.isEmpty else {
            terminal.say(
                "Not in it: \(failures.map(\.lesson.id).joined(separator: ", ")). Each page says what went wrong.")
            throw ExitCode.failure
        }
    }

    /// How long each step took, in the order of the steps.
    private final class Timings {
        private var done: [Timing] = []
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

        func finished() -> [Timing] {
            end()
            return done
        }

        private func end() {
            guard let current else { return }
            let seconds = (ContinuousClock.now - current.begin) / .seconds(1)
            done.append(Timing(step: current.step, lesson: current.lesson, seconds: seconds))
            self.current = nil
        }
    }

    private struct Timing: Encodable {
        let step: String
        let lesson: String?
        let seconds: Double
    }
}

extension Workspace {
    /// Tells where the numbers come from before anything is computed.
    func sayWhatIsUsed() {
        let settings = course.settings
        for data in CourseData.allCases {
            let source = settings.source(of: data)
            if source.isDrawn {
                terminal.say(
                    "Data: drawn \(data.rawValue). For \(source.kind.name), name its folder with --data-dir, or "
                        + "fetch it with `course data fetch`."
                )
            } else {
                terminal.say("Data: \(source.kind.name)")
            }
        }
        if settings.isQuick { terminal.say("Quick run: networks train on a small budget, and every page says so.") }
    }
}
