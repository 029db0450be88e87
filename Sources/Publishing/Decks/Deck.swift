import Drawing
import Figures
import Languages
import Storage

/// Slides as a file that PowerPoint, Keynote and LibreOffice open: Office Open XML (ECMA-376), the same bytes for the same
/// slides.
///
/// Headlines are the slides' titles, so that they stand in the outline and are read first; captions are notes; pictures
/// carry their alternative text. Everything says which language it is in.
public struct Deck: Sendable {
    /// Of all slides.
    public let title: String
    /// Who signs; nobody where it is nil.
    public let author: String?
    /// What all of it is in.
    public let language: Language
    /// What the slides are drawn on.
    public let theme: Theme
    /// How large a slide is.
    public let shape: Shape
    /// In order; at least one.
    public let slides: [Slide]

    /// How large slides are.
    public enum Shape: String, CaseIterable, Sendable {
        case wide = "16:9"
        case square = "4:3"

        /// In points.
        var size: Size { Size(width: self == .wide ? 960 : 720, height: 540) }
        /// Where the headline stands, in points.
        var headline: Rectangle { Rectangle(x: 24, y: 14, width: size.width - 48, height: 72) }
        /// Where the picture stands, in points.
        var room: Rectangle { Rectangle(x: 18, y: 90, width: size.width - 36, height: 438) }

        /// What figures are to fill: the room under the headline.
        public var box: FigureBox {
            FigureBox(name: rawValue, width: room.width, height: room.height, isWhole: true, leastType: 9)
        }
    }

    /// A deck of slides.
    public init(
        title: String, author: String?, language: Language, theme: Theme, shape: Shape, slides: [Slide]
    ) {
        self.title = title
        self.author = author
        self.language = language
        self.theme = theme
        self.shape = shape
        self.slides = slides
    }

    /// The file, with a seal at its end by which the program knows it again.
    ///
    /// - Returns: nil where it would be larger than a ZIP archive can be.
    public func file() -> [UInt8]? {
        let parts = DeckParts(self)
        var members = parts.frame
        for (index, slide) in slides.enumerated() {
            let number = index + 1
            members += [
                .init("ppt/slides/slide\(number).xml", parts.slide(slide)),
                .init("ppt/slides/_rels/slide\(number).xml.rels", parts.links(ofSlide: number)),
                .init("ppt/notesSlides/notesSlide\(number).xml", parts.notes(slide)),
                .init("ppt/notesSlides/_rels/notesSlide\(number).xml.rels", parts.links(ofNotes: number)),
                .init("ppt/media/image\(number).png", slide.picture),
            ]
        }
        return ZIPArchive.bytes(of: members, comment: "{\"\(Seal.key)\":\"\(Seal.blank)\"}").map { Seal.close($0) }
    }
}
