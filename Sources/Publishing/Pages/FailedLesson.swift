import Languages
import Notebook

/// A lesson that could not be made. Its page says so, and the report around it is whole.
public struct FailedLesson: Sendable {
    /// What was being done.
    public enum Stage: Sendable {
        /// The lesson's own code ran.
        case computing
        /// Its figures were drawn and its page was written.
        case publishing
    }

    /// What the lesson says of itself.
    public let lesson: LessonDescription
    /// The lesson's place in the curriculum, from 1.
    public let number: Int
    /// When it failed.
    public let stage: Stage
    /// What went wrong and where, as the program says it.
    public let message: String

    /// A failure to tell readers of.
    public init(_ lesson: LessonDescription, number: Int, stage: Stage, error: any Error) {
        self.lesson = lesson
        self.number = number
        self.stage = stage
        message = "\(error)"
    }

    /// The panel that stands where the lesson would.
    func panel(_ context: PageContext) throws(PublishingError.Problem) -> HTML {
        let words = context.words
        return try context.fill(
            "failure",
            [
                "anchor": .text(context.addresses.anchor("failure")), "title": .html(words.marked(.failure)),
                "consequence": .html(words.marked(.failureConsequence)), "whatLabel": .html(words.marked(.failureWhat)),
                "message": .text(message), "whereLabel": .html(words.marked(.failureWhere)),
                "place": .text(words.failurePlace(lesson.id, stage)),
                "remedyLabel": .html(words.marked(.failureRemedy)),
                "remedy": .text(words.failureAdvice(stage)), "command": .text("course lesson \(lesson.id)"),
            ])
    }
}
