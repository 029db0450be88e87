import Foundation

/// How pages show pictures: by their file, or with the picture inside.
enum Pictures {
    case files
    case embedded(EmbeddedPictures)

    func markup(of picture: Picture, alternative: String, in context: PageContext) -> HTML {
        let sources = darkSource(of: picture, in: context)
        let size: HTML = "width=\"\(picture.width)\" height=\"\(picture.height)\""
        let address: HTML
        switch self {
        case .files:
            address = HTML(text: context.addresses.file(picture.file.path))
        case .embedded(let pictures):
            if let name = pictures.sharedName(of: picture.file) {
                return """
                    <svg \(size) viewBox="0 0 \(picture.width) \(picture.height)" role="img" \
                    aria-label="\(alternative)"><use href="#\(name)" \(size)></use></svg>
                    """
            }
            address = pictures.data(of: picture.file)
        }
        let image: HTML = "<img src=\"\(address)\" \(size) alt=\"\(alternative)\">"
        return sources.isEmpty ? image : "<picture>\(sources)\(image)</picture>"
    }

    /// The figure on dark paper, for the scheme that the system asks for; the page's own switch changes the
    /// condition. A page that carries its pictures inside carries each once, in light.
    private func darkSource(of picture: Picture, in context: PageContext) -> HTML {
        guard case .files = self, let path = picture.file.darkPath else { return "" }
        let address = HTML(text: context.addresses.file(path))
        return "<source class=\"dark\" srcset=\"\(address)\" media=\"screen and (prefers-color-scheme: dark)\">"
    }

    /// Whether pictures follow the reader's scheme.
    func followsScheme(_ file: FigureFile) -> Bool {
        if case .files = self { file.darkPath != nil } else { false }
    }

    /// Whether the page lies in a folder with files beside it.
    var hasFiles: Bool { if case .files = self { true } else { false } }
}

/// The pictures that a page carries inside, each once: a figure without words serves both languages.
struct EmbeddedPictures {
    private var uses: [String: Int] = [:]
    private var pictures: [String: (file: FigureFile, address: HTML)] = [:]

    /// Notes that a page shows `file`.
    ///
    /// - Parameter bytes: gives the file's content, asked for once; `nil` where there is none.
    mutating func add(_ file: FigureFile, bytes: (FigureFile) -> [UInt8]?) throws(PublishingError.Problem) {
        uses[file.path, default: 0] += 1
        guard pictures[file.path] == nil else { return }
        guard let content = bytes(file) else { throw .missingFigure(file.path) }
        // PNG, *Portable Network Graphics Specification*, 5.2: the signature.
        guard content.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else {
            throw .badFigureFile(file.path, reason: "is no PNG, and only those are embedded")
        }
        let address = "data:image/png;base64," + Data(content).base64EncodedString()
        pictures[file.path] = (file, HTML(trusted: address))
    }

    func data(of file: FigureFile) -> HTML { pictures[file.path]?.address ?? "" }

    /// What a picture is called that more than one place shows; `nil` for one that stands where it is shown.
    func sharedName(of file: FigureFile) -> String? {
        shared.firstIndex(of: file.path).map { "picture-\($0 + 1)" }
    }

    private var shared: [String] { uses.filter { $0.value > 1 }.keys.sorted() }

    /// The shared pictures, for the places that show them to point at.
    func definitions() throws(PublishingError.Problem) -> HTML {
        var images = HTML()
        for path in shared {
            guard let (file, address) = pictures[path], let name = sharedName(of: file) else { continue }
            let picture = try Picture(file)
            images += """
                <image id="\(name)" width="\(picture.width)" height="\(picture.height)" href="\(address)"></image>

                """
        }
        return images.isEmpty
            ? ""
            : "<svg class=\"pictures\" width=\"0\" height=\"0\" aria-hidden=\"true\"><defs>\n\(images)</defs></svg>\n"
    }
}
