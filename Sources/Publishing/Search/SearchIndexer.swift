import Languages
import Notebook

/// Reads a lesson's cells for the search: headings, prose, what figures and tables are called and say, questions. Code
/// is left out; those who look for a name in it have the repository.
struct SearchIndexer {
    private let page: Page
    private let outline: LessonOutline
    private let context: PageContext
    private let plain: PlainText
    private var places: [SearchPage.Place]
    private var section = ""
    private var sections = 0

    private var words: Words { context.words }

    /// What the search knows of a lesson.
    ///
    /// - Throws: ``PublishingError`` for what can't be published either.
    static func search(
        _ page: Page, outline: LessonOutline, in context: PageContext
    ) throws(PublishingError) -> SearchPage {
        var indexer = SearchIndexer(page, outline, context)
        for (index, cell) in page.cells.enumerated() {
            do { try indexer.add(cell, at: index) } catch {
                throw PublishingError(
                    problem: error, lesson: page.lesson.id, cell: cell.name(at: index), language: context.language)
            }
        }
        var result = SearchPage(page.lesson, number: page.number, in: context)
        result.places += indexer.places.filter { !$0.heading.isEmpty || !$0.text.isEmpty }
        return result
    }

    private init(_ page: Page, _ outline: LessonOutline, _ context: PageContext) {
        (self.page, self.outline, self.context) = (page, outline, context)
        let cells = CellRenderer(page: page, outline: outline, context: context, figures: { _, _, _ in nil })
        plain = PlainText(resolve: { (target) throws(PublishingError.Problem) in try cells.resolve(target) })
        places = []
    }

    private mutating func add(_ cell: Cell, at index: Int) throws(PublishingError.Problem) {
        begin(outline.anchors[index])
        switch cell {
        case .code, .output: break
        case .prose(let text): try add(context.parse(text))
        case .figure(let figure):
            let number = words.figure("\(page.number).\(figure.number)")
            begin(outline.anchors[index], "\(number): \(context.text(figure.title))")
            add(try line(figure.caption))
            add(context.text(figure.alternative))
        case .table(let table):
            let number = words.table("\(page.number).\(outline.numbers[index] ?? 0)")
            begin(outline.anchors[index], "\(number): \(try line(table.caption))")
            add(try rows([table.columns] + table.rows))
        case .comparison(let quantities):
            let number = words.table("\(page.number).\(outline.numbers[index] ?? 0)")
            begin(outline.anchors[index], "\(number): \(words[.comparison])")
            add(try rows(quantities.map { [$0.quantity, $0.material, $0.measured] }))
        case .question(let question, let answer):
            begin(outline.anchors[index], words[.question])
            try add(context.parse(question))
            try add(context.parse(answer))
        case .exercise(let exercise):
            begin(outline.anchors[index], words.exercise("\(page.number).\(outline.numbers[index] ?? 0)"))
            try add(context.parse(exercise.text))
            for choice in exercise.choices { add(try line(choice)) }
            if context.report.edition.hasSolutions { try add(context.parse(exercise.solution)) }
        case .margin(let note): try add(context.parse(note))
        case .attempt(let command, let purpose):
            begin(outline.anchors[index], words[.attempt])
            add(try line(purpose))
            add(command)
        }
    }

    private mutating func add(_ blocks: [Block]) throws(PublishingError.Problem) {
        for block in blocks {
            switch block {
            case .paragraph(let inlines), .plain(let inlines): add(try plain.line(inlines))
            case .heading(_, let inlines):
                sections += 1
                section = ""
                begin("section-\(sections)", try plain.line(inlines))
                section = places.last?.heading ?? ""
            case .list(_, let items): for item in items { try add(item) }
            case .note(let content): try add(content)
            case .table(let grid): add(try plain.table([grid.head] + grid.rows))
            case .code, .rule: break
            }
        }
    }

    /// What follows belongs to this place.
    private mutating func begin(_ anchor: String, _ heading: String = "") {
        places.append(.init(anchor: anchor, heading: PlainText.trimmed(heading), section: section, text: ""))
    }

    private mutating func add(_ text: String) {
        let text = PlainText.trimmed(text)
        guard !text.isEmpty, let last = places.indices.last else { return }
        places[last].text += places[last].text.isEmpty ? text : " " + text
    }

    private func line(_ text: Localized) throws(PublishingError.Problem) -> String {
        try plain.line(context.parseLine(text))
    }

    private func rows(_ rows: [[Localized]]) throws(PublishingError.Problem) -> String {
        var parsed: [[[Inline]]] = []
        for row in rows {
            var cells: [[Inline]] = []
            for cell in row { cells.append(try context.parseLine(cell)) }
            parsed.append(cells)
        }
        return try plain.table(parsed)
    }
}
