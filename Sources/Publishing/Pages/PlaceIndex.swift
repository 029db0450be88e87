/// The places of the lessons at hand, for links to be checked against.
public struct PlaceIndex: Sendable {
    /// By the lesson's id.
    var outlines: [String: LessonOutline] = [:]
    /// Lessons whose page holds an error panel; links to places in them lead to the page.
    var failed: Set<String> = []

    /// No lesson is at hand.
    public init() {}

    /// Notes that a lesson could not be made.
    public mutating func fail(_ lesson: String) {
        outlines[lesson] = nil
        failed.insert(lesson)
    }
}
