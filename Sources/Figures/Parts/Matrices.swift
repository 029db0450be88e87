import Drawing
import Imaging
import Languages

extension Block {
    /// A kernel as every figure shows it: a matrix of numbers in orange, a fraction before it if there is one.
    static func kernel(_ kernel: Kernel, cell side: Double, in context: FigureContext) throws -> Block {
        let numbers = KernelNumbers(kernel)
        let texts = numbers.weights.map { context.format.decimal($0, digits: numbers.digits) }
        let width = max(side, try CellGrid.width(for: texts, context, size: min(9, side * 0.4)))
        let color = context.theme.kernel
        let matrix = Block(Size(width: width * Double(kernel.columns), height: side * Double(kernel.rows))) {
            canvas, origin in
            let grid = CellGrid(
                rows: kernel.rows, columns: kernel.columns, cell: Size(width: width, height: side), at: origin)
            grid.fill(on: canvas) { _, _ in context.theme.tint(.kernel, 0.1) }
            grid.rule(on: canvas, context.theme.tint(.kernel, 0.35))
            grid.outline(rows: 0..<kernel.rows, columns: 0..<kernel.columns, on: canvas, color)
            try grid.write(on: canvas, in: context, weight: .medium) { row, column in
                (texts[row * kernel.columns + column], color)
            }
        }
        guard let factor = numbers.factor else { return matrix }
        return .row([.text(try context.set(factor, .label), color), matrix], gap: 4, .center)
    }

    /// A matrix of numbers, each on a cell of a colour, its type as large as the cells allow.
    static func numbers(
        _ texts: [[String]], cell: Size, in context: FigureContext, fill: @escaping (Int, Int) -> Color,
        weight: TextStyle.Weight = .regular
    ) -> Block {
        let columns = texts.first?.count ?? 0
        return Block(Size(width: cell.width * Double(columns), height: cell.height * Double(texts.count))) {
            canvas, origin in
            let grid = CellGrid(rows: texts.count, columns: columns, cell: cell, at: origin)
            grid.fill(on: canvas) { row, column in fill(row, column) }
            grid.rule(on: canvas, context.theme.hairline)
            try grid.write(on: canvas, in: context, weight: weight) { row, column in
                texts[row][column].isEmpty ? nil : (texts[row][column], context.theme.text(on: fill(row, column)))
            }
        }
    }

    /// A picture, a hairline around it.
    static func picture(_ picture: Picture, size: Size, in context: FigureContext, figure: String) -> Block {
        Block(size) { canvas, origin in
            let frame = Rectangle(x: origin.x, y: origin.y, width: size.width, height: size.height)
            try canvas.draw(picture, in: frame, context, figure: figure)
        }
    }

    /// An arrow from left to right.
    static func arrow(length: Double, pointing direction: Direction = .right, in context: FigureContext) -> Block {
        let isDown = direction == .down
        let size = isDown ? Size(width: 8, height: length) : Size(width: length, height: 8)
        return Block(size) { canvas, origin in
            let start = origin + (isDown ? Point(4, 0) : Point(0, 4))
            let end = start + (isDown ? Point(0, length) : Point(length, 0))
            canvas.arrow(from: start, to: end, context.theme.quiet, width: 1)
        }
    }

    /// Where what follows stands.
    enum Direction {
        case right, down
    }

    /// A block with a caption under it, centred, no wider than `width`.
    static func captioned(
        _ block: Block, _ caption: Localized?, _ role: Role = .ink, width: Double, in context: FigureContext
    ) throws -> Block {
        guard let caption else { return block }
        let text = try context.set(caption, .label, width: max(width, block.size.width), alignment: .center)
        return .column([block, .text(text, context.theme.color(role))], gap: 4, .center)
    }
}

extension Kernel {
    /// The kernel's answer where its upper left weight lies on a place of the picture: multiply and add.
    func answer(on image: GrayImage, row: Int, column: Int) -> Double {
        var sum = 0.0
        for i in 0..<rows {
            for j in 0..<columns { sum += Double(self[i, j]) * Double(image[row + i, column + j]) }
        }
        return sum
    }
}
