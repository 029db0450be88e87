import Drawing
import Figures
import Platform
import Languages
import Notebook
import Storage

/// Draws a page's figures: one file a language and theme, or one for all languages where nothing in it is words.
public struct FigureFiles: Sendable {
    let style: FigureStyle
    private let provenance: [(keyword: String, text: String)]

    /// - Parameter provenance: what every file tells of the run: seed, data hash.
    public init(style: FigureStyle, provenance: [(keyword: String, text: String)]) {
        self.style = style
        self.provenance = provenance
    }

    /// A drawn figure, and whom it serves.
    public struct Drawing: Sendable {
        /// The file's bytes and size.
        public let rendered: RenderedFigure
        /// `en`, or `nil` where every language shares it.
        public let language: Language?
        /// The colours that it is drawn in.
        public let theme: Theme
        /// The kind of file.
        public let format: FigureStyle.Format
        /// What it is drawn for.
        public let form: Form
        /// Which frame of an animation it is, counted from 1; `nil` for a figure as it stands on a page.
        public let frame: Int?

        /// Pixels of an image, points of a document; nil for numbers.
        public var width: Int? { format.isNumbers ? nil : rendered.width }
        /// Pixels of an image, points of a document; nil for numbers.
        public var height: Int? { format.isNumbers ? nil : rendered.height }

        /// The name of the file: `confusion.es.png`, `shrink.png`, `shrink.dark.svg`, `slide.03.png`. Light is not
        /// named.
        public func fileName(for figure: String) -> String {
            FigureFiles.fileName(of: figure, frame: frame, language, theme, format, form: form)
        }
    }

    /// What a figure is drawn for.
    public enum Form: String, CaseIterable, Sendable {
        /// What the style says.
        case usual
        /// Pages on a telephone.
        case phone
        /// Printed pages, where the usual one is too high for them; in light colours alone.
        case print
        /// The list of lessons: what it shows, without a word.
        case emblem
        /// The first page: the emblems of its parts in a row.
        case strip

        /// What the figure is to fill, the next where it can't be read in the first; none for what the style says.
        var boxes: [FigureBox] {
            switch self {
            case .phone: [.phone]
            case .print: FigureBox.print
            case .usual, .emblem, .strip: []
            }
        }
    }

    /// The names that the files of a figure may have, known before it is drawn: in each language and, since nobody knows
    /// yet whether there are words in it, without one. Frames are counted when they are drawn; none is among these.
    public func possibleNames(of figure: String, in languages: [Language]) -> [String] {
        let forms: [Form] = style.isForPages ? Form.allCases : [.usual]
        let formats: [FigureStyle.Format] = style.isForPages ? [style.format, .svg] : [style.format]
        return style.themes.flatMap { theme in
            forms.flatMap { form in
                formats.flatMap { format in
                    ([nil] + languages).map { Self.fileName(of: figure, frame: nil, $0, theme, format, form: form) }
                }
            }
        }
    }

    /// The name of a figure's file.
    public static func fileName(
        of figure: String, frame: Int?, _ language: Language?, _ theme: Theme, _ format: FigureStyle.Format,
        form: Form = .usual
    ) -> String {
        let form = form == .usual ? nil : form.rawValue
        // Numbers have no colours.
        let theme = theme.id == Theme.light.id || format.isNumbers ? nil : theme.id
        let number = frame.map { $0 < 10 ? "0\($0)" : "\($0)" }
        return [figure, number, language?.code, form, theme, format.rawValue].compactMap { $0 }.joined(separator: ".")
    }

    /// A typesetter for one thread, in the style's type.
    func typesetter() throws -> Typesetter { try Typesetter(families: style.families) }

    /// Everything that one figure of a page gives.
    public struct DrawnFigure: Sendable {
        /// Languages in order, themes within them.
        public let drawings: [Drawing]
        /// The figure for a page that holds it inside, in each language; empty unless the style embeds.
        public let embedded: [Form: [Language: ThemedDrawing]]
        /// What the figure says of itself, computed from what it plots.
        public let description: Localized
        /// The plotted numbers, where they are asked for.
        public let table: @Sendable () -> FigureTable?
    }

