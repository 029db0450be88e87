import ArgumentParser
import Foundation
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

    @Option(name: [.short, .long], help: ArgumentHelp("The folder to write.", valueName: "folder"))
    var output: String?

    func run() throws {
        let clock = ContinuousClock()
        let start = clock.now
        let workspace = try Workspace(
            settings, reader: reader, output: output, fallback: .defaults,
            reading: .missing(Curriculum.course.lessons.flatMap { $0.units }))
        let course = workspace.course
        workspace.sayWhatIsUsed()

        // Everything is computed before the first file is written, so that wrong data or a failing lesson leaves
        // an earlier report as it was.
        try Files.checkWritable(workspace.output)
        var writer = try workspace.reportWriter()
        var timings: [Timing] = []
        let pages = try workspace.curriculum.lessons.indices.map { index in
            let begin = clock.now
            let page = try workspace.curriculum.page(at: index, using: course)
            timings.append(Timing(step: "compute", since: begin, lesson: page.lesson))
            return page
        }
        for page in pages {
            let begin = clock.now
            try writer.write(page)
            timings.append(Timing(step: "write", since: begin, lesson: page.lesson))
            workspace.terminal.say("\(page.number)/\(pages.count)  \(page.lesson.id)")
        }
        try writer.finish(
            RunProvenance(settings: course.settings, languages: workspace.languages, processor: Workspace.processor))
        try LastReport(course.settings).write(to: course.store)
        // The one file that may differ between two runs.
        try Files.write(CanonicalJSON.encode(timings), to: workspace.output.appending(path: "timings.json"))
        let seconds = (clock.now - start) / .seconds(1)
        workspace.terminal.say(
            "The report is in \(workspace.output.appending(path: "index.html").path) (\(String(format: "%.1f", seconds)) s)"
        )
    }

    private struct Timing: Encodable {
        let step: String
        let lesson: String
        let seconds: Double

        init(step: String, since begin: ContinuousClock.Instant, lesson: LessonDescription) {
            self.step = step
            self.lesson = lesson.id
            seconds = (ContinuousClock.now - begin) / .seconds(1)
        }
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
