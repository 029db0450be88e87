import Drawing
import Imaging

/// The products of a kernel and the pixels under it, written out with their sum, terms under terms.
struct Arithmetic {
    let pixels: [[Double]]
    let numbers: KernelNumbers
    let columns: Int
    /// The sum of the products, with the kernel's factor.
    let result: Double

    init(window: GrayImage, kernel: Kernel, row: Int, column: Int) {
        pixels = (0..<kernel.rows).map { i in (0..<kernel.columns).map { j in Double(window[row + i, column + j]) } }
        numbers = KernelNumbers(kernel)
        columns = kernel.columns
        result = kernel.answer(on: window, row: row, column: column)
    }

    private struct Piece {
        let text: TypesetText
        let color: Color
        let x: Double
    }

    func block(width: Double, in context: FigureContext) throws -> Block {
        let theme = context.theme
        let pixelDigits = Digits.needed(for: pixels.joined(), atMost: 1)
        let role = FigureContext.TextRole.label
        func weight(_ row: Int, _ column: Int) -> String {
            let text = context.format.decimal(numbers.weights[row * columns + column], digits: numbers.digits)
            return text.hasPrefix("\u{2212}") ? "(\(text))" : text
        }
        func pixel(_ row: Int, _ column: Int) -> String {
            context.format.decimal(pixels[row][column], digits: pixelDigits)
        }
        let places = pixels.indices.flatMap { row in (0..<columns).map { (row, $0) } }
        let pixelRoom = try places.map { try context.set(pixel($0.0, $0.1), role).width }.max() ?? 0
        let weightRoom = try places.map { try context.set(weight($0.0, $0.1), role).width }.max() ?? 0
        let (times, plus) = (try context.set("×", role), try context.set("+", role))
        let lineHeight = try context.set("0", role).height + 3
        let signRoom = plus.width + 14
        let termRoom = pixelRoom + 3 + times.width + 3 + weightRoom + signRoom
        var lines: [[Piece]] = []
        for row in pixels.indices {
            var line: [Piece] = []
            for column in 0..<columns {
                var x = Double(column) * termRoom
                if row + column > 0 { line.append(Piece(text: plus, color: theme.ink, x: x + 7)) }
                x += signRoom
                let number = try context.set(pixel(row, column), role)
                line.append(Piece(text: number, color: theme.input, x: x + pixelRoom - number.width))
                x += pixelRoom + 3
                line.append(Piece(text: times, color: theme.quiet, x: x))
                x += times.width + 3
                line.append(Piece(text: try context.set(weight(row, column), role), color: theme.kernel, x: x))
            }
            lines.append(line)
        }
        lines.append(try resultLine(in: context, signRoom: signRoom))
        let size = Size(width: termRoom * Double(columns), height: lineHeight * Double(lines.count))
        return Block(size) { canvas, origin in
            for (index, line) in lines.enumerated() {
                for piece in line {
                    let place = origin + Point(piece.x, Double(index) * lineHeight)
                    canvas.draw(piece.text, at: place, .topLeading, color: piece.color)
                }
            }
        }
    }

    private func resultLine(in context: FigureContext, signRoom: Double) throws -> [Piece] {
        let theme = context.theme
        let sum = zip(pixels.joined(), numbers.weights).reduce(0) { $0 + $1.0 * $1.1 }
        var line = [Piece(text: try context.set("=", .label), color: theme.ink, x: 7)]
        var x = signRoom
        if numbers.denominator > 1 {
            let steps = [
                ("\(context.number(sum, atMost: 2)) ", theme.ink), ("× 1/\(numbers.denominator)", theme.kernel),
                ("  =  ", theme.ink),
            ]
            for (words, color) in steps {
                let text = try context.set(words, .label)
                line.append(Piece(text: text, color: color, x: x))
                x += text.width + 3
            }
        }
        let text = try context.set(context.number(result, atMost: 2), .sized(9.5, .semibold))
        return line + [Piece(text: text, color: theme.output, x: x)]
    }
}
