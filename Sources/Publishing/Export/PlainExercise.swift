import Languages
import Notebook

/// An exercise as CommonMark, in the parts that formats put together.
struct PlainExercise {
    let exercise: Exercise
    /// Its place, its number and how difficult it is.
    let heading: String
    let text: String
    let choices: [String]
    let hints: [String]
    /// nil where the edition holds none.
    let solution: String?
    let words: Words

    /// What is asked, with its choices and, folded, its hints.
    var task: String {
        let list = choices.enumerated().map { "\($0.offset + 1). \($0.element)" }.joined(separator: "\n")
        let folds = hints.enumerated().map { Self.folded(words.hint($0.offset, of: hints.count), $0.element) }
        return (["\(heading) \(text)"] + (list.isEmpty ? [] : [list]) + folds).joined(separator: "\n\n")
    }

    /// The whole exercise in a file that nothing runs.
    var markdown: String {
        var parts = [task]
        var solved = solution
        if case .code(let task) = exercise.task {
            parts.append(MarkdownWriter.fenced(task.starter(in: words.language), language: "python"))
            if let test = task.test {
                let lines = MarkdownWriter.fenced(test.source(in: words.language), language: "python")
                parts.append(Self.folded(words[.test], lines))
            }
            solved? += "\n\n" + MarkdownWriter.fenced(task.solution(in: words.language), language: "python")
        }
        if let solved { parts.append(Self.folded(words[.solution], solved)) }
        return parts.joined(separator: "\n\n")
    }

    static func folded(_ label: String, _ text: String) -> String {
        """
        <details>
        <summary>\(label)</summary>

        \(text)

        </details>
        """
    }
}
