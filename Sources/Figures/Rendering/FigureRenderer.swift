import Drawing
import Imaging
import Languages

/// A figure as a file.
public struct RenderedFigure: Sendable {
    /// The file.
    public let bytes: [UInt8]
    /// Pixels of an image, points of a document.
    public let width: Int
    /// Pixels of an image, points of a document.
    public let height: Int
    /// Whether nothing drawn depends on the language, so that one file serves every reader.
    public let isSameInEveryLanguage: Bool
    /// How the figure was laid out to fill its box; `nil` where it fills none.
    public let layout: FigureLayout?

    /// The same figure in another kind of file; its size stays that of the pixels.
    public func with(bytes: [UInt8]) -> RenderedFigure {
        RenderedFigure(
            bytes: bytes, width: width, height: height, isSameInEveryLanguage: isSameInEveryLanguage, layout: layout)
    }

    init(bytes: [UInt8], width: Int, height: Int, isSameInEveryLanguage: Bool, layout: FigureLayout?) {
        self.bytes = bytes
        self.width = width
        self.height = height
        self.isSameInEveryLanguage = isSameInEveryLanguage
        self.layout = layout
    }

    /// A file of that size that was drawn for no box.
    public init(bytes: [UInt8], width: Int, height: Int, isSameInEveryLanguage: Bool) {
        self.init(
            bytes: bytes, width: width, height: height, isSameInEveryLanguage: isSameInEveryLanguage, layout: nil)
    }
}

/// How a figure is laid out to fill a box.
public struct FigureLayout: Sendable {
    /// The figure in one of its arrangements.
    let figure: any Figure
    /// In points, before it is enlarged.
    let width: Double
}

/// Puts a figure on a page of its own, with its title above and a note below, and makes a file of it.
public struct FigureRenderer: Sendable {
    /// The reader's language and numbers.
    public let format: NumberFormat
    /// The colours by meaning.
    public let theme: Theme
    /// Pixels per inch of an image.
    public let dpi: Int
    /// The page's width in points, or `nil` for what each figure asks for.
    public let width: Double?
    /// What each figure is to fill, whatever width that takes; `nil` where the width alone is said.
    public let box: FigureBox?
    /// How a box is filled, where that has been found in other colours; `nil` to look for it.
    public let layout: FigureLayout?

    /// Paper left free around the figure, in points.
    static let margin = 6.0

    /// - Parameters:
    ///   - width: the page's width in points; by default what each figure asks for.
    ///   - box: what each figure is to fill, in the place of a width.
    ///   - layout: how, where that has been found in other colours with type of the same size.
    public init(
        format: NumberFormat, theme: Theme = .light, dpi: Int = 200, width: Double? = nil, box: FigureBox? = nil,
        layout: FigureLayout? = nil
    ) {
        self.layout = layout
        self.format = format
        self.theme = theme
        self.dpi = dpi
        self.width = width
        self.box = box
    }

    /// The same without paper of its own: that of the page shows through, by day, by night and in print.
    public var onPage: FigureRenderer {
        FigureRenderer(
            format: format, theme: theme.on(.none) ?? theme, dpi: dpi, width: width, box: box, layout: layout)
    }

    /// The figure as a PNG file.
    ///
    /// - Parameters:
    ///   - title: says what to see; stands above, at the left.
    ///   - note: what has to be known of the data ("Drawn digits, not MNIST"); stands below, small.
    ///   - text: what the file tells about itself.
    ///   - typesetter: one that has set other figures on this thread, so that fonts are looked up once.
    ///   - languages: whose readers might get the same file, which means laying the figure out for them too.
    /// - Throws: `FigureError`, `DrawingError` or `PNGError`.
    public func png(
        _ figure: any Figure, title: Localized? = nil, note: Localized? = nil,
        text: [(keyword: String, text: String)] = [], typesetter: Typesetter? = nil,
        comparing languages: [Language] = []
    ) throws -> RenderedFigure {
        let context = try context(typesetter)
        let page = try self.page(figure, title, note, context)
        let canvas = try Canvas(page: page.size, dpi: dpi, detail: languages.isEmpty ? .nothing : .texts)
        try page.draw(on: canvas)
        return RenderedFigure(
            bytes: try theme.hasGround
                ? canvas.png(resolution: dpi, text: text)
                : PNG.encode(canvas.image(), resolution: dpi, text: text),
            width: canvas.width, height: canvas.height,
            isSameInEveryLanguage: try isSame(in: languages, figure, title, note, (canvas, page), context),
            layout: page.layout)
    }

