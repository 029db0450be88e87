import Drawing

/// Rows and columns of equal cells somewhere on a page.
struct CellGrid {
    let rows: Int
    let columns: Int
    let cell: Size
    let origin: Point

    init(rows: Int, columns: Int, cell: Size, at origin: Point) {
        self.rows = rows
        self.columns = columns
        self.cell = cell
        self.origin = origin
    }

    var frame: Rectangle { frame(rows: 0..<rows, columns: 0..<columns) }

    func frame(row: Int, column: Int) -> Rectangle { frame(rows: row..<(row + 1), columns: column..<(column + 1)) }

    func frame(rows: Range<Int>, columns: Range<Int>) -> Rectangle {
        Rectangle(
            x: origin.x + Double(columns.lowerBound) * cell.width, y: origin.y + Double(rows.lowerBound) * cell.height,
            width: Double(columns.count) * cell.width, height: Double(rows.count) * cell.height)
    }

    /// Fills every cell that has a colour, edge to edge.
    func fill(on canvas: Canvas, _ color: (_ row: Int, _ column: Int) -> Color?) {
        for row in 0..<rows {
            for column in 0..<columns {
                guard let color = color(row, column) else { continue }
                canvas.fill(canvas.crisp(frame(row: row, column: column)), color)
            }
        }
    }

    /// Draws the lines between cells and around them.
    func rule(on canvas: Canvas, _ color: Color, width: Double = 0.5) {
        var lines = Path()
        let frame = frame
        for row in 0...rows {
            let y = canvas.crispLine(y: frame.minY + Double(row) * cell.height, width: width)
            lines.move(to: Point(frame.minX, y))
            lines.line(to: Point(frame.maxX, y))
        }
        for column in 0...columns {
            let x = canvas.crispLine(x: frame.minX + Double(column) * cell.width, width: width)
            lines.move(to: Point(x, frame.minY))
            lines.line(to: Point(x, frame.maxY))
        }
        canvas.stroke(lines, color, Stroke(width: width, cap: .square))
    }

    /// Frames some cells. Where two frames meet, each keeps inside its own cells.
    ///
    /// - Parameter dash: what tells the frame from others without its colour. A dashed frame lies on a white one, so
    ///   that it shows on dark cells too.
    func outline(
        rows: Range<Int>, columns: Range<Int>, on canvas: Canvas, _ color: Color, width: Double = 1.75,
        dash: [Double] = []
    ) {
        let outer = canvas.crisp(frame(rows: rows, columns: columns))
        if !dash.isEmpty { canvas.stroke(Path(outer), .white, width: width + 0.5) }
        canvas.stroke(Path(outer), color, Stroke(width: width, dash: dash))
    }

    /// Writes a number into every cell that has one. Aligned at the decimal mark, digits stand under each
    /// other and a minus hangs out to the left; otherwise each number stands in the middle of its cell.
    ///
    /// - Returns: whether the numbers fit at a size that can be read; if not, none is written.
    @discardableResult
    func write(
        on canvas: Canvas, in context: FigureContext, largest: Double = 9.5, weight: TextStyle.Weight = .regular,
        isAligned: Bool = true, _ number: (_ row: Int, _ column: Int) -> (text: String, color: Color)?
    ) throws -> Bool {
        var numbers: [(place: Rectangle, text: String, color: Color)] = []
        for row in 0..<rows {
            for column in 0..<columns {
                guard let (text, color) = number(row, column) else { continue }
                numbers.append((frame(row: row, column: column), text, color))
            }
        }
        let texts = Set(numbers.map(\.text)).sorted()
        guard let size = try Self.size(fitting: texts, in: cell, context, largest: largest, weight: weight) else {
            context.notes?.add(.noNumbers)
            return false
        }
        let role = FigureContext.TextRole.sized(size, weight)
        let widest = try texts.map { try context.set($0, role).width }.max() ?? 0
        let widestUnsigned = try texts.map { try context.set($0.unsigned, role).width }.max() ?? 0
        // Half of what a minus adds goes to either side.
        let end = (widest + widestUnsigned) / 4
        for (place, text, color) in numbers {
            let set = try context.set(text, role)
            let point = Point(isAligned ? place.midX + end : place.midX, place.midY)
            canvas.draw(set, at: point, isAligned ? .trailing : .center, color: color)
        }
        return true
    }

    /// The largest type in which every text fits into a cell, `nil` if that is less than 7 points.
    static func size(
        fitting texts: [String], in cell: Size, _ context: FigureContext, largest: Double,
        weight: TextStyle.Weight = .regular
    ) throws -> Double? {
        let role = FigureContext.TextRole.sized(10, weight)
        let widest = try texts.map { try context.set($0, role).width }.max() ?? 1
        let size = min(largest, 10 * cell.width * 0.9 / max(widest, 1), cell.height * 0.62 / context.theme.typeScale)
        return size >= 6.99 ? size : nil
    }

    /// How wide a cell has to be for the texts at a size.
    static func width(for texts: [String], _ context: FigureContext, size: Double = 9) throws -> Double {
        let widest = try texts.map { try context.set($0, .sized(size)).width }.max() ?? 0
        return max(widest / 0.84, size * context.theme.typeScale * 1.9)
    }
}

extension String {
    /// The text without a minus at its start.
    var unsigned: String { hasPrefix("\u{2212}") ? String(dropFirst()) : self }
}

extension Canvas {
    /// Where a vertical line of some width has to stand for crisp edges.
    func crispLine(x: Double, width: Double) -> Double {
        crisp(Rectangle(x: x - width / 2, y: 0, width: width, height: 1)).midX
    }

    /// Where a horizontal line of some width has to stand for crisp edges.
    func crispLine(y: Double, width: Double) -> Double {
        crisp(Rectangle(x: 0, y: y - width / 2, width: 1, height: width)).midY
    }
}
