import Drawing
import Imaging
import Languages

/// Consecutive positions of a kernel on a picture, the new picture filling up under each.
public struct KernelSlide: FrameSequence {
    /// The picture.
    public let window: GrayImage
    /// What slides over it.
    public let kernel: Kernel
    /// The row of the main pixels, counted from 0.
    public let row: Int
    /// The column of the main pixel at each position, in order.
    public let columns: [Int]

    /// Six positions are two lines of a wide figure.
    public var breadth: Breadth { .wide }

    /// A kernel at a row and some columns of a picture; six positions look well.
    public init(window: GrayImage, kernel: Kernel, row: Int, columns: [Int]) {
        self.window = window
        self.kernel = kernel
        self.row = row
        self.columns = columns
    }

    /// One position each, with as much of the new picture as there is by then.
    public var frames: [any Figure] { columns.indices.map { Position(slide: self, index: $0) } }

    var answers: [Double] {
        columns.map { kernel.answer(on: window, row: row - kernel.rows / 2, column: $0 - kernel.columns / 2) }
    }

    /// How many positions there are, and the answers in order.
    public var alternative: Localized {
        guard (try? check()) != nil else { return Localized(same: "") }
        let digits = Digits.needed(for: answers, atMost: 2)
        let numbers = answers.map { Localized(same: "\($0, digits: digits)") }.listed
        return Localized(.slideAlternative, ["count": .integer(columns.count), "numbers": .localized(numbers)])
    }

    /// With other counts of positions on a line.
    public var arrangements: [any Figure] { Frames(frames, breadth: breadth).arrangements }

    /// Lays out the positions side by side.
    ///
    /// - Throws: `FigureError` if the kernel stands over the border at some position, or if there is none.
    public func layout(width: Double, in context: FigureContext) throws -> Block {
        try check()
        return try Frames(frames).layout(width: width, in: context)
    }

    func check() throws {
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

/// One position of a sliding kernel.
private struct Position: Figure {
    let slide: KernelSlide
    let index: Int

    private var top: Int { slide.row - slide.kernel.rows / 2 }
    private var left: Int { slide.columns[index] - slide.kernel.columns / 2 }

    var alternative: Localized {
        guard (try? slide.check()) != nil else { return Localized(same: "") }
        let answer = slide.answers[index]
        let digits = Digits.needed(for: [answer], atMost: 2)
        return Localized(.slidePosition, ["n": .integer(index + 1), "answer": .phrase("\(answer, digits: digits)")])
    }

    var data: FigureData { slide.data }

    func layout(width: Double, in context: FigureContext) throws -> Block {
        try slide.check()
        let kernel = slide.kernel
        let side = min(26, width / Double(slide.window.width))
        let picture = Block.window(
            slide.window, side: side, rows: top..<(top + kernel.rows), columns: left..<(left + kernel.columns),
            weights: nil, in: context)
        let inset = Block.row(
            [.space(width: side * Double(kernel.columns / 2)), newPicture(side: side, context)], gap: 0)
        return .column([picture, inset], gap: 5)
    }

    /// The row of the new picture that fills up: one cell for every place that the kernel fits on.
    private func newPicture(side: Double, _ context: FigureContext) -> Block {
        let count = slide.window.width - slide.kernel.columns + 1
        let places = slide.columns.map { $0 - slide.kernel.columns / 2 }
        let digits = Digits.needed(for: slide.answers, atMost: 1)
        let texts = slide.answers.map { context.format.decimal($0, digits: digits) }
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
}
