/// How far a report is while it is being made, for the pages that lead to its lessons.
public struct ReportState: Hashable, Sendable {
    /// What has become of a lesson.
    public enum Lesson: Hashable, Sendable {
        /// Nothing yet.
        case waiting
        /// Nothing yet; its page is one of an earlier report.
        case earlier
        case computing
        case written
        case failed
    }

    /// By the lesson's id.
    public var lessons: [String: Lesson]
    /// How long it takes yet; nil as long as nobody can tell.
    public var secondsLeft: Double?
    /// Whether the run has ended before the report was whole.
    public var isStopped = false

    /// Nothing is written yet.
    public init(lessons: [String: Lesson]) { self.lessons = lessons }

    /// How many lessons are written.
    var written: Int { lessons.values.count { $0 == .written } }

    /// After how many seconds a page that waits for others loads itself anew.
    static let refresh = 4
}
