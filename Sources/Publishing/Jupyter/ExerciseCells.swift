import Languages
import Notebook
import Platform
import Snippets

/// The cells of an exercise in a notebook, as nbgrader has them (*The nbgrader metadata format*, schema 3): what is asked,
/// what the reader completes, and what grades that.
///
/// In the source for nbgrader solutions stand between its marks, and what a reader must not see in a test between those of
/// hidden tests; its `generate_assignment` takes both away, and so does the students' edition.
struct ExerciseCells {
    let exercise: PlainExercise
    let lesson: String
    /// Of the cell that says what is asked; the others' are made from it.
    let id: String

    private var words: Words { exercise.words }
    private var points: Int { exercise.exercise.level ?? 1 }

    var cells: [JupyterNotebook.Cell] {
        let asked = cell("", .markdown, exercise.task, tags: ["exercise"])
        guard let name = exercise.exercise.id else {
            let solved = exercise.solution.map {
                cell("-solution", .markdown, PlainExercise.folded(words[.solution], $0), tags: ["solution"])
            }
            return [asked] + [solved].compactMap(\.self)
        }
        let grade = "\(lesson)-\(name)"
        // What Python calls itself so is not taken away.
        let variable = "answer_" + name.map { $0.isLetter || $0.isNumber ? String($0) : "_" }.joined()
        switch exercise.exercise.task {
        case .think:
            return [asked, cell("-answer", .markdown, written, tags: tags, .reply(grade, points: points))]
        case .number(let number):
            let value = FixedNumber(number)
            return [
                asked, answer(reply(.notebookReply, variable, value.text), grade),
                test(hidden("assert abs(\(variable) - \(value.text)) < \(value.limit)"), grade),
            ]
        case .choice(_, let right):
            return [
                asked, answer(reply(.notebookChoice, variable, "\(right + 1)"), grade),
                test(hidden("assert \(variable) == \(right + 1)"), grade),
            ]
        case .code(let task):
            let code = task.code.source(in: words.language)
            let source = exercise.solution.map { Self.explained(code, by: $0) } ?? SolutionMarks.starter(of: code)
            let test = task.test.map { self.test($0.source(in: words.language), grade) }
            return [asked, answer(source, grade)] + [test].compactMap(\.self)
        }
    }

    private var tags: [String] { exercise.solution == nil ? ["exercise"] : ["exercise", "solution"] }

    /// What the reader completes.
    private func answer(_ source: String, _ grade: String) -> JupyterNotebook.Cell {
        cell("-answer", .code(printed: []), source, tags: tags, .solution(grade))
    }

    /// What grades that.
    private func test(_ source: String, _ grade: String) -> JupyterNotebook.Cell {
        cell("-test", .code(printed: []), source, tags: ["exercise"], .test(grade, points: points))
    }

    private func cell(
        _ part: String, _ content: JupyterNotebook.Cell.Content, _ source: String, tags: [String],
        _ grading: JupyterNotebook.Grading? = nil
    ) -> JupyterNotebook.Cell {
        .init(
            id: id + part, content: content, source: source, slide: part.isEmpty ? .subslide : .skip, tags: tags,
            grading: grading)
    }

    /// What somebody has to read and grade.
    private var written: String { exercise.solution ?? "" }

    /// A cell in which a variable is given a value.
    private func reply(_ word: PageWord, _ variable: String, _ value: String) -> String {
        let asked = "# " + words(word, ["name": .text(variable)]) + "\n"
        guard let solution = exercise.solution else { return asked + "raise NotImplementedError()" }
        let explanation = Self.comment(solution)
        return asked + "\(SolutionMarks.begin)\n\(explanation)\(variable) = \(value)\n\(SolutionMarks.end)"
    }

    private func hidden(_ test: String) -> String {
        exercise.solution == nil ? "" : "### BEGIN HIDDEN TESTS\n\(test)\n### END HIDDEN TESTS"
    }

    /// Code with the explanation of its solution as a comment at the start of that.
    private static func explained(_ code: String, by explanation: String) -> String {
        var isDone = false
        return code.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let indent = line.prefix { $0 == " " }
            guard !isDone, line.dropFirst(indent.count).hasPrefix(SolutionMarks.begin) else { return String(line) }
            isDone = true
            let lines = comment(explanation).split(separator: "\n")
            return ([String(line)] + lines.map { String(indent) + String($0) }).joined(separator: "\n")
        }.joined(separator: "\n")
    }

    /// Text as lines of a comment in Python, as wide as code is.
    private static func comment(_ text: String) -> String {
        var lines: [String] = []
        for paragraph in text.split(separator: "\n", omittingEmptySubsequences: true) {
            var line = "#"
            for word in paragraph.split(separator: " ") {
                if line.count + word.count + 1 > 100 {
                    lines.append(line)
                    line = "#"
                }
                line += " " + word
            }
            lines.append(line)
        }
        return lines.map { $0 + "\n" }.joined()
    }
}

/// A number that is asked for, as Python writes it.
private struct FixedNumber {
    let text: String
    /// Nearer than this an answer is right: the tolerance and half a unit of the last decimal.
    let limit: String

    init(_ number: ExpectedNumber) {
        text = number.value.fixed(number.decimals)
        let unit = (0..<number.decimals).reduce(1.0) { unit, _ in unit / 10 }
        limit = ((Double(number.tolerance) + 0.5) * unit).fixed(number.decimals + 1)
    }
}
