/// A box that a figure is made to fill: a slide, a page, a telephone.
public struct FigureBox: Hashable, Sendable {
    /// The name that people type, or what they typed.
    public let name: String
    /// In points.
    public let width: Double
    /// In points; the most, where the figure need not be as high as the box.
    public let height: Double
    /// Whether the page has the box's own size, as a slide does; else it is as high as the figure.
    public let isWhole: Bool
    /// The smallest letters that are read in it, in points.
    public let leastType: Double

    /// How much of its width a figure takes at least, where the box is not whole.
    public var leastShare = 0.85

    /// - Precondition: the sides are positive and finite.
    public init(name: String, width: Double, height: Double, isWhole: Bool, leastType: Double) {
        precondition(width > 0 && height > 0 && width.isFinite && height.isFinite, "\(width) x \(height)")
        self.name = name
        self.width = width
        self.height = height
        self.isWhole = isWhole
        self.leastType = leastType
    }

    /// A slide of today: 18 of 1,080 lines for the smallest letters.
    public static let wideSlide = slide(name: "16:9", width: 960)
    /// A slide of old.
    public static let squareSlide = slide(name: "4:3", width: 720)
    /// The column of the course's pages, or of a book.
    public static let column = FigureBox(
        name: "column", width: millimetres(160), height: millimetres(230), isWhole: false, leastType: 7)
    /// A4 within its margins.
    public static let page = FigureBox(
        name: "page", width: millimetres(174), height: millimetres(245), isWhole: false, leastType: 7)
    /// The column of a page on a telephone, 350 pixels of 390: 11 pixels for the smallest letters. One moves such a page
    /// with the thumb, so that a figure may be higher than the screen.
    public static let phone = FigureBox(name: "phone", width: 262.5, height: 2_200, isWhole: false, leastType: 8.25)

    /// A part of a printed page, across its whole width: a figure that finds no room on a page leaves as much of it empty.
    /// A third, and less than half for those that could not be read in that.
    public static let print = [78.0, 110].map { height in
        var box = FigureBox(
            name: "print", width: millimetres(174), height: millimetres(height), isWhole: false, leastType: 7)
        box.leastShare = 0.4
        return box
    }

    /// Those that have a name.
    public static let named = [wideSlide, squareSlide, column, page, phone]

    private static func slide(name: String, width: Double) -> FigureBox {
        FigureBox(name: name, width: width, height: 540, isWhole: true, leastType: 9)
    }

    private static func millimetres(_ length: Double) -> Double { length / 25.4 * 72 }
}
