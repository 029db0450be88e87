import Drawing
import Figures
import Languages

/// How figures become files: format, resolution, colours, width, type.
public struct FigureStyle: Sendable {
    /// A kind of file.
    public enum Format: String, CaseIterable, Sendable {
        /// Pixels.
        case png
        /// Lines and curves, for pages and for drawing programs.
        case svg
        /// Lines and curves, for books.
        case pdf
        /// The numbers that are drawn, comma-separated.
        case csv
        /// The numbers that are drawn, with what they are.
        case json

        /// Pictures one after another: for every program that shows pictures, for pages, for players.
        case gif, webp, mp4

        /// Whether the file has frames that follow each other.
        public var isMoving: Bool { self == .gif || self == .webp || self == .mp4 }

        /// Whether the file has the numbers and nothing to look at.
        public var isNumbers: Bool { self == .csv || self == .json }
    }

    /// What is written.
    public var format: Format
    /// Pixels per inch of a PNG.
    public var dpi: Int
    /// The colours, by meaning; one file for each theme.
    public var themes: [Theme]
    /// Whether each figure is drawn in lines and curves as well, for a page that holds it inside.
    public var embeds: Bool
    /// The page's width in points, or `nil` for what each figure asks for.
    public var width: Double?
    /// What each figure is to fill, in the place of a width.
    public var box: FigureBox?
    /// Whether figures have their titles above them; files tell them all the same.
    public var hasTitles = true
    /// Whether pages show the figures: each has a second form for a telephone, and vectors where they are lighter.
    public var isForPages: Bool
    /// Type families in order of preference.
    public var families: String
    /// Whether figures of which the parts follow each other in time become a file each frame.
    public var drawsFrames: Bool
    /// Whether figures that have no such parts are left out.
    public var drawsOnlyFrames = false
    /// How SVG files have their words. Drawings inside a page have outlines.
    public var lettering = Lettering.outlines
    /// The reader's decimal mark, or `nil` for each language's custom.
    public var decimalMark: DecimalMark?

    /// A style; what is left out is as in the report.
    public init(
        format: Format = .png, dpi: Int = 200, themes: [Theme] = [.light], embeds: Bool = false,
        width: Double? = nil, families: String = Typesetter.standardFamilies, drawsFrames: Bool = false,
        isForPages: Bool = false, decimalMark: DecimalMark? = nil
    ) {
        self.format = format
        self.dpi = dpi
        self.themes = themes
        self.embeds = embeds
        self.width = width
        self.families = families
        self.drawsFrames = drawsFrames
        self.isForPages = isForPages
        self.decimalMark = decimalMark
    }

    /// The type families that this machine has, to tell somebody who asked for another.
    ///
    /// - Throws: `DrawingError` where no fonts can be found at all.
    public static func installedFamilies() throws -> [String] { try Typesetter().installedFamilies() }
}
