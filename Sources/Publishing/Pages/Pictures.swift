import Platform

/// How pages show pictures: by their file, or drawn in the page itself.
enum Pictures {
    case files
    case embedded(EmbeddedPictures)

    func markup(of picture: Picture, alternative: String, in context: PageContext) -> HTML {
        switch self {
        case .embedded(let pictures): return pictures.markup(of: picture.file)
        case .files:
            func image(_ path: String, phone: String?, only scheme: HTML = "") -> HTML {
                let address = context.addresses.file(path)
                let image: HTML = """
                    <img\(scheme) src="\(address)" width="\(picture.width)" height="\(picture.height)" \
                    alt="\(alternative)" loading="lazy">
                    """
                guard let phone, let form = picture.file.phone else { return image }
                return """
                    <picture><source media="\(Self.narrow)" srcset="\(context.addresses.file(phone))" \
                    width="\(form.width)" height="\(form.height)">\(image)</picture>
                    """
            }
            let file = picture.file
            guard let dark = file.darkPath else { return image(file.path, phone: file.phone?.path) }
            return image(file.path, phone: file.phone?.path, only: " class=\"day\"")
                + image(dark, phone: file.phone?.darkPath, only: " class=\"night\"")
        }
    }

    /// Where a page is too narrow for figures that are made for a desk.
    private static let narrow: HTML = "(max-width: 639px)"

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
