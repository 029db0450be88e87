import Languages

/// What a lesson says of itself before it runs: enough for `course list`, an index and a page's head.
public struct LessonDescription: Sendable {
    /// The name that people type. Lower-case letters; never changes.
    public let id: String
    public let title: Bilingual
    /// The question that the lesson opens with and answers.
    public let question: Bilingual
    /// What a reader will have learned, a line each.
    public let goals: [Bilingual]
    /// Minutes to read.
    public let minutes: Int

    public init(id: String, title: Bilingual, question: Bilingual, goals: [Bilingual], minutes: Int) {
        self.id = id
        self.title = title
        self.question = question
        self.goals = goals
        self.minutes = minutes
    }
}
