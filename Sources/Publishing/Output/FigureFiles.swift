import Figures
import Foundation
import Languages
import Notebook
import Storage

/// Draws a page's figures and writes them, one file a language, or one for all where nothing in it is words.
public struct FigureFiles: Sendable {
    /// How a drawing is made: resolution, theme, and the reader's decimal mark.
    public struct Style: Sendable {
        /// Pixels per inch.
        public var dpi: Int
        /// The colours, by meaning.
        public var theme: Theme
        /// The reader's decimal mark, or `nil` for each language's custom.
        public var decimalMark: DecimalMark?

        /// A style; what is left out is as in the report.
        public init(dpi: Int = 200, theme: Theme = .light, decimalMark: DecimalMark? = nil) {
            self.dpi = dpi
            self.theme = theme
            self.decimalMark = decimalMark
        }
    }

    private let style: Style
    private let provenance: [(keyword: String, text: String)]

    /// - Parameter provenance: what every file tells of the run: seed, data hash.
    public init(style: Style, provenance: [(keyword: String, text: String)]) {
        self.style = style
        self.provenance = provenance
    }

    /// A drawn figure and the languages that it serves.
    public struct Drawing: Sendable {
        /// The file's bytes and size.
        public let rendered: RenderedFigure
        /// `en`, or `nil` where every language shares it.
        public let language: Language?

        /// The name of the file: `confusion.es.png`, or `shrink.png`.
        public func fileName(for figure: String) -> String {
            (language.map { "\(figure).\($0.rawValue)" } ?? figure) + ".png"
        }
    }

    /// Draws one figure for each language, or once where the languages don't differ.
    ///
    /// - Throws: `CourseError/figureFailed(_:reason:)`.
    public func draw(_ cell: FigureCell, of page: Page, in languages: [Language]) throws(CourseError) -> [Drawing] {
        do {
            let figure = try cell.figure()
            var drawings: [Drawing] = []
            for language in languages {
                let format = NumberFormat(language, decimalMark: style.decimalMark)
                let rendered = try FigureRenderer(format: format, theme: style.theme, dpi: style.dpi).png(
                    figure, title: cell.title, note: note(for: page), text: text(for: cell, of: page, in: format))
                if rendered.isSameInEveryLanguage { return [Drawing(rendered: rendered, language: nil)] }
                drawings.append(Drawing(rendered: rendered, language: language))
            }
            return drawings
        } catch {
            throw .figureFailed("\(page.lesson.id)/\(cell.id)", reason: "\(error)")
        }
    }

    private func note(for page: Page) -> Bilingual? {
        let labels = page.notices.map(\.label)
        guard let first = labels.first else { return nil }
        return labels.dropFirst().reduce(first) { Bilingual(en: "\($0.en) · \($1.en)", es: "\($0.es) · \($1.es)") }
    }

    /// What the file tells of itself. `Title`, `Software` and `Description` are keywords of the PNG standard.
    private func text(for cell: FigureCell, of page: Page, in format: NumberFormat) -> [(keyword: String, text: String)]
    {
        [
            ("Title", cell.title.text(in: format)),
            ("Description", cell.alternative.text(in: format)),
            ("Software", "course \(ProgramVersion.current)"),
            ("Lesson", page.lesson.id),
            ("Figure", cell.id),
            ("Language", format.language.rawValue),
        ] + provenance
    }
}