    /// Draws one figure in every theme for each language, or once where the languages don't differ. The figure is
    /// computed once.
    ///
    /// - Parameter typesetter: one that this thread has used before, so that fonts are looked up once.
    /// - Throws: `CourseError/figureFailed(_:reason:)`.
    public func draw(
        _ cell: FigureCell, of page: Page, in languages: [Language], typesetter: Typesetter? = nil
    ) throws(CourseError) -> DrawnFigure {
        do {
            let figure = try cell.figure()
            guard !style.format.isNumbers else { return numbers(of: figure, cell, page, languages) }
            let typesetter = try typesetter ?? self.typesetter()
            let frames = style.drawsFrames ? (figure as? any FrameSequence)?.frames ?? [] : []
            let drawings =
                try frames.isEmpty
                ? style.drawsOnlyFrames ? [] : self.drawings(of: figure, nil, cell, page, languages, typesetter)
                : frames.enumerated().flatMap {
                    try self.drawings(of: $1, $0 + 1, cell, page, languages, typesetter)
                }
            let phone =
                style.isForPages ? try boxed(.phone, of: figure, cell, page, languages, typesetter) : []
            let print =
                style.isForPages && drawings.contains(where: \.rendered.isTooHighToPrint)
                ? try boxed(.print, of: figure, cell, page, languages, typesetter) : []
            let emblems = style.isForPages ? emblems(of: figure, cell, page) : [:]
            let small = try Form.allCases.flatMap { form in
                try emblems[form].map {
                    try self.drawings(of: $0, nil, cell, page, languages, typesetter, form: form)
                } ?? []
            }
            var embedded: [Form: [Language: ThemedDrawing]] = [:]
            for language in languages where style.embeds {
                for (form, figure) in emblems.merging([.usual: figure], uniquingKeysWith: { $1 }) {
                    embedded[form, default: [:]][language] = try drawing(figure, cell, page, language, typesetter)
                }
            }
            return DrawnFigure(
                drawings: drawings + phone + print + small, embedded: embedded, description: figure.alternative,
                table: { figure.table })
        } catch let error as FigureError {
            let name = "\(page.lesson.id)/\(cell.id)"
            switch error {
            case .tooNarrow, .misfit: throw .figureTooNarrow(name, error)
            default: throw .figureFailed(name, reason: "\(error)")
            }
        } catch {
            throw .figureFailed("\(page.lesson.id)/\(cell.id)", reason: "\(error)")
        }
    }

    /// What stands for a lesson in the list of all, and for the course on its first page.
    private func emblems(of figure: any Figure, _ cell: FigureCell, _ page: Page) -> [Form: any Figure] {
        guard cell.id == page.lesson.emblem else { return [:] }
        var emblems: [Form: any Figure] = [:]
        emblems[.emblem] = figure.emblem
        if page.lesson.isOpening { emblems[.strip] = (figure as? Composition)?.strip }
        return emblems
    }

    /// A figure as a telephone shows it, or paper; nothing where it can't be read there, so that the page shows it smaller.
    private func boxed(
        _ form: Form, of figure: any Figure, _ cell: FigureCell, _ page: Page, _ languages: [Language],
        _ typesetter: Typesetter
    ) throws -> [Drawing] {
        for box in form.boxes {
            do {
                return try drawings(of: figure, nil, cell, page, languages, typesetter, form: form, box: box)
            } catch FigureError.misfit {
                continue
            }
        }
        return []
    }

    /// A figure, or one of its frames, in every theme for each language, or once where the languages don't differ.
    private func drawings(
        of figure: any Figure, _ frame: Int?, _ cell: FigureCell, _ page: Page, _ languages: [Language],
        _ typesetter: Typesetter, form: Form = .usual, box: FigureBox? = nil
    ) throws -> [Drawing] {
        var drawings: [Drawing] = []
        var needed: FigureError?
        for language in languages {
            var isShared = false
            var layout: FigureLayout?
            for theme in form == .print ? [.light] : style.themes {
                let rendered: RenderedFigure
                do {
                    rendered = try render(
                        figure, cell, page, typesetter, renderer(language, theme, box, layout: layout),
                        comparing: drawings.isEmpty
                            ? page.languages + languages.filter { !page.languages.contains($0) } : [])
                } catch let error as FigureError {
                    // Another language may need still more.
                    needed = try error.widest(needed)
                    continue
                }
                if box != nil { layout = rendered.layout }
                isShared = isShared || rendered.isSameInEveryLanguage
                let drawing = Drawing(
                    rendered: rendered, language: isShared ? nil : language, theme: theme, format: style.format,
                    form: form, frame: frame)
                drawings +=
                    style.isForPages
                    ? try forPages(
                        drawing, figure, cell, page, typesetter,
                        renderer(language, theme, box, layout: rendered.layout))
                    : [drawing]
            }
            if isShared { break }
        }
        if let needed { throw needed }
        return drawings
    }

