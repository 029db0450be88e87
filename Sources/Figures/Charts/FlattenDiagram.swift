import Drawing
import Imaging
import Languages

/// A small map unrolled into a vector, row after row; each row keeps its colour.
public struct FlattenDiagram: Figure {
    /// The numbers, row by row.
    public let values: GrayImage

    /// A diagram of rows that become one.
    public init(_ values: GrayImage) { self.values = values }

    /// How many rows become how long a list.
    public var alternative: Localized {
        Localized(
            .flatten,
            [
                "height": .integer(values.height), "width": .integer(values.width),
                "count": .integer(values.pixels.count),
            ])
    }

    /// Lays out the rows above and the list below.
    ///
    /// - Throws: `FigureError` without numbers, or for numbers that are not finite.
    public func layout(width: Double, in context: FigureContext) throws -> Block {
        guard !values.pixels.isEmpty else { throw FigureError.empty(figure: "A flattened map", what: "number") }
        guard values.pixels.allSatisfy(\.isFinite) else {
            throw FigureError.notFinite(figure: "A flattened map", what: "its cells")
        }
        let digits = Digits.needed(for: values, atMost: 2)
        let texts = values.rows.map { $0.map { context.format.decimal(Double($0), digits: digits) } }
        let flat = Array(texts.joined())
        let needed = try CellGrid.width(for: flat, context, size: 8.5)
        let side = min(30, max(needed, 24))
        let across = min(flat.count, max(1, Int(width / side)))
        let theme = context.theme
        let columns = values.width
        func tone(_ row: Int) -> Color { theme.paper.mixed(with: theme.color(.category(row % 7 + 1)), share: 0.3) }
        let cell = Size(width: side, height: side)
        let map = Block.numbers(texts, cell: cell, in: context, fill: { row, _ in tone(row) })
        let lines = stride(from: 0, to: flat.count, by: across).map { start in
            Block.numbers(
                [Array(flat[start..<min(flat.count, start + across)])], cell: cell, in: context,
                fill: { _, column in tone((start + column) / columns) })
        }
        let arrow = Block(Size(width: map.size.width, height: 24)) { canvas, origin in
            let x = origin.x + map.size.width / 2
            canvas.arrow(from: Point(x, origin.y + 2), to: Point(x, origin.y + 22), theme.quiet, width: 1)
        }
        return .column([map, arrow, .column(lines, gap: 5)], gap: 4)
    }
}

/// Labels as rows of a matrix with one 1 each: one-hot coding.
public struct OneHot: Figure {
    /// The class of each example, counted from 0.
    public let labels: [Int]
    /// The names of all classes, in order.
    public let classes: [Localized]

    /// - Parameters:
    ///   - labels: the index of a class for each row.
    ///   - classes: the names of the columns.
    public init(labels: [Int], classes: [Localized]) {
        self.labels = labels
        self.classes = classes
    }

    /// How many labels of how many classes there are.
    public var alternative: Localized {
        Localized(.oneHot, ["labels": .integer(labels.count), "classes": .integer(classes.count)])
    }

    /// Lays out a row of zeros and a one for each label.
    ///
    /// - Throws: `FigureError` without labels, or for a label that is no class.
    public func layout(width: Double, in context: FigureContext) throws -> Block {
        guard !labels.isEmpty, !classes.isEmpty else {
            throw FigureError.empty(figure: "One-hot coding", what: "label")
        }
        if let label = labels.first(where: { !classes.indices.contains($0) }) {
            throw FigureError.outOfRange(figure: "One-hot coding", what: "a label", value: Double(label))
        }
        let rows: [[Float]] = labels.map { label in classes.indices.map { $0 == label ? 1 : 0 } }
        return try PixelGrid(
            GrayImage(rows: rows), tone: .tint(.output), rowLabels: labels.map { classes[$0] }, columnLabels: classes
        ).layout(width: width, in: context)
    }
}
