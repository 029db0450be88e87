import Drawing
import Imaging
import Languages

/// Consecutive positions of a kernel on a picture, the new picture filling up under each.
public struct KernelSlide: Figure {
    public let window: GrayImage
    public let kernel: Kernel
    public let row: Int
    public let columns: [Int]

    public var breadth: Breadth { .wide }

    /// - Parameters:
    ///   - row: the row of the main pixels, counted from 0.
    ///   - columns: the column of the main pixel at each position, in order; six look well.
    public init(window: GrayImage, kernel: Kernel, row: Int, columns: [Int]) {
        self.window = window
        self.kernel = kernel
        self.row = row
        self.columns = columns
    }

    private var answers: [Double] {
        columns.map { kernel.answer(on: window, row: row - kernel.rows / 2, column: $0 - kernel.columns / 2) }
    }

    public var alternative: Bilingual {
        guard (try? check()) != nil else { return Bilingual(both: "") }
        let digits = Digits.needed(for: answers, atMost: 2)
        let numbers = answers.map { Bilingual(both: "\($0, digits: digits)") }.listed
        return Bilingual(
            en:
                "\(columns.count) consecutive positions of a kernel on a picture; the new picture fills up with \(numbers.en).",
            es:
                "\(columns.count) posiciones consecutivas de un núcleo sobre una imagen; la imagen nueva se llena con \(numbers.es)."
        )
    }

    public func layout(width: Double, in context: FigureContext) throws -> Block {
        try check()
        let across = min(3, columns.count)
        let gap = 22.0
        let room = (width - gap * Double(across - 1)) / Double(across)
        let side = min(26, room / Double(window.width))
        let digits = Digits.needed(for: answers, atMost: 1)
        let texts = answers.map { context.format.decimal($0, digits: digits) }
        let steps = try columns.indices.map { try step($0, side: side, texts: texts, context) }
        let lines = stride(from: 0, to: steps.count, by: across).map { start in
            Block.row(Array(steps[start..<min(steps.count, start + across)]), gap: gap)
        }
        return .column(lines, gap: 20)
    }

    private func step(_ index: Int, side: Double, texts: [String], _ context: FigureContext) throws -> Block {
        let (top, left) = (row - kernel.rows / 2, columns[index] - kernel.columns / 2)
        let number = try context.set("\(index + 1)", .heading)
        let picture = Block.window(
            window, side: side, rows: top..<(top + kernel.rows), columns: left..<(left + kernel.columns),
            weights: nil, in: context)
        let result = try newPicture(upTo: index, side: side, texts: texts, context)
        let inset = Block.row([.space(width: side * Double(kernel.columns / 2)), result], gap: 0)
        return .column([.text(number, context.theme.quiet), picture, inset], gap: 5)
    }

    /// The row of the new picture that fills up: one cell for every place that the kernel fits on.
    private func newPicture(upTo index: Int, side: Double, texts: [String], _ context: FigureContext) throws -> Block {
        let count = window.width - kernel.columns + 1
        let places = columns.map { $0 - kernel.columns / 2 }
        return Block(Size(width: side * Double(count), height: side)) { canvas, origin in
            let grid = CellGrid(rows: 1, columns: count, cell: Size(width: side, height: side), at: origin)
            let theme = context.theme
            func visit(_ column: Int) -> Int? { places[...index].lastIndex(of: column) }
            func tone(_ column: Int) -> Color? {
                visit(column).map { $0 == index ? theme.output : theme.tint(.output, 0.22) }
            }
            grid.fill(on: canvas) { _, column in tone(column) }
            grid.rule(on: canvas, theme.hairline)
            try grid.write(on: canvas, in: context) { _, column in
                guard let visit = visit(column), let tone = tone(column) else { return nil }
                return (texts[visit], theme.text(on: tone))
            }
        }
    }

    private func check() throws {
        guard !columns.isEmpty else { throw FigureError.empty(figure: "A sliding kernel", what: "position") }
        guard window.pixels.allSatisfy(\.isFinite), kernel.weights.allSatisfy(\.isFinite) else {
            throw FigureError.notFinite(figure: "A sliding kernel", what: "the arithmetic")
        }
        let rows = kernel.rows / 2...max(kernel.rows / 2, window.height - kernel.rows + kernel.rows / 2)
        let middles = kernel.columns / 2...max(kernel.columns / 2, window.width - kernel.columns + kernel.columns / 2)
        guard window.height >= kernel.rows, rows.contains(row) else {
            throw FigureError.outOfRange(
                figure: "A sliding kernel", what: "a kernel over the border; its row", value: Double(row))
        }
        for column in columns where window.width < kernel.columns || !middles.contains(column) {
            throw FigureError.outOfRange(
                figure: "A sliding kernel", what: "a kernel over the border; its column", value: Double(column))
        }
    }
}
