/// What was drawn and where, for tests that need no pixels and for telling whether two drawings are the same.
///
/// Frames are in points from the page's upper left corner, whatever the transforms were.
public struct Transcript: Hashable, Sendable {
    /// The page's size in points.
    public let page: Size
    /// How much is written down.
    public enum Detail: Hashable, Sendable {
        case nothing
        /// Texts, which tell whether a drawing depends on its reader's language.
        case texts
        case everything
    }

    /// What was drawn, in order.
    public internal(set) var marks: [Mark] = []

    /// A transcript of an empty page.
    public init(page: Size) { self.page = page }

    /// The texts in the order in which they were drawn.
    public var texts: [String] {
        marks.compactMap { if case .text(let text) = $0.kind { text } else { nil } }
    }

    /// The texts with their frames.
    public var labels: [(text: String, frame: Rectangle)] {
        marks.compactMap { if case .text(let text) = $0.kind { (text, $0.frame) } else { nil } }
    }
}

/// One thing drawn.
public struct Mark: Hashable, Sendable {
    /// What kind of thing.
    public enum Kind: Hashable, Sendable {
        case fill, stroke, image
        case text(String)
    }

    /// Whether it is filled, stroked, a picture or a text.
    public let kind: Kind
    /// Where it is, in points from the page's upper left corner.
    public let frame: Rectangle
    /// The colour, of a hatch its ink, unless it is a gradient or an image.
    public let color: Color?

    init(_ kind: Kind, frame: Rectangle, color: Color?) {
        self.kind = kind
        self.frame = frame
        self.color = color
    }
}
