import Drawing
import Imaging
import Languages

/// A matrix of numbers as cells whose colour says what the number says, some cells framed.
public struct PixelGrid: Figure {
    /// How a number becomes a cell's colour.
    public enum Tone: Hashable, Sendable {
        /// Black to white.
        case gray
        /// Deep to pale blue: a picture that is looked into.
        case input
        /// Cividis, from zero to the largest.
        case magnitude
        /// Blue through paper to orange, zero in the middle.
        case signed
        /// Nothing for zero, the role's colour for the largest.
        case tint(Role)
    }

    /// Cells that are pointed at.
    public struct Frame: Hashable, Sendable {
        /// The rows of cells inside the frame, counted from 0.
        public let rows: Range<Int>
        /// The columns of cells inside the frame, counted from 0.
        public let columns: Range<Int>
        /// What the frame points at; decides its colour and dash.
        public let role: Role
        /// What the key under the grid says of it.
        public let label: Localized?

        /// - Parameter label: stands in the key under the grid.
        public init(rows: Range<Int>, columns: Range<Int>, role: Role, label: Localized? = nil) {
            self.rows = rows
            self.columns = columns
            self.role = role
            self.label = label
        }
    }

    /// The numbers, one a cell.
    public let values: GrayImage
    /// How a number becomes its cell's colour.
    public let tone: Tone
    /// Cells that are pointed at, drawn in this order.
    public let frames: [Frame]
    /// What stands left of each row; as many as rows, or none.
    public let rowLabels: [Localized]
    /// What stands above each column; as many as columns, or none.
    public let columnLabels: [Localized]
    /// How many rings of empty cells surround the numbers, for a frame that reaches over the border; none by default.
    public let ring: Int
    /// Whether numbers are written where the cells are large enough for them.
    public let showsNumbers: Bool
    /// How much of a page's width the figure asks for.
    public let breadth: Breadth

    /// - Parameters:
    ///   - values: the numbers, row by row.
    ///   - rowLabels: one a row, at the left; none by default.
    ///   - columnLabels: one a column, above; none by default.
    ///   - ring: how many rings of empty cells surround the numbers; frames may reach into them.
    ///   - showsNumbers: whether numbers are written, where the cells are large enough for them.
    public init(
        _ values: GrayImage, tone: Tone = .gray, frames: [Frame] = [], rowLabels: [Localized] = [],
        columnLabels: [Localized] = [], ring: Int = 0, showsNumbers: Bool = true, breadth: Breadth = .column
    ) {
        self.values = values
        self.tone = tone
        self.frames = frames
        self.rowLabels = rowLabels
        self.columnLabels = columnLabels
        self.ring = max(0, ring)
        self.showsNumbers = showsNumbers
        self.breadth = breadth
    }

    /// The count of rows and columns, the smallest and the largest number, and what is framed.
    public var alternative: Localized {
        let (rows, columns) = (values.height, values.width)
        let low = Double(values.pixels.min() ?? 0)
        let high = Double(values.pixels.max() ?? 0)
        let digits = Digits.needed(for: [low, high], atMost: 2)
        let labels = frames.compactMap(\.label)
        let text = Localized(
            .pixelsHead,
            [
                "rows": .integer(rows), "columns": .integer(columns), "low": .phrase("\(low, digits: digits)"),
                "high": .phrase("\(high, digits: digits)"),
            ])
        guard !labels.isEmpty else { return text }
        let framed = labels.listed
        return text + Localized(same: " ") + Localized(.pixelsFramed, ["frames": .localized(framed)])
    }

    /// Lays out the cells with their labels, and a key under them if a frame has a label. A label longer than a third of
    /// the width is shortened; labels wider than a column stand upright above it.
    ///
    /// - Throws: `FigureError` without cells, for numbers that are not finite, and for labels or frames that don't fit.
    public func layout(width: Double, in context: FigureContext) throws -> Block {
        try check()
        let names = try rowLabels.map { try context.set($0, .small, atMost: width / 3) }
        let gutter = names.map(\.width).max().map { $0 + 6 } ?? 0
        let heads = try columnLabels.map { try context.set($0, .small, atMost: width / 3) }
        let room = (width - gutter) / Double(values.width + 2 * ring)
        let (texts, widest) = try numbers(fitting: room, context)
        let side = min(room, max(widest, 28))
        let cell = Size(width: side, height: min(side, 28, max(18, side * 0.8)))
        let isTurned = heads.contains { $0.width > side }
        let head = heads.map { isTurned ? $0.width : $0.height }.max().map { $0 + 3 } ?? 0
        let size = Size(
            width: gutter + cell.width * Double(values.width + 2 * ring),
            height: head + cell.height * Double(values.height + 2 * ring))
        let colors = colors(in: context)
        let block = Block(size) { canvas, origin in
            let outside = CellGrid(
                rows: values.height + 2 * ring, columns: values.width + 2 * ring, cell: cell,
                at: origin + Point(gutter, head))
            let edge = Point(cell.width * Double(ring), cell.height * Double(ring))
            let grid = CellGrid(
                rows: values.height, columns: values.width, cell: cell, at: origin + Point(gutter, head) + edge)
            if ring > 0 { outside.rule(on: canvas, context.theme.hairline, width: 0.36) }
            grid.fill(on: canvas, colors)
            grid.rule(on: canvas, context.theme.hairline, width: 0.36)
            if showsNumbers {
                try grid.write(on: canvas, in: context) { row, column in
                    (texts[row][column], context.theme.text(on: colors(row, column)))
                }
            }
            for (row, name) in names.enumerated() {
                let place = grid.frame(row: row, column: 0)
                canvas.draw(name, at: Point(place.minX - edge.x - 6, place.midY), .trailing, color: context.theme.quiet)
            }
            for (column, name) in heads.enumerated() {
                let place = grid.frame(row: 0, column: column)
                let foot = Point(place.midX, place.minY - edge.y - 3)
                if isTurned {
                    canvas.draw(name, at: foot, .leading, color: context.theme.quiet, turned: -.pi / 2)
                } else {
                    canvas.draw(name, at: foot, .bottom, color: context.theme.quiet)
                }
            }
            for frame in frames {
                grid.outline(
                    rows: frame.rows, columns: frame.columns, on: canvas, context.theme.color(frame.role), width: 2,
                    dash: context.theme.dash(frame.role))
            }
        }
        let key = frames.compactMap { frame in frame.label.map { (frame.role, $0) } }
        guard !key.isEmpty else { return block }
        return .column([block, try .frameKey(key, width: width, in: context)], gap: 7)
    }

