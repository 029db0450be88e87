import Drawing
import Imaging
import Languages

/// A kernel laid on a window of a picture at one place: the weights on the pixels, every product and their
/// sum written out, the new pixel.
public struct KernelOverlay: Figure {
    /// The picture.
    public let window: GrayImage
    /// What lies on it.
    public let kernel: Kernel
    /// The row of the pixel under the kernel's middle, counted from 0.
    public let row: Int
    /// The column of the pixel under the kernel's middle, counted from 0.
    public let column: Int
    /// Whether kernel and new pixel stand below the picture.
    private let isUpright: Bool

    /// - Parameters:
    ///   - row: the row of the main pixel, on which the kernel's middle lies, counted from 0.
    ///   - column: its column.
    public init(window: GrayImage, kernel: Kernel, row: Int, column: Int) {
        self.init(window: window, kernel: kernel, row: row, column: column, isUpright: false)
    }

    private init(window: GrayImage, kernel: Kernel, row: Int, column: Int, isUpright: Bool) {
        self.isUpright = isUpright
        self.window = window
        self.kernel = kernel
        self.row = row
        self.column = column
    }

    /// The row and column that the kernel's upper left weight lies on.
    private var corner: (row: Int, column: Int) { (row - kernel.rows / 2, column - kernel.columns / 2) }

    /// Where the kernel lies, and what it answers there.
    public var alternative: Localized {
        guard (try? check()) != nil else { return Localized(same: "") }
        let result = kernel.answer(on: window, row: corner.row, column: corner.column)
        let main = Double(window[row, column])
        let digits = Digits.needed(for: [result], atMost: 2)
        let mainDigits = Digits.needed(for: [main], atMost: 2)
        let count = kernel.rows * kernel.columns
        return Localized(
            .overlayAlternative,
            [
                "rows": .integer(kernel.rows), "columns": .integer(kernel.columns),
                "pixel": .phrase("\(main, digits: mainDigits)"), "count": .integer(count),
                "sum": .phrase("\(result, digits: digits)"),
            ])
    }

    /// With the kernel and the new pixel below the picture.
    public var arrangements: [any Figure] {
        isUpright ? [] : [KernelOverlay(window: window, kernel: kernel, row: row, column: column, isUpright: true)]
    }

    /// Lays out the picture with the kernel on it, the kernel, the new pixel, and the whole arithmetic under them.
    ///
    /// - Throws: `FigureError` if the kernel stands over the border, or if a number is not finite.
    public func layout(width: Double, in context: FigureContext) throws -> Block {
        try check()
        let arithmetic = Arithmetic(window: window, kernel: kernel, row: corner.row, column: corner.column)
        var side = 33.0
        var above = try parts(side: side, arithmetic.result, context)
        for _ in 0..<4 where above.size.width > width {
            side *= 0.98 * width / above.size.width
            above = try parts(side: side, arithmetic.result, context)
        }
        return .column([above, try arithmetic.block(width: width, in: context)], gap: 14)
    }

    static let picture = Localized(.overlayPicture)
    static let kernelWord = Localized(.overlayKernel)
    static let newPixel = Localized(.overlayNewPixel)
    static let newPicture = Localized(.overlayNewPicture)

    private func parts(side: Double, _ result: Double, _ context: FigureContext) throws -> Block {
        let picture = try labelled(windowBlock(side: side, context), Self.picture, .input, context)
        let others = try [
            labelled(.kernel(kernel, cell: max(18, side * 0.85), in: context), Self.kernelWord, .kernel, context),
            labelled(resultBlock(side: side, result, context), Self.newPixel, .output, context),
        ]
        return isUpright ? .column([picture, .row(others, gap: 24)], gap: 14) : .row([picture] + others, gap: 24)
    }

    private func labelled(_ block: Block, _ words: Localized, _ role: Role, _ context: FigureContext) throws -> Block {
        .column([.text(try context.set(words, .label), context.theme.color(role)), block], gap: 4)
    }

    private func check() throws {
        guard window.pixels.allSatisfy(\.isFinite), kernel.weights.allSatisfy(\.isFinite) else {
            throw FigureError.notFinite(figure: "A kernel overlay", what: "the arithmetic")
        }
        let (top, left) = corner
        guard top >= 0, top + kernel.rows <= window.height else {
            throw FigureError.outOfRange(
                figure: "A kernel overlay", what: "a kernel over the border; its row", value: Double(row))
        }
        guard left >= 0, left + kernel.columns <= window.width else {
            throw FigureError.outOfRange(
                figure: "A kernel overlay", what: "a kernel over the border; its column", value: Double(column))
        }
    }

    private func windowBlock(side: Double, _ context: FigureContext) -> Block {
        .window(
            window, side: side, rows: corner.row..<(corner.row + kernel.rows),
            columns: corner.column..<(corner.column + kernel.columns), weights: kernel, in: context)
    }

    private func resultBlock(side: Double, _ result: Double, _ context: FigureContext) throws -> Block {
        let text = context.number(result, atMost: 2)
        let width = max(side, try CellGrid.width(for: [text], context, size: 10))
        return Block.numbers(
            [[text]], cell: Size(width: width, height: side), in: context, fill: { _, _ in context.theme.output },
            weight: .semibold)
    }
}

extension Block {
    /// A window of a picture in blue with the cells that a kernel covers framed in orange, the kernel's
    /// weights small in their corners.
    static func window(
        _ window: GrayImage, side: Double, rows: Range<Int>, columns: Range<Int>, weights kernel: Kernel?,
        in context: FigureContext
    ) -> Block {
        let digits = Digits.needed(for: window, atMost: 1)
        let size = Size(width: side * Double(window.width), height: side * Double(window.height))
        return Block(size) { canvas, origin in
            let grid = CellGrid(
                rows: window.height, columns: window.width, cell: Size(width: side, height: side), at: origin)
            let map = context.intensities
            func tone(_ row: Int, _ column: Int) -> Color {
                let color = map[0.45 + Double(window[row, column]) / 255 * 0.55]
                let isCovered = rows.contains(row) && columns.contains(column)
                return isCovered ? color : context.theme.paper.mixed(with: color, share: 0.55)
            }
            grid.fill(on: canvas, tone)
            grid.rule(on: canvas, context.theme.hairline)
            try grid.write(on: canvas, in: context) { row, column in
                let text = context.format.decimal(Double(window[row, column]), digits: digits)
                return (text, context.theme.text(on: tone(row, column)))
            }
            grid.outline(rows: rows, columns: columns, on: canvas, context.theme.kernel, width: 2)
            guard let kernel, side >= 25 * context.theme.typeScale else { return }
            let weights = KernelNumbers(kernel)
            for (index, weight) in weights.weights.enumerated() {
                let place = grid.frame(
                    row: rows.lowerBound + index / kernel.columns, column: columns.lowerBound + index % kernel.columns)
                let text = try context.set(
                    "×" + context.format.decimal(weight, digits: weights.digits), .sized(7, .medium))
                canvas.draw(
                    text, at: Point(place.maxX - 2.5, place.minY + 6), .trailing, color: context.theme.weightOnPicture)
            }
        }
    }
}
