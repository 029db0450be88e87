import Languages
import Notebook

/// Writes the cells of one lesson in one language.
struct CellRenderer {
    let page: Page
    let outline: LessonOutline
    let context: PageContext
    let figures: FigureLookup

    var words: Words { context.words }

    /// All cells, and the headings among them.
    func cells(_ sections: inout SectionCounter) throws(PublishingError) -> HTML {
        var result = HTML()
        var terms = TermLinker(context.report.glossary, in: context.language)
        var index = 0
        while index < page.cells.count {
            let cell = page.cells[index]
            var outputs: [Localized] = []
            if case .code = cell { outputs = outputsBelow(index) }
            do {
                result += try render(cell, at: index, outputs: outputs, sections: &sections, terms: &terms)
            } catch {
                throw PublishingError(error, of: page, cell: index, in: context.language)
            }
            index += 1 + outputs.count
        }
        return result
    }

    private func outputsBelow(_ index: Int) -> [Localized] {
        var outputs: [Localized] = []
        for cell in page.cells[(index + 1)...] {
            guard case .output(let text) = cell else { break }
            outputs.append(text)
        }
        return outputs
    }

    private func render(
        _ cell: Cell, at index: Int, outputs: [Localized], sections: inout SectionCounter,
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
        case .table(let table): return try self.table(table, number: outline.numbers[index] ?? 0, anchor)
        case .comparison(let quantities):
            return try comparison(quantities, number: outline.numbers[index] ?? 0, anchor)
        case .question(let question, let answer):
            return try context.fill(
                "question",
                [
                    "anchor": .text(anchor), "label": .html(words.marked(.question)),
                    "fold": .html(words.marked(.answer)),
                    "question": .html(text(question)), "answer": .html(text(answer)),
                ])
        case .exercise(let exercise):
            return try self.exercise(exercise, number: outline.numbers[index] ?? 0, anchor)
        case .margin(let note):
            return try context.fill(
                "margin",
                [
                    "anchor": .text(anchor), "label": .text(words[.sideNote]), "isBeside": .flag(isBesideProse(index)),
                    "note": .html(text(note)),
                ])
        case .attempt(let command, let purpose):
            return try context.fill(
                "attempt",
                [
                    "anchor": .text(anchor), "label": .html(words.marked(.attempt)), "purpose": .html(line(purpose)),
                    "command": .text(command), "copy": .text(words[.copy]), "copied": .text(words[.copied]),
                ])
        }
    }

    // MARK: Kinds

    private func figure(_ figure: FigureCell, _ anchor: String) throws(PublishingError.Problem) -> HTML {
        guard let file = figures(page.lesson.id, figure.id, context.language) else { throw .missingFigure(figure.id) }
        let picture = try Picture(file)
        let number = words.figure("\(page.number).\(figure.number)")
        return try context.fill(
            "figure",
            [
                "anchor": .text(anchor), "wide": .flag(picture.isWide),
                "isLight": .flag(!context.pictures.followsScheme(file)),
                "picture": .html(
                    context.pictures.markup(
                        of: picture, alternative: figure.alternative.text(in: context.format), in: context)),
                "number": .text(number), "caption": .html(line(figure.caption)),
                "enlarge": .text(words[.enlarge]), "back": .text(words[.previousFigure]),
                "on": .text(words[.nextFigure]), "close": .text(words[.closeFigure]),
                "details": try FigureDetails(file, number: number, context: context).slot,
                "lab": figure.lab.map(lab) ?? .absent,
            ])
    }

    /// What the page's script puts in the place of the figure.
    private func lab(_ lab: Lab) -> Slot {
        .list([
            [
                "kind": .text(lab.kind.rawValue),
                "material": .text(lab.picture.map(LabMaterial.name(of:)) ?? ""),
                "parts": .text(LabMaterial.names(ofPartsOf: lab)),
                "state": .text(lab.state), "words": .html(LabMaterial.words(in: context)),
            ]
        ])
    }

    private func table(_ table: Table, number: Int, _ anchor: String) throws(PublishingError.Problem) -> HTML {
        func slots(_ cells: [Localized]) throws(PublishingError.Problem) -> [Slots] {
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

    private func comparison(
        _ quantities: [Comparison], number: Int, _ anchor: String
    ) throws(PublishingError.Problem) -> HTML {
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
                "anchor": .text(anchor), "number": .text(words.table("\(page.number).\(number)")),
                "caption": .html(words.marked(.comparison)),
                "quantity": .html(words.marked(.quantity)),
                "material": .html(words.marked(.material)), "measured": .html(words.marked(.measured)),
                "rows": .list(rows),
            ])
    }

    /// Whether a note has room in the margin beside the cell above: beside prose, unless its own notes stand there.
    private func isBesideProse(_ index: Int) throws(PublishingError.Problem) -> Bool {
        guard index > 0, case .prose(let text) = page.cells[index - 1] else { return false }
        return !(try context.parse(text).contains { if case .note = $0 { true } else { false } })
    }

    // MARK: Prose

    private var prose: MarkdownRenderer {
        MarkdownRenderer(
            foreign: ForeignWords(in: context.language),
            resolve: { (target) throws(PublishingError.Problem) in try resolve(target) })
    }

    func blocks(
        _ text: Localized, _ sections: inout SectionCounter
    ) throws(PublishingError.Problem) -> HTML {
        try prose.blocks(context.parse(text), sections: &sections)
    }

    /// Text in which no heading may stand.
    func text(_ text: Localized) throws(PublishingError.Problem) -> HTML {
        var none = SectionCounter(anchor: { $0 })
        none.allowed = false
        return try blocks(text, &none)
    }

    func line(_ text: Localized) throws(PublishingError.Problem) -> HTML {
        try prose.line(context.parseLine(text))
    }

    /// Where a link leads.
    func resolve(_ target: LinkTarget) throws(PublishingError.Problem) -> (address: String, text: String?) {
        switch target {
        case .place(let name):
            return (context.addresses.place(name), words.text(of: try outline.label(of: name)))
        case .lesson(page.lesson.id, place: let name?): return try resolve(.place(name))
        default: return try context.resolve(target)
        }
    }
}