    /// The numbers with the decimals that they carry, or as many of them as cells have room for.
    private func numbers(fitting room: Double, _ context: FigureContext) throws -> (texts: [[String]], widest: Double) {
        var digits = Digits.needed(for: values, atMost: 2)
        while true {
            let texts = values.rows.map { $0.map { context.format.decimal(Double($0), digits: digits) } }
            guard showsNumbers else { return (texts, 0) }
            let different = Array(Set(texts.joined())).sorted()
            let cell = Size(width: room, height: 28)
            let size = try CellGrid.size(fitting: different, in: cell, context, largest: 9) ?? 0
            if size >= 8.5 || digits == 0 { return (texts, try CellGrid.width(for: different, context, size: 9)) }
            digits -= 1
        }
    }

    private func check() throws {
        guard !values.pixels.isEmpty else { throw FigureError.empty(figure: "A pixel grid", what: "number") }
        guard values.pixels.allSatisfy(\.isFinite) else {
            throw FigureError.notFinite(figure: "A pixel grid", what: "its cells")
        }
        for (labels, count, what) in [
            (rowLabels, values.height, "row labels"), (columnLabels, values.width, "column labels"),
        ]
        where !labels.isEmpty && labels.count != count {
            throw FigureError.mismatch(figure: "A pixel grid", what: what, expected: count, got: labels.count)
        }
        for frame in frames
        where frame.rows.lowerBound < -ring || frame.columns.lowerBound < -ring
            || frame.rows.upperBound > values.height + ring || frame.columns.upperBound > values.width + ring
        {
            throw FigureError.outOfRange(
                figure: "A pixel grid", what: "a frame",
                value: Double(max(frame.rows.upperBound, frame.columns.upperBound)))
        }
    }

    private func colors(in context: FigureContext) -> (Int, Int) -> Color {
        let largest = Double(values.pixels.lazy.map(abs).max() ?? 0)
        let limit = largest > 0 ? largest : 1
        let (values, theme) = (values, context.theme)
        let (intensities, magnitudes, signed) = (context.intensities, context.magnitudes, context.signed)
        return { [tone] row, column in
            let value = Double(values[row, column])
            return switch tone {
            case .gray: ColorMap.gray[value / 255]
            case .input: intensities[value / 255]
            case .magnitude: magnitudes[value / limit]
            case .signed: signed[0.5 + value / limit / 2]
            case .tint(let role): theme.tint(role, abs(value) / limit)
            }
        }
    }
}

extension Block {
    /// Which frame means what, in a line that wraps.
    static func frameKey(_ entries: [(Role, Localized)], width: Double, in context: FigureContext) throws -> Block {
        let blocks = try entries.map { role, label in
            let text = try context.set(label, .label, width: width - 18)
            let color = context.theme.color(role)
            return Block(Size(width: 15 + text.width, height: text.height)) { canvas, origin in
                let square = Rectangle(x: origin.x + 1, y: origin.y + (text.height - 9) / 2, width: 9, height: 9)
                canvas.stroke(Path(square), color, Stroke(width: 1.75, dash: context.theme.dash(role)))
                canvas.draw(text, at: origin + Point(15, 0), .topLeading, color: color)
            }
        }
        return .wrapped(blocks, gap: 16, lineGap: 4, width: width)
    }

    /// Blocks side by side, on as many lines as they need.
    static func wrapped(_ blocks: [Block], gap: Double, lineGap: Double, width: Double) -> Block {
        var lines: [[Block]] = [[]]
        var used = 0.0
        for block in blocks {
            if !lines[lines.count - 1].isEmpty, used + block.size.width > width {
                lines.append([])
                used = 0
            }
            lines[lines.count - 1].append(block)
            used += block.size.width + gap
        }
        return .column(lines.map { .row($0, gap: gap, .center) }, gap: lineGap)
    }
}
