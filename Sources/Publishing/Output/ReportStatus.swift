import Platform
import Storage
import Synchronization

/// The pages that tell how far a report is while it is being made: the lists of lessons, and a page in the place of each
/// lesson that is not written yet. Safe to use from several threads, such as the one that is told to end the program.
public final class ReportStatus: Sendable {
    private let publisher: HTMLPublisher
    private let folder: ReportFolder
    private let current: Mutex<Current>

    private struct Current {
        var state: ReportState
        /// When the lists were last written.
        var shown: ContinuousClock.Instant?
        /// What went wrong when nobody could be told.
        var failure: (any Error)?
        var isOver = false
    }

    /// Time alone is told anew no sooner than after this.
    private static let pace = Duration.seconds(2)

    /// The status of a report that is about to be written into a folder. Nothing is written yet.
    ///
    /// - Throws: `StorageError` for a manifest that is somebody else's.
    public init(of publisher: HTMLPublisher, into folder: ReportFolder) throws(StorageError) {
        self.publisher = publisher
        self.folder = folder
        let written = Set(try WrittenFiles(in: folder.url).paths)
        var lessons: [String: ReportState.Lesson] = [:]
        for lesson in publisher.report.lessons {
            let pages = publisher.report.languages.map { $0.page(lesson.id) }
            // A page of an earlier report stays until there is a new one, unless it only says that it waits.
            let isThere = pages.allSatisfy { written.contains($0) && Self.isFinished(folder.url.appending(path: $0)) }
            lessons[lesson.id] = isThere ? .earlier : .waiting
        }
        current = Mutex(Current(state: ReportState(lessons: lessons)))
    }

    private static func isFinished(_ page: URL) -> Bool {
        guard let bytes = try? Files.read(page) else { return false }
        return !String(decoding: bytes, as: UTF8.self).contains(PendingLesson.mark)
    }

    /// Writes the lists, the glossary, and a page in the place of each lesson that has none.
    ///
    /// - Throws: ``PublishingError`` and `StorageError`.
    public func begin() throws {
        let state = current.withLock { $0.state }
        for file in try publisher.glossary() { try folder.write(file.bytes, to: file.path) }
        for (index, lesson) in publisher.report.lessons.enumerated() where state.lessons[lesson.id] == .waiting {
            for file in try publisher.pendingLesson(at: index) { try folder.write(file.bytes, to: file.path) }
        }
        try change { _ in }
    }

    /// Notes what becomes of a lesson, and shows it.
    ///
    /// - Throws: as ``begin()``; also what went wrong in ``tell(secondsLeft:)``.
    func set(_ lesson: String, to new: ReportState.Lesson) throws {
        try change { state in
            // A page of an earlier report is there all the while.
            if new == .computing, state.lessons[lesson] == .earlier { return }
            state.lessons[lesson] = new
        }
    }

    /// Shows from time to time how long it takes yet.
    public func tell(secondsLeft: Double) {
        current.withLock { current in
            current.state.secondsLeft = secondsLeft
            guard !current.isOver, let shown = current.shown, .now - shown > Self.pace else { return }
            do { try show(&current) } catch { current.failure = current.failure ?? error }
        }
    }

    /// The run ends before the report is whole: the lists and the pages of lessons that are not written say so, and load
    /// themselves anew no more.
    public func stop() {
        current.withLock { current in
            guard !current.isOver, current.shown != nil else { return }
            current.state.isStopped = true
            // Whatever stopped the run is told; what comes of telling readers is not worth more words.
            try? show(&current)
            for (index, lesson) in publisher.report.lessons.enumerated()
            where [.waiting, .computing].contains(current.state.lessons[lesson.id]) {
                for file in (try? publisher.pendingLesson(at: index, isStopped: true)) ?? [] {
                    try? folder.writeIfNew(file)
                }
            }
            current.isOver = true
        }
    }

    /// Nothing is shown any more: the report is whole, and its own lists are written.
    func end() { current.withLock { $0.isOver = true } }

    private func change(_ body: (inout ReportState) -> Void) throws {
        try current.withLock { current in
            if let failure = current.failure { throw failure }
            body(&current.state)
            guard !current.isOver else { return }
            try show(&current)
        }
    }

    private func show(_ current: inout Current) throws {
        for file in try publisher.lists(current.state) { try folder.writeIfNew(file) }
        current.shown = .now
    }
}

extension ReportFolder {
    /// Writes a file unless this command has just written the same.
    ///
    /// - Throws: `StorageError`, naming the file.
    func writeIfNew(_ file: PublishedFile) throws(StorageError) {
        guard hashes[file.path] != SHA256.hex(of: file.bytes) else { return }
        try write(file.bytes, to: file.path)
    }
}
