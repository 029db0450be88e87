import Platform

/// How pages show pictures: by their file, or drawn in the page itself.
enum Pictures {
    case files
    case embedded(EmbeddedPictures)

    func markup(of picture: Picture, alternative: String, in context: PageContext) -> HTML {
        switch self {
        case .embedded(let pictures): return pictures.markup(of: picture.file)
        case .files:
            func image(_ path: String, only scheme: HTML = "") -> HTML {
                let address = context.addresses.file(path)
                return """
                    <img\(scheme) src="\(address)" width="\(picture.width)" height="\(picture.height)" \
                    alt="\(alternative)">
                    """
            }
            guard let dark = picture.file.darkPath else { return image(picture.file.path) }
            // Both are at hand, so that the switch is at once and paper, which is light, never waits for a file.
            return image(picture.file.path, only: " class=\"day\"") + image(dark, only: " class=\"night\"")
        }
    }

    /// Whether pictures follow the reader's scheme.
    func followsScheme(_ file: FigureFile) -> Bool {
        switch self {
        case .files: file.darkPath != nil
        case .embedded(let pictures): pictures.followsScheme(file)
        }
    }

    /// Whether the page lies in a folder with files beside it.
    var hasFiles: Bool { if case .files = self { true } else { false } }
}

/// The figures of a page that carries them inside.
struct EmbeddedPictures {
    private var shared = SharedParts()
    private var pictures: [String: (markup: HTML, followsScheme: Bool)] = [:]

    /// Notes that the page shows a figure.
    mutating func add(
        _ file: FigureFile, alternative: String, drawing: ThemedDrawing?
    ) throws(PublishingError.Problem) {
        guard pictures[file.path] == nil else { return }
        guard let drawing else { throw .missingFigure(file.path) }
        let picture = try Picture(file)
        let markup = shared.markup(
            of: drawing, size: (picture.width, picture.height), alternative: alternative)
        pictures[file.path] = (markup, drawing.followsScheme)
    }

    func markup(of file: FigureFile) -> HTML { pictures[file.path]?.markup ?? "" }

    func followsScheme(_ file: FigureFile) -> Bool { pictures[file.path]?.followsScheme ?? false }

    /// What the page's style sheet says of their colours.
    var style: HTML { shared.style }

    /// What the figures share, for the page to hold.
    var parts: HTML { shared.markup }
}