    /// The figure as a document of vectors.
    ///
    /// - Parameters:
    ///   - name: what the file calls itself; by default its title.
    ///   - description: what it tells those who don't see it.
    ///   - lettering: how an SVG file has its words; a PDF has them as text.
    /// - Throws: `FigureError` or `DrawingError`.
    public func document(
        _ kind: VectorKind, _ figure: any Figure, title: Localized? = nil, note: Localized? = nil,
        named name: Localized? = nil, describedAs description: Localized? = nil, lettering: Lettering = .outlines,
        typesetter: Typesetter? = nil, comparing languages: [Language] = []
    ) throws -> RenderedFigure {
        let context = try context(typesetter)
        let page = try self.page(figure, title, note, context)
        let canvas = try Canvas(kind, page: page.size, detail: languages.isEmpty ? .nothing : .texts)
        try page.draw(on: canvas)
        return RenderedFigure(
            bytes: try canvas.document(
                title: (name ?? title)?.text(in: format), description: description?.text(in: format),
                language: format.language.code, lettering: lettering),
            width: canvas.width, height: canvas.height,
            isSameInEveryLanguage: try isSame(in: languages, figure, title, note, (canvas, page), context),
            layout: page.layout)
    }

    /// The figure in lines and curves, to be written into a page.
    ///
    /// - Throws: `FigureError` or `DrawingError`.
    public func drawing(
        _ figure: any Figure, title: Localized? = nil, note: Localized? = nil, typesetter: Typesetter? = nil
    ) throws -> VectorDrawing {
        let page = try self.page(figure, title, note, context(typesetter))
        let canvas = try Canvas(.svg, page: page.size, detail: .nothing)
        try page.draw(on: canvas)
        return try canvas.drawing()
    }

    /// What is drawn and where, in points, without a pixel of it.
    ///
    /// - Throws: `FigureError` or `DrawingError`.
    public func transcript(_ figure: any Figure, title: Localized? = nil, note: Localized? = nil) throws -> Transcript {
        try transcript(figure, title, note, context(nil))
    }

    private func page(
        _ figure: any Figure, _ title: Localized?, _ note: Localized?, _ context: FigureContext
    ) throws -> FittedPage {
        if let emblem = figure as? Emblem { return FittedPage(try FigurePage(emblem, context: context)) }
        if let box, let layout, let page = try FittedPage(layout, title: title, note: note, in: box, context: context) {
            return page
        }
        if let box { return try FittedPage(figure, title: title, note: note, in: box, context: context) }
        return FittedPage(try FigurePage(figure, title: title, note: note, width: width, context: context))
    }

    private func context(_ typesetter: Typesetter?) throws -> FigureContext {
        FigureContext(format: format, theme: theme, type: try typesetter ?? Typesetter())
    }

    private func transcript(
        _ figure: any Figure, _ title: Localized?, _ note: Localized?, _ context: FigureContext
    ) throws -> Transcript {
        let page = try self.page(figure, title, note, context)
        let canvas = try Canvas(transcribing: page.size)
        try page.draw(on: canvas)
        return canvas.transcript ?? Transcript(page: page.size)
    }

    /// Compares the texts that readers of the languages get, each with the language's own decimal mark,
    /// so that the answer is the same for every reader. Everything else that is drawn follows from the texts
    /// and from values that know no language. What has been drawn already need not be drawn again.
    private func isSame(
        in languages: [Language], _ figure: any Figure, _ title: Localized?, _ note: Localized?,
        _ drawn: (canvas: Canvas, page: FittedPage), _ context: FigureContext
    ) throws -> Bool {
        guard !languages.isEmpty else { return false }
        let texts = try languages.map { language in
            let custom = NumberFormat(language)
            if custom == format, let transcript = drawn.canvas.transcript { return transcript.texts }
            guard let page = try other(than: drawn.page, figure, title, note, context.with(custom)) else { return [] }
            let canvas = Canvas(listening: page.size)
            try page.draw(on: canvas)
            return canvas.transcript?.texts ?? []
        }
        return Set(texts).count == 1
    }

    /// The page that readers of another language get, in the layout that was found for this one: where their texts are the
    /// same, so is what fills a box best. `nil` where theirs do not fit there, and so are others.
    private func other(
        than page: FittedPage, _ figure: any Figure, _ title: Localized?, _ note: Localized?, _ context: FigureContext
    ) throws -> FittedPage? {
        guard let layout = page.layout else { return try self.page(figure, title, note, context) }
        do {
            return FittedPage(
                try FigurePage(layout.figure, title: title, note: note, trying: layout.width, context: context))
        } catch FigureError.tooNarrow {
            return nil
        }
    }
}
