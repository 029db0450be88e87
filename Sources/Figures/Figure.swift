import Languages

/// What can be drawn: a value that holds the plotted numbers and the words in every language.
///
/// A figure lays itself out in points for whatever width it is given; it knows neither dots per inch nor
/// file formats.
public protocol Figure: Sendable {
    /// How much of a page's width the figure asks for.
    var breadth: Breadth { get }

    /// What a reader who does not see the figure needs to know, computed from the plotted values: the kind
    /// of figure, ranges, extremes.
    var alternative: Localized { get }

    /// All numbers that are drawn, for who wants to compute with them.
    var data: FigureData { get }

    /// Lays the figure out at a width in points: measures everything, draws nothing yet.
    ///
    /// - Returns: a block no wider than `width`, unless what it holds can't be made that narrow.
    /// - Throws: `FigureError` if there is nothing sensible to draw; `DrawingError` if a text can't be set.
    func layout(width: Double, in context: FigureContext) throws -> Block

    /// The same figure with its parts in another order on the page: fewer side by side, or under each other. The nearest to
    /// the figure's own comes first. A box takes the one in which it is read best.
    var arrangements: [any Figure] { get }

    /// What the figure shows, as small as a stamp and without words; `nil` where that would show nothing.
    var emblem: Emblem? { get }
}

extension Figure {
    /// The reading column, unless a figure says otherwise.
    public var breadth: Breadth { .column }
    /// The plotted numbers as a page shows them; `nil` for those of so many that they are a picture.
    public var table: FigureTable? { data.pageTable }
    /// None but its own, unless a figure says otherwise.
    public var arrangements: [any Figure] { [] }
    /// None, unless a figure says otherwise.
    public var emblem: Emblem? { nil }

    /// The figure as it is, and then in its other arrangements.
    var everyArrangement: [any Figure] { [self] + arrangements }
}

/// How wide a figure is printed.
public enum Breadth: Hashable, Sendable {
    /// The reading column: 160 mm.
    case column
    /// Out of the column to both sides: 240 mm.
    case wide

    /// The width in points.
    public var points: Double {
        switch self {
        case .column: 160 / 25.4 * 72
        case .wide: 240 / 25.4 * 72
        }
    }
}
