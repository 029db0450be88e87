/// How text looks. Digits always have one width, so that numbers in columns stand under each other.
public struct TextStyle: Hashable, Sendable {
    /// How heavy the strokes are, as OpenType counts it.
    public enum Weight: Int, Hashable, Sendable {
        case regular = 400
        case medium = 500
        case semibold = 600
        case bold = 700
    }

    /// How the lines of a text that wraps stand.
    public enum Alignment: Hashable, Sendable {
        case leading, center, trailing
    }

    /// Size in points.
    public var size: Double
    /// How heavy the strokes are.
    public var weight: Weight
    /// Whether the letters lean.
    public var isItalic: Bool
    /// How lines stand where a text has several.
    public var alignment: Alignment

    /// A style; regular, upright and to the left unless something else is asked for.
    public init(size: Double, weight: Weight = .regular, isItalic: Bool = false, alignment: Alignment = .leading) {
        self.size = size
        self.weight = weight
        self.isItalic = isItalic
        self.alignment = alignment
    }
}

/// Which place of a text is put on a point.
public struct Anchor: Hashable, Sendable {
    /// The place from left to right.
    public enum Horizontal: Hashable, Sendable {
        case leading, center, trailing
    }

    /// The place from top to bottom. `middle` is half the height of a capital above the first baseline, where
    /// digits look centred; with several lines it is the middle of them all.
    public enum Vertical: Hashable, Sendable {
        case top, middle, baseline, bottom
    }

    /// Which place from left to right.
    public let horizontal: Horizontal
    /// Which place from top to bottom.
    public let vertical: Vertical

    /// A place of a text.
    public init(_ horizontal: Horizontal, _ vertical: Vertical) {
        self.horizontal = horizontal
        self.vertical = vertical
    }

    /// The middle in both directions.
    public static let center = Anchor(.center, .middle)
    /// Where the text begins, half way up a capital.
    public static let leading = Anchor(.leading, .middle)
    /// Where the text ends, half way up a capital.
    public static let trailing = Anchor(.trailing, .middle)
    /// The middle of the upper edge.
    public static let top = Anchor(.center, .top)
    /// The upper left corner.
    public static let topLeading = Anchor(.leading, .top)
    /// The upper right corner.
    public static let topTrailing = Anchor(.trailing, .top)
    /// The middle of the lower edge.
    public static let bottom = Anchor(.center, .bottom)
}
