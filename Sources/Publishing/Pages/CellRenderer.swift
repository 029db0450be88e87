import Languages
import Notebook

/// Writes the cells of one lesson in one language.
struct CellRenderer {
    let page: Page
    let outline: LessonOutline
    let context: PageContext
    let figures: FigureLookup

    private var words: Words { context.words }

    /// All cells, and the headings among them.
    func cells(_ sections: inout SectionCounter) throws(PublishingError) -> HTML {
        var result = HTML()
        var terms = TermLinker(context.report.glossary, in: context.language)
        var index = 0
        while index < page.cells.count {
            let cell = page.cells[index]
            var outputs: [Bilingual] = []
            if case .code = cell { outputs = outputsBelow(index) }
            do {
                result += try render(cell, at: index, outputs: outputs, sections: &sections, terms: &terms)
            } catch {
                throw PublishingError(
                    problem: error, lesson: page.lesson.id, cell: cell.name(at: index), language: context.language)
            }
            index += 1 + outputs.count
        }
        return result
    }

    private func outputsBelow(_ index: Int) -> [Bilingual] {
        var outputs: [Bilingual] = []
        for cell in page.cells[(index + 1)...] {
            guard case .output(let text) = cell else { break }
            outputs.append(text)
        }
        return outputs
    }

    private func render(
        _ cell: Cell, at index: Int, outputs: [Bilingual], sections: inout SectionCounter,
        terms: inout TermLinker
    ) throws(PublishingError.Problem) -> HTML {
        let anchor = context.addresses.anchor(outline.anchors[index])
        switch cell {
        case .prose(let text):
            let body = try prose.blocks(terms.link(context.parse(text)), sections: &sections)
            return try context.fill("prose", ["anchor": .text(anchor), "body": .html(body)])
        case .code(let listing): return try code(listing, outputs, anchor)
        case .output: throw .outputWithoutListing
        case .figure(let figure): return try self.figure(figure, anchor)
        case .table(let table): return try self.table(table, number: outline.tableNumbers[index] ?? 0, anchor)
        case .comparison(let quantities): return try comparison(quantities, anchor)
        case .question(let question, let answer):
            var none = SectionCounter(anchor: { $0 })
            none.allowed = false
            return try context.fill(
                "question",
                [
                    "anchor": .text(anchor), "label": .text(words.question), "fold": .text(words.answer),
                    "question": .html(blocks(question, &none)), "answer": .html(blocks(answer, &none)),
                ])
        case .attempt(let command, let purpose):
            return try context.fill(
                "attempt",
                [
                    "anchor": .text(anchor), "label": .text(words.attempt), "purpose": .html(line(purpose)),
                    "command": .text(command), "copy": .text(words.copy), "copied": .text(words.copied),
                ])
        }
    }

    // MARK: Kinds

    private func code(
        _ listing: Listing, _ outputs: [Bilingual], _ anchor: String
    ) throws(PublishingError.Problem) -> HTML {
        let count = listing.source.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).count
        let trailing = listing.source.last?.isNewline == true ? 1 : 0
        let last = listing.firstLine + max(count - trailing, 1) - 1
        let address = context.report.source.map { $0 + listing.file + "#L\(listing.firstLine)" }
        return try context.fill(
            "code",
            [
                "anchor": .text(anchor), "label": .text("\(words.code): \(listing.name)"),
                "file": .text(listing.file), "lines": .text(words.lines(listing.firstLine, last)),
                "address": address.map(Slot.text) ?? .absent,
                "code": .html(SwiftHighlighter.numberedLines(listing.source, from: listing.firstLine)),
                "copy": .text(words.copy), "copied": .text(words.copied), "outputLabel": .text(words.output),
                "outputs": .list(outputs.map { ["output": .text($0.text(in: context.format))] }),
            ])
    }

    private func figure(_ figure: FigureCell, _ anchor: String) throws(PublishingError.Problem) -> HTML {
        guard let file = figures(page.lesson.id, figure.id, context.language) else { throw .missingFigure(figure.id) }
        let picture = try Picture(file)
        let alternative = figure.alternative.text(in: context.format)
        return try context.fill(
            "figure",
            [
                "anchor": .text(anchor), "wide": .flag(picture.isWide),
                "isLight": .flag(!context.pictures.followsScheme(file)), "details": details(of: file),
                "picture": .html(context.pictures.markup(of: picture, alternative: alternative, in: context)),
                "number": .text(words.figure("\(page.number).\(figure.number)")),
                "caption": .html(line(figure.caption)),
            ])
    }

    /// What can be unfolded under a figure: what it says of itself, and its numbers.
    private func details(of file: FigureFile) -> Slot {
        guard let description = file.description else { return .absent }
        let data = context.pictures.hasFiles ? file.dataPath : nil
        return .list([
            [
                "label": .text(words.description), "text": .text(description.text(in: context.format)),
                "data": data.map { path in
                    .list([["address": .text(context.addresses.file(path)), "label": .text(words.data)]])
                } ?? .absent,
            ]
        ])
    }

    private func table(_ table: Table, number: Int, _ anchor: String) throws(PublishingError.Problem) -> HTML {
        func slots(_ cells: [Bilingual]) throws(PublishingError.Problem) -> [Slots] {
            var result: [Slots] = []
            for (index, cell) in cells.enumerated() {
                let isNumber = table.alignments[index] == .trailing
                result.append(["text": .html(try line(cell)), "isNumber": .flag(isNumber)])
            }
            return result
        }
        var rows: [Slots] = []
        for row in table.rows { rows.append(["cells": .list(try slots(row))]) }
        return try context.fill(
            "table",
            [
                "anchor": .text(anchor), "number": .text(words.table("\(page.number).\(number)")),
                "caption": .html(line(table.caption)), "columns": .list(slots(table.columns)), "rows": .list(rows),
            ])
    }

    private func comparison(_ quantities: [Comparison], _ anchor: String) throws(PublishingError.Problem) -> HTML {
        var rows: [Slots] = []
        for quantity in quantities {
            rows.append([
                "name": .html(try line(quantity.quantity)), "material": .html(try line(quantity.material)),
                "measured": .html(try line(quantity.measured)),
            ])
        }
        return try context.fill(
            "comparison",
            [
                "anchor": .text(anchor), "caption": .text(words.comparison), "quantity": .text(words.quantity),
                "material": .text(words.material), "measured": .text(words.measured), "rows": .list(rows),
            ])
    }

    // MARK: Prose

    private var prose: MarkdownRenderer {
        MarkdownRenderer(
            resolve: { (target) throws(PublishingError.Problem) in try resolve(target) })
    }

    func blocks(
        _ text: Bilingual, _ sections: inout SectionCounter
    ) throws(PublishingError.Problem) -> HTML {
        try prose.blocks(context.parse(text), sections: &sections)
    }

    func line(_ text: Bilingual) throws(PublishingError.Problem) -> HTML {
        try prose.line(context.parseLine(text))
    }

    private func resolve(_ target: LinkTarget) throws(PublishingError.Problem) -> (address: String, text: String?) {
        switch target {
        case .place(let name):
            guard let label = outline.labels[name] else {
                throw .markdown(.unknownAnchor(name, nearMisses: NearMisses.of(name, in: outline.labels.keys)))
            }
            let address = context.addresses.place(name)
            switch label {
            case .figure(let number): return (address, words.figure(number))
            case .table(let number): return (address, words.table(number))
            case .nothing: return (address, nil)
            }
        case .lesson(page.lesson.id, place: let name?): return try resolve(.place(name))
        default: return try context.resolve(target)
        }
    }
}
