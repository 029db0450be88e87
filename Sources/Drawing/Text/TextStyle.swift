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
    public var weight: Weight
    public var isItalic: Bool
    public var alignment: Alignment

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

    public let horizontal: Horizontal
    public let vertical: Vertical

    public init(_ horizontal: Horizontal, _ vertical: Vertical) {
        self.horizontal = horizontal
        self.vertical = vertical
    }

    public static let center = Anchor(.center, .middle)
    public static let leading = Anchor(.leading, .middle)
    public static let trailing = Anchor(.trailing, .middle)
    public static let top = Anchor(.center, .top)
    public static let topLeading = Anchor(.leading, .top)
    public static let topTrailing = Anchor(.trailing, .top)
    public static let bottom = Anchor(.center, .bottom)
}
