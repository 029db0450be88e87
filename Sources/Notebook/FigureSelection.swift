import Platform

/// Which figures somebody asked for, by names in which `*` and `?` stand for anything.
public struct FigureSelection: Sendable {
    /// The lessons with at least one figure chosen, in the course's order, and the ids chosen in each.
    public let byLesson: [(lesson: String, figures: Set<String>)]
    /// The names typed that figures had once, each with today's.
    public let renamed: [(old: String, new: String)]
    /// How many figures are chosen.
    public var count: Int { byLesson.reduce(0) { $0 + $1.figures.count } }

    /// - Parameters:
    ///   - patterns: `cnn/confusion`, `cnn/*`, `*/curves`, a lesson's id for all of its figures, or a name that a figure had
    ///     before it moved.
    ///   - lessons: what there is to choose from.
    /// - Throws: ``CourseError/unknownFigure(_:known:)`` for a pattern that matches nothing.
    public init(_ patterns: [String], in lessons: [LessonDescription]) throws(CourseError) {
        let known = lessons.flatMap { lesson in lesson.figures.map { "\(lesson.id)/\($0)" } }
        let former = lessons.flatMap { lesson in lesson.formerFigures.map { ($0.key, "\(lesson.id)/\($0.value)") } }
        var chosen: Set<String> = []
        var renamed: [(old: String, new: String)] = []
        for pattern in patterns {
            if let (old, new) = former.first(where: { $0.0 == pattern }) {
                renamed.append((old, new))
                chosen.insert(new)
                continue
            }
            let whole = lessons.contains { $0.id == pattern } ? pattern + "/*" : pattern
            let matches = known.filter { fnmatch(whole, $0, 0) == 0 }
            guard !matches.isEmpty else { throw .unknownFigure(pattern, known: known) }
            chosen.formUnion(matches)
        }
        self.renamed = renamed
        byLesson = lessons.compactMap { lesson in
            let figures = lesson.figures.filter { chosen.contains("\(lesson.id)/\($0)") }
            return figures.isEmpty ? nil : (lesson.id, Set(figures))
        }
    }
}
