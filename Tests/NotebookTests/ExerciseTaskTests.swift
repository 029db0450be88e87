import Foundation
import Languages
import TestSupport
import Testing

@testable import Notebook

@Suite("What the exercises of a lesson's documents ask for", .limited)
struct ExerciseTaskTests {
    struct Sample: Lesson {
        static let id = "sample"

        enum Change: String, CaseIterable { case more, fewer }

        func run(into material: inout Material, using course: Course) throws {
            material.value("size", 60)
            material.value("mean", 2.345)
            material.value("share", 0.25)
            material.value("huge", 1e300)
            material.value("name", .text("Ada"))
            material.outcome("change", Change.fewer)
        }
    }

    private static let script = """
        from tools import np

        # snippet.exercise/half
        def half(x):
            ### BEGIN SOLUTION
            return x / 2
            ### END SOLUTION
        # snippet.end

        # snippet.exercise/half-test
        assert half(4) == 2
        # snippet.end

        # snippet.exercise/unmarked
        x = 1
        # snippet.end
        """

    /// The exercise with these options and parts, beside prose that reads all values.
    private func exercise(
        _ options: String, id: String = " way", parts: String = "", es other: String? = nil
    ) throws -> Exercise {
        func document(_ options: String) -> String {
            """
            ---
            title: T
            question: Q
            goals: [g]
            minutes: 1
            ---
            {size} {mean, number, ::.0} {share, number, percent} {name} {huge, number, integer} {change, select, more {m} other {f}}

            ::::{exercise}\(id)
            ---
            \(options)
            ---
            What is it?

            \(parts):::{answer}
            So.
            :::
            ::::
            """
        }
        let course = Course(settings: .sketch, store: ResultStore(folder: URL(filePath: "/nowhere")), threads: 1)
        let library = try DocumentLibrary(sample: [
            "Lessons/Sample/sample.en.md": document(options),
            "Lessons/Sample/sample.es.md": document(other ?? "unit: píxeles"),
        ])
        let curriculum = try Curriculum(
            [CourseLesson(Sample.self)], listings: [:], documents: library,
            scripts: ["Lessons/Sample/sample.py": Self.script])
        let page = try curriculum.page(at: 0, using: course)
        for case .exercise(let exercise) in page.cells { return exercise }
        throw CancellationError()
    }

    private func fault(_ options: String, id: String = " way", es other: String? = nil) -> String {
        caught((any Error).self) { try exercise(options, id: id, es: other ?? options) }.map { "\($0)" } ?? ""
    }

    @Test("a number, with as many decimals as its slot writes, goal, level and unit")
    func number() throws {
        let whole = try exercise("goal: 1\nlevel: 2\nanswer: \"{size}\"\nunit: pixels")
        #expect(whole.id == "way" && whole.goal == 1 && whole.level == 2)
        guard case .number(let size) = whole.task else { return #expect(Bool(false), "\(whole.task)") }
        #expect(size.value == 60 && size.decimals == 0 && size.tolerance == 0 && size.steps == 60)
        #expect(size.unit?.text(in: NumberFormat(.es)) == "píxeles")
        let mean = try exercise("answer: \"{mean, number, ::.00}\"\nunit: m")
        guard case .number(let number) = mean.task else { return #expect(Bool(false), "\(mean.task)") }
        #expect(number.decimals == 2 && number.tolerance == 1 && [234, 235].contains(number.steps))
        let near = try exercise("answer: \"{mean, number, ::.00}\"\ntolerance: 0.05\nunit: m")
        guard case .number(let loose) = near.task else { return #expect(Bool(false), "\(near.task)") }
        #expect(loose.tolerance == 5)
        let share = try exercise("answer: \"{share, number, percent}\"\nunit: m")
        guard case .number(let percent) = share.task else { return #expect(Bool(false), "\(share.task)") }
        #expect(percent.isPercentage && percent.steps == 25)
    }

    @Test("one of some choices, by the outcome of the run, and hints in their order")
    func choice() throws {
        let exercise = try exercise(
            "answer: change\nchoices:\n  more: It grows\n  fewer: It shrinks",
            parts: ":::{hint}\nFirst.\n:::\n\n:::{hint}\nSecond.\n:::\n\n",
            es: "choices:\n  more: Crece\n  fewer: Mengua")
        guard case .choice(let choices, let right) = exercise.task else { return #expect(Bool(false)) }
        let spanish = NumberFormat(.es)
        #expect(choices.map { $0.text(in: spanish) } == ["Crece", "Mengua"] && right == 1)
        #expect(exercise.hints.map { $0.text(in: spanish) } == ["First.", "Second."])
    }

    @Test("Python from the lesson's script: what the reader begins with, the solution, and the test")
    func code() throws {
        let exercise = try exercise("code: half", es: "goal: 1")
        guard case .code(let task) = exercise.task else { return #expect(Bool(false)) }
        #expect(task.starter(in: .en) == "def half(x):\n    raise NotImplementedError()")
        #expect(task.solution(in: .en) == "def half(x):\n    return x / 2")
        #expect(task.test?.piece.source == "assert half(4) == 2")
    }

    @Test("without an answer nobody but the reader judges it")
    func think() throws {
        guard case .think = try exercise("goal: 1", id: "", es: "goal: 1").task else { return #expect(Bool(false)) }
    }

    @Test("what makes no sense is told with its place")
    func faults() {
        #expect(fault("level: 4").contains("sample.en.md:11: error: “level” is a whole number from 1 to 3"))
        #expect(fault("answer: \"{name}\"").contains("the answer is one number that the lesson hands over"))
        #expect(fault("answer: \"60\"").contains("the answer is one number that the lesson hands over"))
        #expect(fault("answer: \"{siez}\"").contains("{siez}"))
        #expect(fault("answer: \"{huge, number, integer}\"").contains("nobody can type"))
        #expect(fault("answer: \"{size}\"\ntolerance: 0.5").contains("“tolerance” is a number with as many decimals"))
        #expect(fault("unit: px").contains("“unit” belongs to a number under “answer”"))
        #expect(fault("answer: \"{size}\"", id: "").contains("an exercise that is checked needs a name"))
        #expect(fault("answer: \"{size}\"\ncode: half").contains("write “code” or “answer”, not both"))
        #expect(fault("code: hlaf").contains("no stretch for this: write it between `# snippet.exercise/hlaf`"))
        #expect(fault("code: unmarked").contains("leaves nothing to the reader"))
        #expect(fault("choices:\n  more: a\n  fewer: b").contains("these choices lack “answer”"))
        #expect(fault("answer: chnage\nchoices:\n  more: a\n  fewer: b").contains("did you mean change?"))
        #expect(fault("answer: change\nchoices:\n  more: a\n  less: b").contains("is one of more, fewer"))
        #expect(
            fault("answer: change\nchoices:\n  more: a\n  fewer: b", es: "choices:\n  fewer: b\n  more: a")
                .contains("“choices” has fewer, more here"))
    }
}
