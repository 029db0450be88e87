import Platform
import NeuralNetwork
import Notebook
import Storage
import Synchronization

/// What people see while a command runs: on standard error, so that standard output holds data alone.
final class Terminal: Sendable {
    let isInteractive: Bool
    private let usesColor: Bool
    let bar = Mutex(Bar())

    struct Bar {
        var isShown = false
        var start = ContinuousClock.now
        var lastDrawn: ContinuousClock.Instant?
        /// The network that trains, and the share of its training that was done when the bar was first drawn.
        var training: String?
        var firstShare = 0.0
        /// How far the whole report is, where one is made.
        var whole: (lessons: String, left: Duration)?
        /// The bytes that a transfer began with.
        var firstByte = 0
    }

    init(environment: [String: String]) {
        isInteractive = isatty(STDERR_FILENO) == 1 && environment["TERM"] != "dumb"
        usesColor = isInteractive && (environment["NO_COLOR"] ?? "").isEmpty
    }

    var reporter: Reporter {
        Reporter(say: { self.say($0) }, warn: { self.warn($0) }, progress: { self.progress($0) })
    }

    /// Data, on standard output.
    ///
    /// - Throws: where it can't be written, such as on a full disk.
    static func put(_ text: String) throws {
        if let reason = StandardStream.output.write(text) {
            throw StorageError.cannotWrite(path: "standard output", reason: reason)
        }
    }

    /// A value as JSON, on standard output.
    ///
    /// - Throws: where it can't be written.
    static func put(json value: some Encodable) throws {
        try put(String(decoding: CanonicalJSON.encode(value), as: UTF8.self))
    }

    /// A line of progress.
    func say(_ text: String) {
        clearBar()
        write(text + "\n")
    }

    /// A line that should not be overlooked.
    func warn(_ text: String) {
        clearBar()
        // What says how bad it is itself, as compilers do, says it once.
        guard !text.contains(": error: ") else { return write(text + "\n") }
        write((usesColor ? "\u{1B}[1mwarning:\u{1B}[0m " : "warning: ") + text + "\n")
    }

    /// A bar with the time left, or, where nobody watches, a line after each epoch.
    func progress(_ training: TrainingProgress) {
        if let record = training.record {
            say(summary(of: record, training))
            return
        }
        guard isInteractive else { return }
        let now = ContinuousClock.now
        let fraction = training.share
        let line: String? = bar.withLock { bar in
            if bar.training != training.model || fraction < bar.firstShare {
                (bar.training, bar.start, bar.firstShare) = (training.model, now, fraction)
            }
            if let last = bar.lastDrawn, now - last < .milliseconds(100), training.step < training.steps { return nil }
            bar.lastDrawn = now
            bar.isShown = true
            let left = (now - bar.start) / max(fraction - bar.firstShare, 1e-9) * (1 - fraction)
            let filled = Int(fraction * 24)
            let drawing = String(repeating: "█", count: filled) + String(repeating: "░", count: 24 - filled)
            let lessons = bar.whole.map { "\($0.lessons) lessons  " } ?? ""
            let time = bar.whole.map { "\(seconds($0.left)) left in all" } ?? "\(seconds(left)) left"
            return "\r\u{1B}[K\(lessons)\(training.model)  \(drawing)  epoch \(training.epoch)/\(training.epochs)  "
                + "loss \(fixed(training.loss, 4))  \(time)"
        }
        if let line { write(line) }
    }

    /// Shows from now on how far the whole report is.
    func whole(lessons: Int, of count: Int, secondsLeft: Double) {
        bar.withLock { $0.whole = ("\(lessons)/\(count)", .seconds(secondsLeft.rounded(.up))) }
    }

    private func summary(of record: EpochRecord, _ training: TrainingProgress) -> String {
        var parts = ["\(training.model)  epoch \(record.epoch)/\(training.epochs)  loss \(fixed(record.loss, 4))"]
        if let accuracy = record.accuracy { parts.append("accuracy \(fixed(accuracy, 4))") }
        if let loss = record.validationLoss { parts.append("validation loss \(fixed(loss, 4))") }
        if let accuracy = record.validationAccuracy { parts.append("accuracy \(fixed(accuracy, 4))") }
        return parts.joined(separator: "  ")
    }

    func fixed(_ value: Double, _ digits: Int) -> String { value.fixed(digits) }

    func seconds(_ duration: Duration) -> String {
        let whole = Int(duration.components.seconds)
        return whole >= 60 ? "\(whole / 60) min \(whole % 60) s" : "\(whole) s"
    }

    private func clearBar() {
        let wasShown = bar.withLock { bar in
            defer { bar.isShown = false }
            return bar.isShown
        }
        if wasShown { write("\r\u{1B}[K") }
    }

    func write(_ text: String) {
        // Nobody reads it, then; that is no reason to stop.
        StandardStream.errors.write(text)
    }
}
