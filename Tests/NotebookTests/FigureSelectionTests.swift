import Languages
import Notebook
import TestSupport
import Testing

@Suite("Choosing figures by name", .limited)
struct FigureSelectionTests {
    private let lessons = [
        sample("pixels", figures: ["scene", "zoom"]), sample("cnn", figures: ["curves", "confusion"]),
    ]

    private func choose(_ patterns: String...) throws(CourseError) -> [String] {
        try FigureSelection(patterns, in: lessons).byLesson.flatMap { lesson, figures in
            figures.sorted().map { "\(lesson)/\($0)" }
        }
    }

    @Test("a name is one figure, a star is any, a lesson's id is all of its figures")
    func patterns() throws {
        #expect(try choose("cnn/confusion") == ["cnn/confusion"])
        #expect(try choose("cnn/*") == ["cnn/confusion", "cnn/curves"])
        #expect(try choose("*/c*") == ["cnn/confusion", "cnn/curves"])
        #expect(try choose("pixels") == ["pixels/scene", "pixels/zoom"])
        #expect(try choose("*/zoom", "cnn/curve?") == ["pixels/zoom", "cnn/curves"])
    }

    @Test("a figure that moved is found under the name that it had, and told by the one that it has")
    func moved() throws {
        let lesson = LessonDescription(
            id: "learning", title: Localized(same: "?"), question: Localized(same: "?"), goals: [], minutes: 1,
            figures: ["descent", "dropout"], formerFigures: ["networks/descent": "descent"])
        let chosen = try FigureSelection(["networks/descent"], in: [lesson])
        #expect(chosen.byLesson.map { "\($0.lesson)/\($0.figures.sorted())" } == ["learning/[\"descent\"]"])
        #expect(chosen.renamed.map { "\($0.old) \($0.new)" } == ["networks/descent learning/descent"])
    }

    @Test("a name that matches nothing is an error with the near misses")
    func unknown() {
        let error = caught(CourseError.self) { try choose("cnn/confusoin") }
        #expect(error?.isUsage == true)
        #expect(error?.description.contains("did you mean cnn/confusion?") == true)
    }
}

/// A lesson's description with nothing in it but what a test needs.
func sample(_ id: String, figures: [String] = []) -> LessonDescription {
    LessonDescription(
        id: id, title: Localized(same: Phrase(id)), question: Localized(same: "?"), goals: [], minutes: 1,
        figures: figures)
}
