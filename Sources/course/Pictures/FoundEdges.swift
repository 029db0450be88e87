import Figures
import Imaging
import Languages
import Publishing

/// The edges of a picture, as files.
struct FoundEdges {
    /// A file of the folder.
    struct File {
        let name: String
        let bytes: [UInt8]
    }

    private let found: PictureEdges

    init(_ found: PictureEdges) { self.found = found }

    /// Pixel for pixel: the magnitude in greys, from the smallest, black, to the largest, white; the angle in hues, as
    /// bright as it is strong; Canny's edges white on black.
    ///
    /// - Parameter language: in which a picture that can't be drawn would say so.
    /// - Throws: `PNGError`, or `FigureError` and `DrawingError`.
    func pictures(in language: Language) throws -> [File] {
        let magnitude = Answers(channels: [found.gradient.magnitude])
        let context = try FigureContext(format: NumberFormat(language))
        let angle = Picture.angle(GrayImage(found.gradient.angle), strength: GrayImage(found.gradient.magnitude))
        return [
            File(
                name: "magnitude.png",
                bytes: try PNG.encode(GrayImage(magnitude.shown(.rescale)[0]), text: text("Magnitude"))),
            File(
                name: "angle.png",
                bytes: try PNG.encode(angle.colors(in: context, figure: "angle"), text: text("Angle"))),
            File(name: "canny.png", bytes: try PNG.encode(GrayImage(found.edges), text: text("Canny's edges"))),
        ]
    }

    /// With titles and legends: `magnitude.figure.en.png`, without a language where all of them share it.
    ///
    /// - Throws: `FigureError` or `DrawingError`.
    func figures(for languages: [Language], in style: FigureStyle) throws -> [File] {
        let theme = style.themes.first ?? .light
        return try EdgeFigures(of: found).all.flatMap {
            figure in
            try languages.map { language in
                let format = NumberFormat(language, decimalMark: style.decimalMark)
                let renderer = FigureRenderer(format: format, theme: theme, dpi: style.dpi, width: style.width)
                let rendered =
                    switch style.format {
                    case .png, .gif, .webp, .mp4:
                        try renderer.png(
                            figure.figure, title: figure.title,
                            text: text(figure.title.text(in: format)))
                    case .svg:
                        try renderer.document(
                            .svg, figure.figure, title: figure.title, lettering: style.lettering)
                    case .pdf: try renderer.document(.pdf, figure.figure, title: figure.title)
                    case .csv, .json:
                        RenderedFigure(
                            bytes: NumbersFile(
                                figure.name.rawValue, title: figure.title, description: figure.figure.alternative
                            ).bytes(of: figure.figure.data, isJSON: style.format == .json, in: language),
                            width: 0, height: 0, isSameInEveryLanguage: false)
                    }
                return File(
                    name: FigureFiles.fileName(
                        of: figure.name.rawValue + "-figure", frame: nil, language, theme, style.format),
                    bytes: rendered.bytes)
            }
        }
    }

    private func text(_ title: String) -> [(keyword: String, text: String)] {
        [("Title", title), ("Software", "course")]
    }
}
