import Platform
import Languages
import NeuralNetwork
import Notebook
import Publishing
import Synchronization

/// Tells how a report goes: on the terminal, and on the pages that lead to its lessons.
final class ReportProgress: Sendable {
    private let course: Course
    private let curriculum: Curriculum
    private let terminal: Terminal
    private let status: ReportStatus
    private let current = Mutex(Current())

    private struct Current {
        /// What is left; nil until the first lesson that computes something.
        var outlook: Outlook?
        /// When the page under way began to be drawn.
        var page: ContinuousClock.Instant?
        var written = 0
        /// When the time that is left was last shown.
        var shown: ContinuousClock.Instant?
    }

    /// - Parameter course: the one that computes the report; it tells the terminal alone.
    init(of curriculum: Curriculum, using course: Course, on terminal: Terminal, status: ReportStatus) {
        (self.course, self.curriculum, self.terminal, self.status) = (course, curriculum, terminal, status)
    }

    /// The course with somebody listening who shows the time that is left.
    var listenedCourse: Course {
        course.telling(
            Reporter(
                say: course.reporter.say, warn: course.reporter.warn, progress: course.reporter.progress,
                unit: { [self] in note($0) }))
    }

    /// Steps of a training come by the thousand a second; nobody reads as fast.
    private static let pace = Duration.milliseconds(100)

    private func note(_ event: UnitEvent) {
        let (outlook, isDue) = current.withLock { current in
            (current.outlook, current.shown.map { .now - $0 >= Self.pace } ?? true)
        }
        guard let outlook else { return }
        outlook.note(event)
        if isDue { show(outlook) }
    }

    private func show(_ outlook: Outlook) {
        let seconds = outlook.secondsLeft
        let written = current.withLock { current in
            current.shown = .now
            return current.written
        }
        status.tell(secondsLeft: seconds)
        terminal.whole(lessons: written, of: curriculum.lessons.count, secondsLeft: seconds)
    }

    /// Takes note of a step as it begins.
    ///
    /// - Throws: `TrainingError` for a network whose layers do not fit.
    func begin(_ step: ReportRun.Step) throws {
        endPage()
        switch step {
        case .computing(let lesson):
            guard current.withLock({ $0.outlook == nil }) else { break }
            // The lessons before had nothing to compute.
            let lessons = curriculum.lessons.drop { $0.id != lesson.id }
            guard let first = lessons.first, !course.missing(first.units).isEmpty else { break }
            let forecast = try Forecast(of: course.missing(lessons.flatMap { $0.units }), using: course)
            let outlook = Outlook(forecast, pages: lessons.count)
            current.withLock { $0.outlook = outlook }
            terminal.say("To be computed: \(forecast.summary(terminal)).")
            show(outlook)
        case .publishing(let lesson, let number, let count):
            current.withLock { $0.page = .now }
            terminal.say("\(number)/\(count)  \(lesson.id)")
        case .failed(let failure):
            terminal.warn("lesson \(failure.lesson.id) could not be made: \(failure.message)")
        case .finishing: break
        }
    }

    private func endPage() {
        let outlook = current.withLock { current -> Outlook? in
            guard let begin = current.page else { return nil }
            current.page = nil
            current.written += 1
            current.outlook?.notePage(seconds: (.now - begin) / .seconds(1))
            return current.outlook
        }
        if let outlook { show(outlook) }
    }
}

extension Forecast {
    /// What is to be computed and how long that takes, in words.
    func summary(_ terminal: Terminal) -> String {
        let trainings = items.count { $0.model != nil }
        let measurements = items.count - trainings
        let parts = [(trainings, "training"), (measurements, "measurement")].filter { $0.0 > 0 }
        let counts = parts.map { "\($0) \($1)\($0 == 1 ? "" : "s")" }.joined(separator: " and ")
        return "\(counts), in about \(terminal.seconds(.seconds(max(1, seconds.rounded(.up)))))"
    }
}
