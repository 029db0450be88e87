/// A drawing as a value: what was drawn in order, in points from the page's upper left corner.
public struct VectorDrawing: Hashable, Sendable {
    /// The page's size in points.
    public let size: Size
    /// What covers the whole page below everything else.
    public internal(set) var paper: Color?
    /// What was drawn, the lowest first.
    public internal(set) var items: [Item] = []

    /// An empty page.
    init(size: Size) { self.size = size }

    /// One thing drawn, and what it is cut to.
    public struct Item: Hashable, Sendable {
        let content: Content
        /// The outermost first.
        let clips: [Outline]

        /// Whether the other one is the same, perhaps in other colours.
        public func isSameButForColors(as other: Item) -> Bool {
            clips == other.clips && content.withoutColor == other.content.withoutColor
        }
    }

    enum Content: Hashable, Sendable {
        case fill(Outline, Paint)
        case stroke(Outline, Paint, Stroke)
        /// A picture and where its pixels, each of size one, go.
        case picture(Picture, Transform)
        case text(Text)

        /// The content with black for its colour, for comparing. Gradients and pictures are what their colours are.
        fileprivate var withoutColor: Content {
            switch self {
            case .fill(let outline, .color(let color)): .fill(outline, .color(.black.opacity(color.alpha)))
            case .stroke(let outline, .color(let color), let stroke):
                .stroke(outline, .color(.black.opacity(color.alpha)), stroke)
            case .text(let text):
                .text(
                    Text(
                        runs: text.runs, style: text.style, families: text.families,
                        color: .black.opacity(text.color.alpha), transform: text.transform))
            case .fill, .stroke, .picture: self
            }
        }
    }

    /// A path, in points unless a transform follows that makes ellipses of circles.
    struct Outline: Hashable, Sendable {
        let path: Path
        var transform: Transform?
    }

    /// Pixels as a PNG file.
    struct Picture: Hashable, Sendable {
        let width: Int
        let height: Int
        /// In base64.
        let png: String
    }

    /// Words and their glyphs, so that a writer can choose.
    struct Text: Hashable, Sendable {
        let runs: [GlyphRun]
        let style: TextStyle
        /// Type families in order of preference.
        let families: String
        let color: Color
        /// From points right and below the text's upper left corner to the page.
        let transform: Transform
    }
}
