import Drawing
import Figures
import Languages
import TestSupport
import Testing

@Suite("What can't be read is not drawn", .limited)
struct LegibilityTests {
    /// Two words whose left sides are half a page apart, and a picture that is a tenth of it.
    private struct Pair: Figure {
        var hasPicture = false
        let alternative = words("Two words in a line.", "Dos palabras en una línea.")
        let data = FigureData(columns: [], rows: [])

        func layout(width: Double, in context: FigureContext) throws -> Block {
            let texts = try ["convolution", "correlation"].map { try context.set($0, .label) }
            return Block(Size(width: width, height: 30)) { canvas, origin in
                for (index, text) in texts.enumerated() {
                    let place = Point(origin.x + Double(index) * width / 2, origin.y)
                    canvas.draw(text, at: place, .topLeading, color: .black)
                }
                if hasPicture {
                    let frame = Rectangle(x: origin.x, y: origin.y + 15, width: width / 10, height: width / 20)
                    try canvas.draw(.init(width: 2, height: 1), in: frame)
                }
            }
        }
    }

    private func draw(_ figure: any Figure, millimetres: Double) throws {
        _ = try FigureRenderer(format: NumberFormat(.en), width: millimetres / 25.4 * 72).transcript(figure)
    }

    @Test("words that cover each other are told, with a width at which they don't")
    func overlap() throws {
        try draw(Pair(), millimetres: 80)
        #expect {
            try draw(Pair(), millimetres: 30)
        } throws: { error in
            guard case FigureError.tooNarrow(_, let needed)? = error as? FigureError else { return false }
            return (34...55).contains(FigureError.millimetres(needed))
        }
    }

    @Test("a picture in which nothing can be seen is told, while the words can still be read")
    func small() throws {
        try draw(Pair(hasPicture: true), millimetres: 90)
        try draw(Pair(), millimetres: 60)
        #expect(throws: FigureError.self) { try draw(Pair(hasPicture: true), millimetres: 60) }
    }
}
