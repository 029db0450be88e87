import Figures
import Foundation
import Imaging
import Languages
import Notebook

@testable import Drawing

/// A figure as a reader sees it: what is drawn where, in points, and the pixels of its page.
final class Shown {
    /// The figure, which also says what numbers it draws.
    let figure: any Figure
    /// What stands above it and under it, in English.
    let title: String
    let caption: String
    /// The marks in the order in which they were drawn.
    let marks: [Mark]
    /// How wide and high the page is, in points.
    let size: Size
    /// The colours that it was drawn with.
    let theme = Theme.light
    private let isBlank: Bool
    private var page: ColorImage?

    /// - Throws: what drawing throws.
    convenience init(_ cell: FigureCell) throws {
        try self.init(
            try cell.figure(), title: cell.title.text(in: NumberFormat(.en)),
            caption: cell.caption.text(in: NumberFormat(.en)))
    }

    /// - Throws: what drawing throws.
    init(_ figure: any Figure, title: String = "", caption: String = "") throws {
        let drawn = try FigureRenderer(format: NumberFormat(.en)).transcript(figure)
        self.figure = figure
        self.title = title
        self.caption = caption
        marks = drawn.marks
        size = drawn.page
        isBlank = false
    }

    private init(blankOf other: Shown) {
        figure = other.figure
        title = other.title
        caption = other.caption
        size = other.size
        let middle = Point(size.width / 2, size.height / 2)
        marks = other.marks.map { mark in
            let kind: Mark.Kind = if case .text = mark.kind { .text("0") } else { mark.kind }
            return Mark(
                kind, frame: Rectangle(center: middle, size: Size(width: 4, height: 4)),
                color: mark.color.map { _ in .black })
        }
        isBlank = true
    }

    /// A drawing that shows nothing: as many marks, all of one size, at one place and black, every text a zero, and no pixel
    /// that differs from the paper. No claim may hold of it.
    var blank: Shown { Shown(blankOf: self) }

    // MARK: Marks

    /// Where pictures stand, in the order in which they were drawn; the bars of legends are none.
    private(set) lazy var images: [Rectangle] = marks.filter {
        $0.kind == .image && ($0.frame.height > 6.5 || $0.frame.width < 100)
    }.map(\.frame)

    /// Everything that is written.
    var texts: [String] { labels.map(\.text) }

    /// Everything that is written, and where.
    var labels: [(text: String, frame: Rectangle)] {
        marks.compactMap { mark -> (text: String, frame: Rectangle)? in
            if case .text(let text) = mark.kind { return (text, mark.frame) }
            return nil
        }
    }

    /// Areas, of a colour.
    func fills(_ color: Color? = nil, where isMeant: (Rectangle) -> Bool = { _ in true }) -> [Rectangle] {
        marks.filter { $0.kind == .fill && (color == nil || $0.color == color) && isMeant($0.frame) }.map(\.frame)
    }

    /// Lines, of a colour.
    func strokes(_ color: Color? = nil, where isMeant: (Rectangle) -> Bool = { _ in true }) -> [Rectangle] {
        marks.filter { $0.kind == .stroke && (color == nil || $0.color == color) && isMeant($0.frame) }.map(\.frame)
    }

    /// The colours of areas, in order.
    func fillColors(where isMeant: (Rectangle) -> Bool) -> [Color] {
        marks.filter { $0.kind == .fill && isMeant($0.frame) }.compactMap(\.color)
    }

    // MARK: Pixels

    /// The colour of the page at a point.
    ///
    /// - Throws: what drawing throws, or where the point is not on the page.
    func color(at point: Point) throws -> Color {
        guard !isBlank else { return theme.paper }
        let page = try self.page ?? PNG.decode(try FigureRenderer(format: NumberFormat(.en)).png(figure).bytes)
        self.page = page
        let scale = Double(page.width) / size.width
        let (row, column) = (Int(point.y * scale), Int(point.x * scale))
        guard (0..<page.height).contains(row), (0..<page.width).contains(column) else {
            throw NothingToMeasure("\(point) is not on the page")
        }
        let pixel = page[row, column]
        return Color(red: Double(pixel.red) / 255, green: Double(pixel.green) / 255, blue: Double(pixel.blue) / 255)
    }

    /// The colours of cells that fill a frame, each a little off its middle, where no number and no line is.
    ///
    /// - Throws: what drawing throws.
    func cells(_ rows: Int, _ columns: Int, in frame: Rectangle, at offset: Point = Point(0.4, 0.4)) throws -> Cells {
        let width = frame.width / Double(columns)
        let height = frame.height / Double(rows)
        var colors: [Color] = []
        for row in 0..<rows {
            for column in 0..<columns {
                colors.append(
                    try color(
                        at: Point(
                            frame.x + (Double(column) + offset.x) * width, frame.y + (Double(row) + offset.y) * height)
                    ))
            }
        }
        return Cells(rows: rows, columns: columns, colors: colors)
    }

    // MARK: Numbers

    /// The pictures whose values it draws, in order.
    private(set) lazy var planes: [FigureData.Plane] =
        figure.data.parts.flatMap { part -> [FigureData.Plane] in
            if case .pictures(let planes) = part.content { return planes }
            return []
        }

    /// The tables that it draws, in order.
    private(set) lazy var tables: [FigureTable] =
        figure.data.parts.compactMap { part -> FigureTable? in
            if case .table(let table) = part.content { return table }
            return nil
        }

    /// The numbers in a column of a table.
    ///
    /// - Throws: where there is no such column.
    func numbers(_ column: Int, ofTable table: Int = 0) throws -> [Double] {
        guard tables.indices.contains(table), tables[table].columns.indices.contains(column) else {
            throw NothingToMeasure("there is no column \(column) in table \(table)")
        }
        return tables[table].rows.compactMap { row in
            switch row[column] {
            case .integer(let value): Double(value)
            case .number(let value): value
            case .text, .none: nil
            }
        }
    }
}

/// The colours of a picture's pixels as they are seen on the page.
struct Cells {
    let rows: Int
    let columns: Int
    let colors: [Color]
    /// How light each is as greys are counted, 0 to 255.
    let levels: [Double]
    /// How much more orange (above zero) or blue (below) than grey each is.
    let warmth: [Double]

    init(rows: Int, columns: Int, colors: [Color]) {
        self.rows = rows
        self.columns = columns
        self.colors = colors
        levels = colors.map { (0.299 * $0.red + 0.587 * $0.green + 0.114 * $0.blue) * 255 }
        warmth = colors.map { ($0.red - $0.blue) * 255 }
    }

    subscript(row: Int, column: Int) -> Color { colors[row * columns + column] }

    /// How light each looks, 0 to 1.
    var lightness: [Double] { colors.map(\.look.lightness) }
}
