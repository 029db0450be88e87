import Figures
import Languages
import Notebook

extension FigureFiles {
    /// The numbers of a figure: a file for each language, or one for all where none of its names is words.
    func numbers(
        of figure: any Figure, _ cell: FigureCell, _ page: Page, _ languages: [Language]
    ) -> DrawnFigure {
        let file = NumbersFile(
            "\(page.lesson.id)/\(cell.id)", title: cell.title, description: cell.alternative,
            note: page.note(for: cell))
        let data = figure.data
        func bytes(_ language: Language) -> [UInt8] {
            file.bytes(of: data, isJSON: style.format == .json, in: language)
        }
        let others = page.languages.filter { !languages.contains($0) }
        let files = languages.map(bytes)
        let isShared = Set(files).count == 1 && others.allSatisfy { bytes($0) == files.first }
        let drawings = zip(languages, files).map { language, bytes in
            Drawing(
                rendered: RenderedFigure(bytes: bytes, width: 0, height: 0, isSameInEveryLanguage: isShared),
                language: isShared ? nil : language, theme: style.themes.first ?? .light, format: style.format,
                form: .usual, frame: nil)
        }
        return DrawnFigure(
            drawings: isShared ? Array(drawings.prefix(1)) : drawings, embedded: [:], description: figure.alternative,
            table: { figure.table })
    }
}
