import Drawing
import Imaging
import Languages

/// A small map and what pooling leaves of it: windows in colours, the number that each passes on marked.
public struct PoolingDiagram: Figure {
    /// What a window passes on.
    public enum Kind: Hashable, Sendable {
        case maximum, average
    }

    /// The numbers before pooling, with sides that the window divides.
    public let values: GrayImage
    /// Which number of a window is kept: its largest or its mean.
    public let kind: Kind
    /// The side of a window, in cells.
    public let window: Int

    /// - Parameters:
    ///   - values: its sides are multiples of `window`.
    ///   - window: the side of a window, which is also the stride.
    public init(_ values: GrayImage, kind: Kind = .maximum, window: Int = 2) {
        self.values = values
        self.kind = kind
        self.window = max(1, window)
    }

    private var rows: Int { values.height / window }
    private var columns: Int { values.width / window }

    private func members(_ row: Int, _ column: Int) -> [Float] {
        (0..<(window * window)).map { values[row * window + $0 / window, column * window + $0 % window] }
    }

    var pooled: GrayImage {
        let pixels = (0..<(rows * columns)).map { index in
            let members = members(index / columns, index % columns)
            return kind == .maximum ? members.max() ?? 0 : members.reduce(0, +) / Float(members.count)
        }
        return GrayImage(width: columns, height: rows, pixels: pixels)
    }

    /// The size before and after, and what is kept of each window.
    public var alternative: Localized {
        guard (try? check()) != nil else { return Localized(same: "") }
        let result = pooled.pixels.map(Double.init)
        let digits = Digits.needed(for: result, atMost: 2)
        let list = result.map { Localized(same: "\($0, digits: digits)") }.listed
        return Localized(
            .poolingNumbers,
            [
                "kind": .localized(Localized(kind == .maximum ? .poolingMaximum : .poolingAverage)),
                "height": .integer(values.height), "width": .integer(values.width), "rows": .integer(rows),
                "columns": .integer(columns), "list": .localized(list),
            ])
    }

    /// Lays out the numbers before and after, side by side, with an arrow between.
    ///
    /// - Throws: `FigureError` if the windows don't cover the numbers exactly.
    public func layout(width: Double, in context: FigureContext) throws -> Block {
        try check()
        let side = min(36, (width - 80) / Double(values.width + columns))
        let cell = Size(width: side, height: side)
        let before = grid(values, cell: cell, pooled: false, context)
        let digits = Digits.needed(for: pooled, atMost: 2)
        let texts = pooled.pixels.map { context.format.decimal(Double($0), digits: digits) }
        let wide = Size(width: max(side, try CellGrid.width(for: texts, context, size: 9.5) + 4), height: side)
        let after = grid(pooled, cell: wide, pooled: true, context)
        return .row([before, .arrow(length: 34, in: context), after], gap: 14, .center)
    }

    private func grid(_ image: GrayImage, cell: Size, pooled: Bool, _ context: FigureContext) -> Block {
        let digits = Digits.needed(for: image, atMost: 2)
        let size = Size(width: cell.width * Double(image.width), height: cell.height * Double(image.height))
        let step = pooled ? 1 : window
        func tone(_ row: Int, _ column: Int) -> Color {
            let isMarked = pooled || (kind == .maximum && isWinner(row, column))
            return context.theme.paper.mixed(
                with: Self.hue(row / step * columns + column / step, context.theme), share: isMarked ? 0.66 : 0.28)
        }
        return Block(size) { canvas, origin in
            let theme = context.theme
            let grid = CellGrid(rows: image.height, columns: image.width, cell: cell, at: origin)
            grid.fill(on: canvas, tone)
            grid.rule(on: canvas, theme.hairline)
            try grid.write(on: canvas, in: context) { row, column in
                (context.format.decimal(Double(image[row, column]), digits: digits), theme.text(on: tone(row, column)))
            }
            for row in stride(from: 0, to: image.height, by: step) {
                for column in stride(from: 0, to: image.width, by: step) {
                    grid.outline(
                        rows: row..<(row + step), columns: column..<(column + step), on: canvas,
                        pooled ? theme.output : theme.kernel, width: 1.5)
                }
            }
        }
    }

    /// The colour of a window. They are told apart as tints, so the palette is taken as it is, in the order in which the
    /// first four are farthest from each other for eyes without red or green cones, too.
    private static func hue(_ window: Int, _ theme: Theme) -> Color {
        let order = [6, 2, 4, 5, 3, 7, 1]
        let index = order[window % order.count]
        return theme.hasHues ? Theme.okabeIto[index] : theme.color(.category(index))
    }

    /// Whether a number is the first largest of its window.
    private func isWinner(_ row: Int, _ column: Int) -> Bool {
        let members = members(row / window, column / window)
        let own = row % window * window + column % window
        return members.firstIndex(of: members.max() ?? 0) == own
    }

    private func check() throws {
        guard !values.pixels.isEmpty else { throw FigureError.empty(figure: "A pooling diagram", what: "number") }
        guard values.pixels.allSatisfy(\.isFinite) else {
            throw FigureError.notFinite(figure: "A pooling diagram", what: "its cells")
        }
        for side in [values.width, values.height] where !side.isMultiple(of: window) {
            throw FigureError.mismatch(
                figure: "A pooling diagram", what: "cells to a side", expected: (side / window + 1) * window, got: side)
        }
    }
}
