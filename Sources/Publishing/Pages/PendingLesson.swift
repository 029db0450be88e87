import Languages
import Notebook

/// A lesson that is not written yet. The page in its place loads itself anew until it is, or until the run has ended
/// before.
struct PendingLesson {
    /// What tells such a page from a lesson's own.
    static let mark = "class=\"pending\""

    /// What the lesson says of itself.
    let lesson: LessonDescription
    /// The lesson's place in the curriculum, from 1.
    let number: Int
    /// Whether the run that was to write it has ended.
    var isStopped = false

    /// The panel that stands where the lesson will.
    func panel(_ context: PageContext) throws(PublishingError.Problem) -> HTML {
        try context.fill(
            "pending",
            [
                "anchor": .text(context.addresses.anchor("pending")),
                "title": .html(context.words.marked(isStopped ? .unmade : .pending)),
                "text": .html(context.words.marked(isStopped ? .unmadeText : .pendingText)),
            ])
    }
}

extension HTMLPublisher {
    /// The pages that stand in the place of a lesson until it is written.
    ///
    /// - Parameters:
    ///   - index: the lesson's place in the report, from 0.
    ///   - isStopped: whether the run has ended before.
    func pendingLesson(at index: Int, isStopped: Bool = false) throws(PublishingError) -> [PublishedFile] {
        let pending = PendingLesson(
            lesson: report.lessons[index], number: report.lessons.number(at: index), isStopped: isStopped)
        var files: [PublishedFile] = []
        for language in report.languages { files.append(try lesson(pending, in: language)) }
        return files + searchFiles(pending.lesson, number: pending.number)
    }
}
