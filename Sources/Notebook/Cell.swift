import Figures
import Languages

/// One block of a page, top to bottom as a reader meets it.
public enum Cell: Sendable {
    /// CommonMark, with TeX between dollar signs.
    case prose(Localized)
    /// A stretch of the lesson's own source.
    case code(Listing)
    /// What the code above printed, as plain text. Stands directly under its listing.
    case output(Localized)
    /// A drawing with its caption.
    case figure(FigureCell)
    /// Rows and columns.
    case table(Table)
    /// Quantities of the course material beside this run's.
    case comparison([Comparison])
    /// A question to think about, its answer folded.
    case question(Localized, answer: Localized)
    /// Something to do, with hints and a solution.
    case exercise(Exercise)
    /// A side note. Stands directly under the prose that it belongs to.
    case margin(Localized)
    /// A command that the reader can type, and what it shows.
    case attempt(command: String, purpose: Localized)
}

/// A figure on a page. The drawing is made when somebody asks for it.
public struct FigureCell: Sendable {
    /// Unique in its lesson; what people type after the slash in `course figures cnn/confusion`.
    public let id: String
    /// The figure's number in its lesson, from 1.
    public let number: Int
    /// Says what to see; drawn above the figure.
    public let title: Localized
    /// Says how to read it; stands under the figure. CommonMark.
    public let caption: Localized
    /// What a reader who does not see the figure needs to know.
    public let alternative: Localized
    /// The words that its documents have for its inside; nil where it comes from no document.
    public let words: BlockWords?
    /// Whether it shows the course's picture, or what was made of it.
    public let showsPicture: Bool
    /// What a page that computes shows in its place; nil for a figure that is one.
    public let lab: Lab?
    /// Draws lazily: one figure costs no more than that figure.
    public let figure: @Sendable () throws -> any Figure

    /// A cell with everything that it needs to be drawn later.
    public init(
        id: String, number: Int, title: Localized, caption: Localized, alternative: Localized,
        words: BlockWords? = nil, showsPicture: Bool = false, lab: Lab? = nil,
        figure: @escaping @Sendable () throws -> any Figure
    ) {
        self.id = id
        self.number = number
        self.title = title
        self.caption = caption
        self.alternative = alternative
        self.words = words
        self.showsPicture = showsPicture
        self.lab = lab
        self.figure = figure
    }
}

/// Rows and columns with a caption.
public struct Table: Hashable, Sendable {
    /// How the cells of a column stand.
    public enum Alignment: Hashable, Sendable {
        case leading, trailing
    }

    /// Says what the rows and columns hold.
    public let caption: Localized
    /// The heads of the columns. CommonMark, like the cells.
    public let columns: [Localized]
    /// How each column stands: numbers trailing, words leading.
    public let alignments: [Alignment]
    /// The cells, row by row.
    public let rows: [[Localized]]

    /// - Precondition: every row has as many cells as there are columns.
    public init(caption: Localized, columns: [(Localized, Alignment)], rows: [[Localized]]) {
        precondition(rows.allSatisfy { $0.count == columns.count }, "a row with a cell too many or too few")
        self.caption = caption
        self.columns = columns.map(\.0)
        alignments = columns.map(\.1)
        self.rows = rows
    }
}

/// One quantity: what the course material found, and what this run found.
public struct Comparison: Hashable, Sendable {
    /// What is compared.
    public let quantity: Localized
    /// What the course material's own run found.
    public let material: Localized
    /// What this run found.
    public let measured: Localized

    /// One row of a comparison.
    public init(quantity: Localized, material: Localized, measured: Localized) {
        self.quantity = quantity
        self.material = material
        self.measured = measured
    }
}
