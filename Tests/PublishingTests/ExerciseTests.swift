import Languages
import Notebook
import TestSupport
import Testing

@testable import Publishing

@Suite("Exercises and side notes on a page", .limited)
struct ExerciseTests {
    private func page(_ cells: Cell..., language: Language = .en) throws -> MarkupChecker {
        var page = Page(lesson: Sample.kernels, number: 1)
        for cell in cells { page.append(cell) }
        let files = try HTMLPublisher(Sample.report()).lesson(page, figures: Sample.figures)
        return MarkupChecker(try #require(files.first { $0.path.hasPrefix(language.code) }).bytes)
    }

    private func text(_ text: String) -> Localized { Localized(same: Phrase(text)) }

    private func note(on page: MarkupChecker) throws -> MarkupChecker.Element {
        try #require(page.elements.first { $0.attributes["class"]?.hasPrefix("note margin") == true })
    }

    @Test("an exercise has a number of its own, its solution is folded, and a link to it says its number")
    func exercise() throws {
        let page = try page(
            .prose(text("Do [](#exercise-2) first.")), .question(text("Why?"), answer: text("So.")),
            .exercise(text("Add."), solution: text("Two.")), .exercise(text("Take away."), solution: text("None.")),
            language: .es)
        #expect(page.faults.isEmpty, "\(page.faults)")
        let tasks = page.elements.filter { $0.attributes["class"] == "exercise task" }
        #expect(tasks.map { $0.attributes["id"] } == ["exercise-1", "exercise-2"])
        #expect(page.text.contains("Do Ejercicio 1.2 first.") && page.text.contains("Ejercicio 1.1"))
        #expect(page.all("details").count { $0.path.contains("main") } == 3)
        #expect(page.text.contains("Solución") && page.text.contains("Respuesta"))
    }

    @Test("a side note stands beside the prose above it, and says to those who do not see it what it is")
    func besideProse() throws {
        let page = try page(.prose(text("Text.")), .margin(text("Aside, *briefly*.")), language: .es)
        let note = try note(on: page)
        #expect(page.faults.isEmpty, "\(page.faults)")
        #expect(note.attributes["class"] == "note margin beside" && note.attributes["id"] == "cell-2")
        #expect(note.attributes["role"] == "note" && note.attributes["aria-label"] == "Nota al margen")
    }

    @Test(
        "and below what it follows where the margin is taken: by a figure, a note in the prose, another side note",
        arguments: [
            Cell.prose(Localized(same: "Text.\n\n> A note in it.")), .margin(Localized(same: "Another.")),
            .question(Localized(same: "Why?"), answer: Localized(same: "So.")), Sample.figure("overlay", number: 1),
        ])
    func below(cell: Cell) throws {
        let page = try page(cell, .margin(text("Aside.")))
        let last = page.elements.last { $0.attributes["class"]?.hasPrefix("note margin") == true }
        #expect(last?.attributes["class"] == "note margin")
    }

    @Test("no heading stands in either, and a link that leads nowhere is found")
    func mistakes() throws {
        for cell in [
            Cell.margin(text("## A heading")), .exercise(text("## A heading"), solution: text("None.")),
            .exercise(text("Add."), solution: text("See [](#exercise-2).")), .margin(text("See [](#figg).")),
        ] {
            var page = Page(lesson: Sample.kernels, number: 1)
            page.append(cell)
            let problems = try HTMLPublisher(Sample.report()).problems(in: [page])
            #expect(problems.map(\.language) == [.en, .es], "\(problems)")
            #expect(problems.allSatisfy { $0.cell == cell.name(at: 0) })
        }
    }
}
