import Figures
import Languages
import Notebook

/// A word of a page or a figure that could not be filled: a slot asks for another kind of value than the code hands over.
public struct UnfilledWord: Hashable, Sendable {
    /// The id of the lesson on whose page it stands.
    public let lesson: String
    /// Whose readers see it.
    public let language: Language
    /// `figures.pixels.head`.
    public let key: String
    /// The slot that nothing fills; nil where no file has the key.
    public let slot: String?
}

extension HTMLPublisher {
    /// The words that show as `⟨key: slot⟩` on these pages, in what their figures draw and in what those say of
    /// themselves; each once for a lesson and a language.
    ///
    /// What can't be published or drawn at all is left out: ``problems(in:)`` and the page's own findings tell of it.
    public func unfilledWords(in pages: [Page]) -> [UnfilledWord] {
        var found: [UnfilledWord] = []
        for page in pages {
            // Made once, and asked for by the page of every language.
            let figures = page.figures.reduce(into: [String: any Figure]()) { figures, cell in
                figures[cell.id] = try? cell.figure()
            }
            let files = figures.mapValues { figure in
                FigureFile(
                    path: "figure.png", width: 1, height: 1, description: figure.alternative, table: figure.table)
            }
            let written = (try? lesson(page) { _, figure, _ in files[figure] }) ?? []
            for (index, language) in report.languages.enumerated() {
                var texts: [String] = []
                if written.indices.contains(index) {
                    texts.append(String(decoding: written[index].bytes, as: UTF8.self))
                }
                for cell in page.figures {
                    guard let figure = figures[cell.id] else { continue }
                    texts += Self.texts(of: figure, title: cell.title, in: language)
                }
                for word in texts.flatMap({ Self.unfilled(in: $0, lesson: page.lesson.id, language) })
                where !found.contains(word) {
                    found.append(word)
                }
            }
        }
        return found
    }

    private static func texts(of figure: any Figure, title: Localized, in language: Language) -> [String] {
        let format = NumberFormat(language)
        let drawn = try? FigureRenderer(format: format).transcript(figure, title: title)
        let table = figure.table.map { [$0.csv(in: language)] } ?? []
        return [figure.alternative.text(in: format)] + table + (drawn?.texts ?? [])
    }

    /// The marks that `Localized` leaves, in a text. Formulas have angle brackets as well, but no keys in them.
    private static func unfilled(in text: String, lesson: String, _ language: Language) -> [UnfilledWord] {
        text.split(separator: "⟨", omittingEmptySubsequences: false).dropFirst().compactMap { piece in
            guard let end = piece.firstIndex(of: "⟩"), piece.hasPrefix("pages.") || piece.hasPrefix("figures.") else {
                return nil
            }
            let parts = piece[..<end].split(separator: ":", maxSplits: 1)
            let slot = parts.dropFirst().first.map { String($0.drop { $0 == " " }) }
            return UnfilledWord(lesson: lesson, language: language, key: String(parts[0]), slot: slot)
        }
    }
}
