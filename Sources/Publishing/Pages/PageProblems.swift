import Languages
import Notebook

extension HTMLPublisher {
    /// Everything that is wrong with the texts of these pages, in the order of the pages: formulas that do not parse,
    /// links that lead nowhere, on the page or in another lesson, Markdown that is not valid. Where ``lesson(_:among:reach:figures:)`` stops
    /// at the first mistake, this goes on.
    ///
    /// - Parameter pages: all pages of the course, so that links between them can be followed.
    public func problems(in pages: [Page]) -> [PublishingError] {
        var problems: [PublishingError] = []
        var places = PlaceIndex()
        for page in pages {
            do { try add(page, to: &places) } catch { problems.append(error) }
        }
        for page in pages {
            guard let outline = places.outlines[page.lesson.id] else { continue }
            for language in report.languages {
                let context = context(language, of: page, places)
                let renderer = CellRenderer(page: page, outline: outline, context: context, figures: { _, _, _ in nil })
                problems += renderer.problems()
            }
        }
        do { _ = try indexes() } catch { problems.append(error) }
        return problems
    }

    /// The terms that the lesson which is said to explain them never uses in its prose, by language.
    public func missingTerms(in pages: [Page]) -> [(term: String, lesson: String, language: Language)] {
        var missing: [(term: String, lesson: String, language: Language)] = []
        for (term, language) in report.glossary.terms.flatMap({ term in report.languages.map { (term, $0) } }) {
            guard let page = pages.first(where: { $0.lesson.id == term.lesson }) else { continue }
            var linker = TermLinker(Glossary([term]), in: language)
            let context = context(language, of: page)
            let isUsed = page.cells.contains { cell in
                guard case .prose(let text) = cell, let blocks = try? context.parse(text) else { return false }
                return linker.link(blocks) != blocks
            }
            if !isUsed { missing.append((term.id, term.lesson, language)) }
        }
        return missing
    }
}

extension CellRenderer {
    /// What is wrong with the texts of each cell.
    fileprivate func problems() -> [PublishingError] {
        var sections = SectionCounter(anchor: { $0 })
        var problems: [PublishingError] = []
        for (index, cell) in page.cells.enumerated() {
            for text in texts(of: cell) {
                do {
                    sections.allowed = text.mayHoldHeadings
                    _ =
                        text.isLine
                        ? try line(text.content) : try blocks(text.content, &sections)
                } catch {
                    problems.append(PublishingError(error, of: page, cell: index, in: context.language))
                }
            }
        }
        return problems
    }

    private struct Text {
        let content: Localized
        var isLine = true
        var mayHoldHeadings = false
    }

    private func texts(of cell: Cell) -> [Text] {
        switch cell {
        case .prose(let text): [Text(content: text, isLine: false, mayHoldHeadings: true)]
        case .code, .output: []
        case .figure(let figure): [Text(content: figure.caption)]
        case .table(let table): ([table.caption] + table.columns + table.rows.joined()).map { Text(content: $0) }
        case .comparison(let rows): rows.flatMap { [$0.quantity, $0.material, $0.measured] }.map { Text(content: $0) }
        case .question(let question, let answer): [question, answer].map { Text(content: $0, isLine: false) }
        case .exercise(let exercise):
            ([exercise.text, exercise.solution] + exercise.hints).map { Text(content: $0, isLine: false) }
                + (exercise.choices + [exercise.unit].compactMap(\.self)).map { Text(content: $0) }
        case .margin(let note): [Text(content: note, isLine: false)]
        case .attempt(_, let purpose): [Text(content: purpose)]
        }
    }
}
