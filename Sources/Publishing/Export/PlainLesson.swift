import Languages
import Notebook

/// A lesson in one language as Markdown, code and pictures in order: what a notebook and a Markdown file have in
/// common.
struct PlainLesson {
    enum Content {
        /// CommonMark with TeX.
        case text(String)
        case code(Listing, outputs: [String])
        case figure(PlainFigure)
        case exercise(PlainExercise)
    }

    struct Part {
        /// Unique in the lesson, and the same in every language and every run.
        let anchor: String
        let content: Content
    }

    let language: Language
    let title: String
    private(set) var parts: [Part] = []

    private let page: Page
    private let outline: LessonOutline
    private let context: PageContext
    private let linkToLesson: (String, String?) -> String
    private var words: Words { context.words }

    /// - Parameter linkToLesson: the address of another lesson, and of a place in it.
    init(
        _ page: Page, outline: LessonOutline, context: PageContext, linkToLesson: @escaping (String, String?) -> String
    ) throws(PublishingError) {
        self.page = page
        self.outline = outline
        self.context = context
        self.linkToLesson = linkToLesson
        language = context.language
        title = context.text(page.lesson.title)
        parts.append(Part(anchor: "lesson", content: .text(opening)))
        var index = 0
        while index < page.cells.count {
            let cell = page.cells[index]
            do {
                let outputs = outputsBelow(index)
                parts.append(Part(anchor: outline.anchors[index], content: try content(of: cell, at: index, outputs)))
                index += 1 + outputs.count
            } catch {
                throw PublishingError(error, of: page, cell: index, in: language)
            }
        }
    }

    /// The head of the lesson: title, who signs, question, goals.
    private var opening: String {
        let lesson = page.lesson
        var blocks = ["# \(page.number). " + MarkdownWriter.escapedLine(title)]
        let course = ([context.text(context.report.title)] + context.report.signature.lines)
            .map(MarkdownWriter.escapedLine).joined(separator: " · ")
        blocks.append(course)
        for warning in context.warnings { blocks.append("> " + MarkdownWriter.escapedLine(context.text(warning))) }
        blocks.append("*" + MarkdownWriter.escapedLine(context.text(lesson.question)) + "*")
        if !lesson.goals.isEmpty {
            let goals = lesson.goals.map { "- " + MarkdownWriter.escapedLine(context.text($0)) }
            blocks.append("**\(words[.goals])**\n\n" + goals.joined(separator: "\n"))
        }
        return blocks.joined(separator: "\n\n")
    }

    private func outputsBelow(_ index: Int) -> [String] {
        guard case .code = page.cells[index] else { return [] }
        return page.cells[(index + 1)...].prefix { if case .output = $0 { true } else { false } }.compactMap {
            if case .output(let text) = $0 { context.text(text) } else { nil }
        }
    }

    private func content(
        of cell: Cell, at index: Int, _ outputs: [String]
    ) throws(PublishingError.Problem) -> Content {
        switch cell {
        case .prose(let text): return .text(try blocks(text))
        case .code(let listing): return .code(listing, outputs: outputs)
        case .output: throw .outputWithoutListing
        case .figure(let figure):
            return .figure(
                PlainFigure(
                    id: figure.id, number: words.figure("\(page.number).\(figure.number)"),
                    caption: try line(figure.caption), alternative: context.text(figure.alternative)))
        case .table(let table):
            let number = words.table("\(page.number).\(outline.numbers[index] ?? 0)")
            return .text("**\(number).** \(try line(table.caption))\n\n" + (try rows(table)))
        case .comparison(let quantities):
            let columns: [(Localized, Table.Alignment)] = [
                (Localized(same: Phrase(words[.quantity])), .leading),
                (Localized(same: Phrase(words[.material])), .trailing),
                (Localized(same: Phrase(words[.measured])), .trailing),
            ]
            let table = Table(
                caption: Localized(same: ""), columns: columns,
                rows: quantities.map { [$0.quantity, $0.material, $0.measured] })
            let number = words.table("\(page.number).\(outline.numbers[index] ?? 0)")
            return .text("**\(number).** \(words[.comparison])\n\n" + (try rows(table)))
        case .question(let question, let answer):
            return .text(try folded(words[.question], question, words[.answer], answer))
        case .exercise(let exercise):
            let number = words.exercise("\(page.number).\(outline.numbers[index] ?? 0)")
            return .exercise(try plain(exercise, number: number, anchor: outline.anchors[index]))
        case .margin(let note):
            let text = "**\(words[.sideNote]).** " + (try blocks(note))
            return .text(MarkdownWriter.prefixed(text, first: "> ", rest: "> "))
        case .attempt(let command, let purpose):
            return .text(
                "**\(words[.attempt]).** \(try line(purpose))\n\n" + MarkdownWriter.fenced(command, language: "sh"))
        }
    }

    /// What is asked behind its label, and what is to be found folded under another one.
    private func folded(
        _ label: String, _ text: Localized, _ fold: String, _ hidden: Localized
    ) throws(PublishingError.Problem) -> String {
        """
        **\(label).** \(try blocks(text))

        <details>
        <summary>\(fold)</summary>

        \(try blocks(hidden))

        </details>
        """
    }

    private func rows(_ table: Table) throws(PublishingError.Problem) -> String {
        var grid = Block.Grid()
        grid.alignments = table.alignments.map { $0 == .trailing ? .trailing : .leading }
        for column in table.columns { grid.head.append(try context.parseLine(column)) }
        for row in table.rows {
            var cells: [[Inline]] = []
            for cell in row { cells.append(try context.parseLine(cell)) }
            grid.rows.append(cells)
        }
        return try writer.blocks([.table(grid)])
    }

    /// An exercise without what belongs to one format alone.
    private func plain(
        _ exercise: Exercise, number: String, anchor: String
    ) throws(PublishingError.Problem) -> PlainExercise {
        var (hints, choices): ([String], [String]) = ([], [])
        for hint in exercise.hints { hints.append(try blocks(hint)) }
        for choice in exercise.choices { choices.append(try line(choice)) }
        let level = exercise.level.map { " (\(words.level($0)))" } ?? ""
        return PlainExercise(
            exercise: exercise, heading: "<a id=\"\(anchor)\"></a>**\(number)\(level).**",
            text: try blocks(exercise.text),
            choices: choices, hints: hints,
            solution: context.report.edition.hasSolutions ? try blocks(exercise.solution) : nil, words: words)
    }

    private func blocks(_ text: Localized) throws(PublishingError.Problem) -> String {
        try writer.blocks(context.parse(text))
    }

    private func line(_ text: Localized) throws(PublishingError.Problem) -> String {
        try writer.line(context.parseLine(text))
    }

    private var writer: MarkdownWriter {
        MarkdownWriter(resolve: { (target) throws(PublishingError.Problem) in try resolve(target) })
    }

    private func resolve(_ target: LinkTarget) throws(PublishingError.Problem) -> (address: String, text: String?) {
        switch target {
        case .place(let name):
            let label = try outline.label(of: name)
            return ("#" + name, words.text(of: label))
        case .lesson(page.lesson.id, let name?): return try resolve(.place(name))
        case .lesson(TermLinker.page, _): return ("", try context.resolve(target).text)
        case .lesson(let id, let place):
            return (linkToLesson(id, place), try context.resolve(target).text)
        case .outside: return try context.resolve(target)
        }
    }
}

/// A figure of an exported lesson.
struct PlainFigure {
    let id: String
    /// "Figure 4.3".
    let number: String
    /// CommonMark.
    let caption: String
    let alternative: String
}
