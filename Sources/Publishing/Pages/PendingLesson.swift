import Languages
import Notebook

/// A lesson that is not written yet. The page in its place loads itself anew until it is.
struct PendingLesson {
    /// What the lesson says of itself.
    let lesson: LessonDescription
    /// The lesson's place in the curriculum, from 1.
    let number: Int

    /// The panel that stands where the lesson will.
    func panel(_ context: PageContext) throws(PublishingError.Problem) -> HTML {
        try context.fill(
            "pending",
            [
                "anchor": .text(context.addresses.anchor("pending")), "title": .text(context.words.pending),
                "text": .text(context.words.pendingText),
            ])
    }
}

extension HTMLPublisher {
    /// The pages that stand in the place of a lesson until it is written.
    ///
    /// - Parameter index: the lesson's place in the report, from 0.
    func pendingLesson(at index: Int) throws(PublishingError) -> [PublishedFile] {
        let pending = PendingLesson(lesson: report.lessons[index], number: index + 1)
        var files: [PublishedFile] = []
        for language in report.languages { files.append(try lesson(pending, in: language)) }
        return files
    }
}
