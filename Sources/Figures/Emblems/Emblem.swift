import Drawing
import Imaging
import Languages

/// A figure as a stamp: what it shows without a word, for a list to show beside a name. Readers who do not see it miss
/// nothing, so it says nothing of itself.
public struct Emblem: Figure {
    /// What it shows.
    enum Content: Sendable {
        /// One to six, as large as fit.
        case pictures([Picture])
        /// A matrix.
        case cells(Cells)
        case plot(EmblemPlot)
        /// How many units stand in each layer.
        case network([(units: Int, role: Role)])
        /// One after another, arrows between them.
        case sequence([Emblem])
    }

    /// Cells of a matrix, row by row.
    struct Cells: Sendable {
        let rows: Int
        let columns: Int
        let fill: @Sendable (_ row: Int, _ column: Int, FigureContext) -> Color
        /// What stands in a cell; `nil` for cells alone.
        let number: (@Sendable (_ row: Int, _ column: Int, FigureContext) -> (text: String, color: Color))?
        let outline: Role?
    }

    let content: Content
    /// The box that it stands in the middle of, in points.
    let size: Size

    /// An emblem of a list's size.
    init(_ content: Content, size: Size = Size(width: 96, height: 72)) {
        self.content = content
        self.size = size
    }

    /// The same in a box of another size.
    func sized(_ size: Size) -> Emblem { Emblem(content, size: size) }

    /// Emblems in a row, an arrow from each to the next; `nil` for none.
    public static func row(_ emblems: [Emblem]) -> Emblem? {
        let parts = emblems.flatMap { emblem in
            if case .sequence(let parts) = emblem.content { parts } else { [emblem] }
        }.map { $0.sized(Size(width: Self.side, height: Self.side)) }
        guard !parts.isEmpty else { return nil }
        let width = Self.side * Double(parts.count) + Self.gap * Double(parts.count - 1)
        return Emblem(.sequence(parts), size: Size(width: width, height: Self.side))
    }

    private static let (side, gap) = (84.0, 26.0)

    /// Nothing: what stands beside it says it in words.
    public var alternative: Localized { Localized(same: "") }
    /// None but those of the figure itself.
    public var data: FigureData { FigureData([]) }

    /// Lays the emblem out in its own box, whatever the width.
    ///
    /// - Throws: `FigureError` for values that are not finite.
    public func layout(width: Double, in context: FigureContext) throws -> Block {
        let block =
            switch content {
            case .pictures(let pictures): self.pictures(pictures, context)
            case .cells(let cells): self.cells(cells, context)
            case .plot(let plot): plot.block(size, context)
            case .network(let layers): network(layers, context)
            case .sequence(let parts): try sequence(parts, context)
            }
        return block.padded(width: size.width, height: size.height, horizontal: .center, vertical: .center)
    }

    private func pictures(_ pictures: [Picture], _ context: FigureContext) -> Block {
        let shown = Array(pictures.prefix(6))
        let columns = [1, 1, 2, 2, 2, 3, 3][shown.count]
        let rows = max(1, (shown.count + columns - 1) / columns)
        let gap = 4.0
        let room = Size(
            width: (size.width - gap * Double(columns - 1)) / Double(columns),
            height: (size.height - gap * Double(rows - 1)) / Double(rows))
        let blocks = shown.map { picture in
            let scale = min(
                room.width / Double(max(1, picture.width)), room.height / Double(max(1, picture.height)))
            return Block.picture(
                picture,
                size: Size(width: Double(picture.width) * scale, height: Double(picture.height) * scale),
                in: context, figure: "An emblem")
        }
        return .column(blocks.lines(of: columns).map { Block.row($0, gap: gap) }, gap: gap)
    }

    private func cells(_ cells: Cells, _ context: FigureContext) -> Block {
        let side = min(size.width / Double(cells.columns), size.height / Double(cells.rows))
        let extent = Size(width: side * Double(cells.columns), height: side * Double(cells.rows))
        return Block(extent) { canvas, origin in
            let grid = CellGrid(
                rows: cells.rows, columns: cells.columns, cell: Size(width: side, height: side), at: origin)
            grid.fill(on: canvas) { row, column in cells.fill(row, column, context) }
            grid.rule(on: canvas, context.theme.hairline)
            if let outline = cells.outline {
                grid.outline(
                    rows: 0..<cells.rows, columns: 0..<cells.columns, on: canvas, context.theme.color(outline))
            }
            guard let number = cells.number else { return }
            try grid.write(on: canvas, in: context, largest: side * 0.5, weight: .medium, isAligned: false) {
                row, column in number(row, column, context)
            }
        }
    }

    private func network(_ layers: [(units: Int, role: Role)], _ context: FigureContext) -> Block {
        let most = Double(layers.map(\.units).max() ?? 1)
        let radius = min(7, size.height / most / 2 - 1.5)
        let columns = layers.enumerated().map { index, layer in
            let share = layers.count > 1 ? Double(index) / Double(layers.count - 1) : 0.5
            let x = radius + 1 + share * (size.width - 2 * radius - 2)
            return (0..<layer.units).map { unit in
                Point(x, size.height * (Double(unit) + 0.5 + (most - Double(layer.units)) / 2) / most)
            }
        }
        return Block(size) { canvas, origin in
            for (left, right) in zip(columns, columns.dropFirst()) {
                for start in left {
                    for end in right {
                        canvas.stroke(Path([origin + start, origin + end]), context.theme.hairline, width: 0.75)
                    }
                }
            }
            for (layer, places) in zip(layers, columns) {
                for place in places {
                    let circle = Path(circleAt: origin + place, radius: radius)
                    canvas.fill(circle, context.theme.tint(layer.role, 0.18))
                    canvas.stroke(circle, context.theme.color(layer.role), width: 1.25)
                }
            }
        }
    }

    private func sequence(_ parts: [Emblem], _ context: FigureContext) throws -> Block {
        let arrow = Block.arrow(length: Self.gap - 8, in: context)
            .padded(width: Self.gap, horizontal: .center)
        var blocks: [Block] = []
        for part in parts {
            if !blocks.isEmpty { blocks.append(arrow) }
            blocks.append(try part.layout(width: part.size.width, in: context))
        }
        return .row(blocks, gap: 0, .center)
    }
}