    /// What a page shows, the lighter of pixels and vectors, and the pixels by day, which people take elsewhere.
    private func forPages(
        _ drawing: Drawing, _ figure: any Figure, _ cell: FigureCell, _ page: Page, _ typesetter: Typesetter,
        _ renderer: FigureRenderer
    ) throws -> [Drawing] {
        let vectors = try renderer.onPage.document(
            .svg, figure, title: style.hasTitles ? cell.title : nil, note: page.note(for: cell),
            typesetter: typesetter)
        guard vectors.bytes.count < drawing.rendered.bytes.count else { return [drawing] }
        let lighter = Drawing(
            rendered: drawing.rendered.with(bytes: vectors.bytes), language: drawing.language, theme: drawing.theme,
            format: .svg, form: drawing.form, frame: drawing.frame)
        return drawing.theme == .light && drawing.form == .usual ? [drawing, lighter] : [lighter]
    }

    private func render(
        _ figure: any Figure, _ cell: FigureCell, _ page: Page, _ typesetter: Typesetter, _ renderer: FigureRenderer,
        comparing languages: [Language]
    ) throws -> RenderedFigure {
        func document(_ kind: VectorKind) throws -> RenderedFigure {
            try renderer.document(
                kind, figure, title: style.hasTitles ? cell.title : nil, note: page.note(for: cell),
                named: cell.title, describedAs: cell.alternative, lettering: style.lettering, typesetter: typesetter,
                comparing: languages)
        }
        switch style.format {
        case .svg: return try document(.svg)
        case .pdf: return try document(.pdf)
        case .png, .csv, .json, .gif, .webp, .mp4:
            return try renderer.png(
                figure, title: style.hasTitles ? cell.title : nil, note: page.note(for: cell),
                text: text(for: cell, of: page, in: renderer.format),
                typesetter: typesetter, comparing: languages)
        }
    }

    private func renderer(
        _ language: Language, _ theme: Theme, _ box: FigureBox? = nil, layout: FigureLayout? = nil
    ) -> FigureRenderer {
        let format = NumberFormat(language, decimalMark: style.decimalMark)
        return FigureRenderer(
            format: format, theme: theme, dpi: style.dpi, width: style.width, box: box ?? style.box,
            layout: layout)
    }

    /// The figure in lines and curves, in light and, where the style has that, in dark.
    private func drawing(
        _ figure: any Figure, _ cell: FigureCell, _ page: Page, _ language: Language, _ typesetter: Typesetter
    ) throws -> ThemedDrawing {
        func drawing(_ theme: Theme) throws -> VectorDrawing {
            try renderer(language, theme).drawing(
                figure, title: cell.title, note: page.note(for: cell), typesetter: typesetter)
        }
        return ThemedDrawing(
            light: try drawing(.light), dark: try style.themes.contains(.dark) ? drawing(.dark) : nil)
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
            ("Language", format.language.code),
        ] + provenance
    }
}

extension RenderedFigure {
    /// Whether it is higher than what a page has room for, were it as wide as the page.
    fileprivate var isTooHighToPrint: Bool {
        FigureBox.print.first.map { Double(height) * $0.width > Double(width) * $0.height } ?? false
    }
}

extension FigureError {
    /// Of two errors for lack of width the one that asks for more.
    ///
    /// - Throws: this error where it is another one.
    fileprivate func widest(_ other: FigureError?) throws -> FigureError {
        guard case .tooNarrow(_, let needed) = self else { throw self }
        if case .tooNarrow(_, let more)? = other, more > needed { return other ?? self }
        return self
    }
}
