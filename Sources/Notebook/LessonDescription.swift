import Languages

/// What a lesson says of itself before it runs: enough for `course list`, an index and a page's head.
public struct LessonDescription: Sendable {
    /// The name that people type. Lower-case letters; never changes.
    public let id: String
    /// The lesson's name as a heading.
    public let title: Localized
    /// The question that the lesson opens with and answers.
    public let question: Localized
    /// What a reader will have learned, a line each.
    public let goals: [Localized]
    /// Minutes to read.
    public let minutes: Int
    /// The ids of the lesson's figures in order: what people type after the slash in
    /// `course figures cnn/confusion`. Known before the lesson runs.
    public let figures: [String]
    /// The figure that stands for the lesson in the list of all, as small as a stamp; nil for a lesson without figures.
    public let emblem: String?
    /// Figures that were called otherwise once, `networks/descent`, each with its id of today.
    public let formerFigures: [String: String]
    /// Whether it stands before the first lesson, and is counted as number 0.
    public let isOpening: Bool
    /// The languages that it is written in, the leading one first; none where they are not known.
    public let languages: [Language]

    /// The language that a reader of another one gets to see; nil where nobody knows.
    public func shown(to reader: Language) -> Language? {
        reader.nearest { languages.contains($0) ? $0 : nil } ?? languages.first
    }

    /// Everything that can be said of a lesson before it runs.
    public init(
        id: String, title: Localized, question: Localized, goals: [Localized], minutes: Int, figures: [String] = [],
        emblem: String? = nil, formerFigures: [String: String] = [:], isOpening: Bool = false,
        languages: [Language] = []
    ) {
        self.id = id
        self.title = title
        self.question = question
        self.goals = goals
        self.minutes = minutes
        self.figures = figures
        self.emblem = emblem ?? figures.first
        self.formerFigures = formerFigures
        self.isOpening = isOpening
        self.languages = languages
    }
}

extension [LessonDescription] {
    /// The number of the first lesson: 0 for one that opens the course, else 1.
    private var firstNumber: Int { first?.isOpening == true ? 0 : 1 }

    /// The number of the lesson at a place.
    public func number(at index: Int) -> Int { index + firstNumber }

    /// The place of the lesson with this number; nil where there is none.
    public func index(ofNumber number: Int) -> Int? {
        indices.contains(number - firstNumber) ? number - firstNumber : nil
    }
}
