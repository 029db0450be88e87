import Figures
import Foundation
import Languages
import TestSupport
import Testing

@testable import Notebook

@Suite("A check finds words that no code asks for", .limited)
struct WordAuditTests {
    /// A figure, a table and a comparison, each of which asks for one word of its own, the figure for a shared one too.
    private struct Sample: SampleLesson {
        static let id = "sample"
        static let texts = ["en": text, "es": text]
        private static let text = """
            :::{figure} dots
            ---
            title: Dots
            alt: Dots.
            words:
              left: left
            ---
            What to see.
            :::

            :::{table} rows
            ---
            caption: Rows
            columns: [name]
            words: {first: first}
            ---
            :::

            :::{comparison} runs
            ---
            words: {accuracy: accuracy}
            ---
            :::
            """

        func run(into material: inout Material, using course: Course) throws {
            material.figure("dots") { words in
                Bars(categories: [try words("left")], series: [.init(values: [1])], valueName: try words("axis"))
            }
            material.table("rows") { words in [[try words("first")]] }
            material.comparison("runs") { words in
                let word = try words("accuracy")
                return [Comparison(quantity: word, material: word, measured: word)]
            }
        }
    }

    /// What is said of words when something else stands in the Spanish document and in the English one.
    private func findings(_ old: String, _ new: String) throws -> [String] {
        var files = Sample.documents.mapValues { $0.replacing(old, with: new) }
        for (code, word) in [("en", "how many"), ("es", "cuántos")] {
            files["Lessons/Shared/shared.\(code).yaml"] = "axis: \(word)\n"
        }
        let course = Course(settings: .sketch, store: ResultStore(folder: URL(filePath: "/nowhere")), threads: 1)
        let library = try DocumentLibrary(sample: files)
        return try Curriculum([Sample.self], listings: [:], documents: library).page(at: 0, using: course).findings()
            .filter { $0.cell.contains(".md:") }.map(\.description)
    }

    private func unasked(_ word: String, of block: String, line: Int, near: String = "") -> [String] {
        ["en", "es"].map { code in
            "sample, sample/sample.\(code).md:\(line): nobody asks for the word “\(word)” of {\(block)}\(near). "
                + "Take it out, or ask for it in the lesson's code."
        }
    }

    @Test("none where code asks for all of them")
    func none() throws {
        #expect(try findings("", "").isEmpty)
    }

    @Test("in figures, tables and comparisons, with file and line in each language")
    func unasked() throws {
        #expect(
            try findings("  left: left", "  left: left\n  right: right")
                == unasked("right", of: "figure dots", line: 13))
        #expect(
            try findings("{first: first}", "{first: first, second: second}")
                == unasked("second", of: "table rows", line: 21))
        #expect(
            try findings("{accuracy: accuracy}", "{accuracy: accuracy, loss: loss}")
                == unasked("loss", of: "comparison runs", line: 27))
    }

    @Test("with what may have been meant: a shared word that the block was to say in its own way")
    func near() throws {
        #expect(
            try findings("  left: left", "  left: left\n  axsi: count")
                == unasked("axsi", of: "figure dots", line: 13, near: " (did you mean axis?)"))
    }

    @Test("a figure that can't be made for want of a word is a finding as well, and the only one of its words")
    func missing() throws {
        #expect(
            try findings("  left: left", "  lfet: left") == [
                "sample, sample/sample.en.md:12: {figure dots} needs the word “left” under words:; did you mean lfet? "
                    + "Until then figure dots can't be drawn."
            ])
    }

    @Test("words are equal whatever code has asked for: a preview draws a figure anew where its words have changed")
    func equality() throws {
        let course = Course(settings: .sketch, store: ResultStore(folder: URL(filePath: "/nowhere")), threads: 1)
        let files = [
            "Lessons/Shared/shared.en.yaml": "axis: how many\n", "Lessons/Shared/shared.es.yaml": "axis: cuántos\n",
        ]
        let curriculum = try Curriculum(samples: [Sample.self], files: files)
        let (one, other) = (
            try curriculum.page(at: 0, using: course).figures[0], try curriculum.page(at: 0, using: course).figures[0]
        )
        _ = try one.figure()
        #expect(one.words == other.words && one.words?.hashValue == other.words?.hashValue)
        #expect(one.words?.unasked().names == [] && other.words?.unasked().names == ["left"])
    }
}
