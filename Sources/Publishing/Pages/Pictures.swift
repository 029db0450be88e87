import Platform

/// How pages show pictures: by their file, or drawn in the page itself.
enum Pictures {
    case files
    case embedded(EmbeddedPictures)

    func markup(of picture: Picture, alternative: String, in context: PageContext) -> HTML {
        let file = picture.file
        guard case .files = self else { return markup(ofPath: file.path) ?? "" }
        func source(_ media: HTML, _ form: FigureFile.Form?, _ path: String?) -> HTML {
            guard let form, let path else { return "" }
            return """
                <source media="\(media)" srcset="\(context.addresses.file(path))" width="\(form.width)" \
                height="\(form.height)">
                """
        }
        return Self.byDayAndNight(file.path, file.darkPath) { path, scheme in
            let isDay = path == file.path
            // Paper shows what is shown by day.
            let others =
                source("print", isDay ? file.print : nil, file.print?.path)
                + source(Self.narrow, file.phone, isDay ? file.phone?.path : file.phone?.darkPath)
            let image: HTML = """
                <img\(scheme) src="\(context.addresses.file(path))" width="\(picture.width)" \
                height="\(picture.height)" alt="\(alternative)" loading="lazy">
                """
            return others.isEmpty ? image : "<picture>\(others)\(image)</picture>"
        }
    }

    /// A form of a figure that stands beside words that say the same; `nil` where a page that carries its figures lacks it.
    ///
    /// - Parameters:
    ///   - width: in CSS pixels.
    ///   - alternative: empty where readers who do not see it miss nothing.
    func markup(of form: FigureFile.Form, width: Int, alternative: String, in context: PageContext) -> HTML? {
        guard case .files = self else { return markup(ofPath: form.path) }
        let height = max(1, width * form.height / max(1, form.width))
        return Self.byDayAndNight(form.path, form.darkPath) { path, scheme in
            """
            <img\(scheme) src="\(context.addresses.file(path))" width="\(width)" height="\(height)" alt="\(alternative)">
            """
        }
    }

    private func markup(ofPath path: String) -> HTML? {
        if case .embedded(let pictures) = self { pictures.markup(of: path) } else { nil }
    }

    /// An image, or one by day and one by night, of which style sheets show one.
    private static func byDayAndNight(
        _ day: String, _ night: String?, _ image: (_ path: String, _ scheme: HTML) -> HTML
    ) -> HTML {
        guard let night else { return image(day, "") }
        return image(day, " class=\"day\"") + image(night, " class=\"night\"")
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
        _ file: FigureFile, alternative: String, drawing: (String) -> ThemedDrawing?
    ) throws(PublishingError.Problem) {
        guard pictures[file.path] == nil else { return }
        guard let whole = drawing(file.path) else { throw .missingFigure(file.path) }
        let picture = try Picture(file)
        add(whole, file.path, (picture.width, picture.height), alternative)
        for (form, alternative) in [(file.emblem, ""), (file.strip, alternative)] {
            guard let form, let drawing = drawing(form.path) else { continue }
            add(drawing, form.path, (form.width, form.height), alternative)
        }
    }

    private mutating func add(
        _ drawing: ThemedDrawing, _ path: String, _ size: (width: Int, height: Int), _ alternative: String
    ) {
        pictures[path] = (shared.markup(of: drawing, size: size, alternative: alternative), drawing.followsScheme)
    }

    /// A figure or a form of one, by the path of its file; `nil` where it has not been added.
    func markup(of path: String) -> HTML? { pictures[path]?.markup }

    func followsScheme(_ file: FigureFile) -> Bool { pictures[file.path]?.followsScheme ?? false }

    /// What the page's style sheet says of their colours.
    var style: HTML { shared.style }

    /// What the figures share, for the page to hold.
    var parts: HTML { shared.markup }
}
