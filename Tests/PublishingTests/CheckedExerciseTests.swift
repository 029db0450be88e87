import Foundation
import Languages
import TestSupport
import Testing

@testable import Notebook
@testable import Publishing
@testable import Snippets

@Suite("Exercises that check themselves", .limited)
struct CheckedExerciseTests {
    private static let script = """
        from tools import np

        # snippet.exercise/half
        def half(x):
            ### BEGIN SOLUTION
            return x / 2.000001
            ### END SOLUTION
        # snippet.end

        # snippet.exercise/half-test
        assert half(4) < 2
        # snippet.end
        """

    private func text(_ en: String, _ es: String? = nil) -> Localized {
        Localized(en: Phrase(en), es: Phrase(es ?? en))
    }

    private func page() throws -> Page {
        let script = LessonScript(
            script: try PythonScript(Self.script, file: "Lessons/Kernels/kernels.py"), words: ScriptWords(all: [:]))
        let code = CodeTask(
            code: try #require(script.twin("exercise/half")), test: script.twin("exercise/half-test"))
        var page = Page(lesson: Sample.kernels, number: 1)
        page.script = script
        let exercises = [
            Exercise(
                id: "size", goal: 1, level: 1, text: text("How many rows?", "¿Cuántas filas?"),
                hints: [text("Count the *lost* ones."), text("Four are lost.")], solution: text("Sixty-one are left."),
                task: .number(ExpectedNumber(value: 61.25, decimals: 2, unit: text("rows", "filas")))),
            Exercise(
                id: "way", level: 2, text: text("Where to?"), solution: text("To the sinister side."),
                task: .choice([text("left"), text("*right*")], right: 0)),
            Exercise(id: "code", level: 3, text: text("Halve."), solution: text("Divisively."), task: .code(code)),
            Exercise(id: "why", text: text("Why?"), solution: text("Becausewise."), task: .think),
        ]
        for exercise in exercises { page.append(.exercise(exercise)) }
        return page
    }

    /// What no student's edition may hold.
    private let secrets = [
        "Sixty-one", "61.25", "6125", "sinister", "Divisively", "2.000001", "Becausewise", "SOLUTION",
    ]

    private func report(_ edition: Edition) -> Report {
        var report = Sample.report()
        report.edition = edition
        return report
    }

    private func html(_ edition: Edition = .reader, _ language: Language = .en) throws -> String {
        let files = try HTMLPublisher(report(edition)).lesson(try page(), figures: Sample.figures)
        let file = try #require(files.first { $0.path == language.page("kernels") })
        return String(decoding: file.bytes, as: UTF8.self)
    }

    private func cells(_ edition: Edition = .reader) throws -> [[String: Any]] {
        let files = try JupyterExporter(report(edition)).files(of: try page(), in: .en, picture: Sample.picture)
        let object = try JSONSerialization.jsonObject(with: Data(files[0].bytes)) as? [String: Any]
        return try #require(object?["cells"] as? [[String: Any]])
    }

    private func source(_ cells: [[String: Any]], _ id: String) -> String {
        (cells.first { $0["id"] as? String == id }?["source"] as? [String])?.joined() ?? ""
    }

    @Test("a page asks for the answer, and knows a hash of it that has its value from elsewhere")
    func asked() throws {
        let page = try html(.reader, .es)
        let checker = MarkupChecker(Array(page.utf8))
        #expect(checker.faults.isEmpty, "\(checker.faults)")
        #expect(page.contains("<div class=\"exercise task\" id=\"exercise-size\">"))
        #expect(page.contains("Ejercicio 1.1</a> <span class=\"level\">fácil</span>"))
        #expect(
            page.contains(
                "data-key=\"kernels/size\" data-answer=\"1719260f\" data-decimals=\"2\" data-tolerance=\"1\""))
        #expect(page.contains("<span class=\"unit\">filas</span>") && page.contains("<summary>Pista 2</summary>"))
        #expect(page.contains("data-unclear=\"Escribe un número, como 12 o 2,5.\""))
        let forms = checker.all("form")
        #expect(forms.count == 2 && checker.all("input").count { $0.attributes["type"] == "radio" } == 2)
        #expect(
            checker.all("input").allSatisfy { input in
                input.attributes["type"] != "radio" || input.attributes["hidden"] != nil
            })
    }

    @Test("FNV-1a has the values of its authors")
    func hash() {
        // Computed in Python from the definition; the browser's test does so for every exercise that it plays.
        #expect(AnswerHash(salt: "sample/size", answer: 60).text == "4acd5087")
        #expect(AnswerHash(salt: "sample/way", answer: 2).text == "f2a97f3f")
    }

    @Test("Python on a page: what the reader begins with stands open, the solution is folded")
    func code() throws {
        let page = try html()
        let begin = try #require(page.range(of: "NotImplementedError"))
        let solution = try #require(page.range(of: "2.000001"))
        let fold = try #require(page.range(of: "<summary>Solution</summary>\n<p>Divisively"))
        #expect(begin.lowerBound < fold.lowerBound && fold.lowerBound < solution.lowerBound)
        #expect(!page.contains("BEGIN SOLUTION"))
    }

    @Test("the teachers' edition shows solutions open")
    func teachers() throws {
        #expect(try html(.teacher).components(separatedBy: "<details open>\n<summary>Solution").count == 5)
        #expect(try !html(.reader).contains("<details open"))
    }

    @Test("a student's edition holds no solution in any byte: page, search, one file, notebook, Markdown")
    func students() throws {
        let publisher = try HTMLPublisher(report(.student))
        let page = try page()
        var files = try publisher.lesson(page, figures: Sample.figures)
        files.append(
            try publisher.wholeFile(
                [page, Page(lesson: Sample.edges, number: 2)], figures: Sample.figures, drawing: { _ in nil }))
        files += try JupyterExporter(report(.student)).files(of: page, in: .en, picture: Sample.picture)
        files += try MarkdownExporter(report(.student)).files(of: page, in: .en, picture: Sample.picture)
        #expect(files.count >= 6)
        for file in files {
            let text = String(decoding: file.bytes, as: UTF8.self)
            for secret in secrets { #expect(!text.contains(secret), "\(file.path): \(secret)") }
        }
        // The test can fail: readers' files have each of them somewhere.
        let open = try html() + String(decoding: JSONSerialization.data(withJSONObject: cells()), as: UTF8.self)
        for secret in secrets where secret != "6125" { #expect(open.contains(secret), "\(secret)") }
    }

    @Test("a notebook has nbgrader's cells: what is asked, what is written, what grades it")
    func notebook() throws {
        let cells = try cells()
        #expect(
            source(cells, "exercise-size").hasPrefix(
                "<a id=\"exercise-size\"></a>**Exercise 1.1 (easy).** How many rows?"))
        #expect(
            source(cells, "exercise-size-answer") == """
                # Your answer: answer_size = a number
                ### BEGIN SOLUTION
                # Sixty-one are left.
                answer_size = 61.25
                ### END SOLUTION
                """)
        #expect(source(cells, "exercise-size-test").contains("assert abs(answer_size - 61.25) < 0.015"))
        #expect(source(cells, "exercise-way").contains("1. left\n2. *right*"))
        #expect(source(cells, "exercise-way-test").contains("assert answer_way == 1"))
        #expect(
            source(cells, "exercise-code-answer").contains(
                "    ### BEGIN SOLUTION\n    # Divisively.\n    return x / 2.000001"))
        #expect(source(cells, "exercise-code-test") == "assert half(4) < 2")
        let metadata = cells.compactMap { ($0["metadata"] as? [String: Any])?["nbgrader"] as? [String: Any] }
        #expect(metadata.allSatisfy { $0["schema_version"] as? Int == 3 })
        #expect(Set(metadata.compactMap { $0["grade_id"] as? String }).count == metadata.count && metadata.count == 7)
        #expect(metadata.compactMap { $0["points"] as? Int } == [1, 2, 3, 1])
        let tags = cells.flatMap { (($0["metadata"] as? [String: Any])?["tags"] as? [String]) ?? [] }
        #expect(tags.contains("exercise") && tags.contains("solution"))
    }

    @Test("a student's notebook raises an error where nothing is written yet")
    func studentsNotebook() throws {
        let cells = try cells(.student)
        #expect(source(cells, "exercise-size-answer").hasSuffix("\nraise NotImplementedError()"))
        #expect(source(cells, "exercise-code-answer") == "def half(x):\n    raise NotImplementedError()")
        #expect(source(cells, "exercise-code-test") == "assert half(4) < 2")
    }

    @Test("Markdown has choices, hints and the solution behind the exercise")
    func markdown() throws {
        let files = try MarkdownExporter(report(.reader)).files(of: try page(), in: .en, picture: Sample.picture)
        let text = String(decoding: try #require(files.last).bytes, as: UTF8.self)
        #expect(text.contains("**Exercise 1.1 (easy).** How many rows?\n\n<details>\n<summary>Hint 1</summary>"))
        #expect(text.contains("1. left\n2. *right*\n\n<details>\n<summary>Solution</summary>\n\nTo the sinister side."))
        #expect(text.contains("```python\ndef half(x):\n    raise NotImplementedError()\n```"))
    }

    @Test("a link leads to an exercise by its name")
    func links() throws {
        var page = try page()
        page.append(.prose(text("See [](#exercise-way).")))
        let files = try HTMLPublisher(report(.reader)).lesson(page, figures: Sample.figures)
        let html = String(decoding: try #require(files.first).bytes, as: UTF8.self)
        #expect(html.contains("<a href=\"#exercise-way\">Exercise 1.2</a>"))
    }
}
