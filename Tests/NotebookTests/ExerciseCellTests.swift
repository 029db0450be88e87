import Foundation
import Languages
import TestSupport
import Testing

@testable import Notebook

@Suite("Exercises and side notes in a lesson's documents", .limited)
struct ExerciseCellTests {
    struct Sample: Lesson {
        static let id = "sample"

        enum Change: String, CaseIterable { case more, fewer }

        func run(into material: inout Material, using course: Course) throws {
            material.value("count", 3)
            material.outcome("change", Change.more)
        }
    }

    private static func document(_ solution: String, _ note: String) -> String {
        """
        ---
        title: T
        question: Q
        goals: [g]
        minutes: 1
        ---
        Text.

        :::{margin}
        \(note)
        :::

        ::::{exercise}
        Count them.

        :::{answer}
        \(solution) {count}
        :::
        ::::
        """
    }

    private func page(en: String, es: String) throws -> Page {
        let course = Course(settings: .sketch, store: ResultStore(folder: URL(filePath: "/nowhere")), threads: 1)
        let library = try DocumentLibrary(sample: [
            "Lessons/Sample/sample.en.md": en, "Lessons/Sample/sample.es.md": es,
        ])
        return try Curriculum([Sample.self], listings: [:], documents: library).page(at: 0, using: course)
    }

    @Test("each is a cell of its own, with the values of the run")
    func cells() throws {
        let page = try page(
            en: Self.document("There are", "{change, select, more {More.} other {Fewer.}}"),
            es: Self.document("Hay", "{change, select, more {Más.} other {Menos.}}"))
        #expect(
            page.cells.indices.map { page.cells[$0].name(at: $0) }.dropFirst() == [
                "cell 2 (margin)", "cell 3 (exercise)",
            ])
        guard case .margin(let note) = page.cells[1], case .exercise(let exercise) = page.cells[2] else {
            Issue.record("other cells: \(page.cells)")
            return
        }
        let spanish = NumberFormat(.es)
        #expect(note.text(in: spanish) == "Más." && exercise.text.text(in: spanish) == "Count them.")
        #expect(exercise.solution.text(in: spanish) == "Hay 3")
    }

    @Test("a side note that is empty in this run is no note")
    func empty() throws {
        let text = Self.document("There are", "{change, select, more {} other {Fewer.}}")
        #expect(try page(en: text, es: text).cells.count == 2)
    }

    @Test("an exercise without a solution is an error with its place")
    func unsolved() throws {
        let text = Self.document("There are", "Note {change, select, more {a} other {b}}")
            .replacing(":::{answer}\nThere are {count}\n:::\n", with: "{count}\n")
        let error = caught((any Error).self) { try page(en: text, es: text) }
        #expect(
            error.map { "\($0)".hasSuffix("Lessons/Sample/sample.en.md:13: error: this {exercise} lacks its {answer}") }
                == true)
    }

    @Test("both count for the reading time, and what they lack in a language is found")
    func checks() {
        let words = Localized(same: Phrase(String(repeating: "word ", count: 100)))
        let none = Localized(same: "")
        var page = Page(
            lesson: LessonDescription(
                id: "a", title: none, question: none, goals: [], minutes: 1, languages: Language.allCases), number: 1)
        page.append(.margin(words))
        #expect(page.readingMinutes == 0.5)
        page.append(.exercise(words, solution: Localized(en: "one", es: " ")))
        #expect(abs(page.readingMinutes - (201.0 / 200 + 0.4)) < 1e-9)
        page.append(.margin(Localized(en: "", es: "nota")))
        let places = page.findings().map { "\($0.cell): \($0.what)" }
        #expect(places.contains("cell 2 (exercise), solution: it says nothing in Spanish"))
        #expect(places.contains("cell 3 (margin): it says nothing in English"))
    }
}
