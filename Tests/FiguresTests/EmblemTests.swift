import Drawing
import Languages
import TestSupport
import Testing

@testable import Figures

@Suite("An emblem stands for a figure in a list", .limited)
struct EmblemTests {
    private static let box = Rectangle(x: 0, y: 0, width: 96, height: 72)

    private func transcript(_ figure: any Figure, _ language: Language = .en) throws -> Transcript {
        try FigureRenderer(format: NumberFormat(language)).transcript(figure, title: words("A title", "Un título"))
    }

    @Test("it stays in its box, has no title and no words but numbers", arguments: Sample.all)
    func box(sample: Sample) throws {
        guard let emblem = sample.figure.emblem else { return }
        let drawn = try transcript(emblem)
        #expect(drawn.page.width == 96 && drawn.page.height == 72)
        for mark in drawn.marks {
            #expect(Self.box.inset(-1.5).contains(mark.frame), "\(mark.frame) leaves the box")
        }
        #expect(!drawn.marks.isEmpty || !drawn.labels.isEmpty)
        #expect(drawn.texts.allSatisfy { text in !text.contains { $0.isLetter } }, "\(drawn.texts)")
    }

    @Test("charts that have none are known")
    func lacking() {
        let lacking = Set(Sample.all.filter { $0.figure.emblem == nil }.map { "\(type(of: $0.figure))" })
        #expect(
            lacking.sorted() == [
                "Architecture", "ArrowField", "FlattenDiagram", "GradientTriangles", "LabeledPoints", "OneHot",
                "PolarHistogram", "ProbabilityBars",
            ])
    }

    @Test("numbers keep their colour: a kernel's are orange, a pixel stands on its own grey")
    func colours() throws {
        let kernel = KernelOverlay(window: SamplePictures.edge, kernel: .laplacian8, row: 1, column: 1)
        let drawn = try transcript(try #require(kernel.emblem))
        #expect(drawn.texts.sorted() == ["8"] + Array(repeating: "−1", count: 8))
        let numbers = drawn.marks.filter { if case .text = $0.kind { true } else { false } }
        #expect(numbers.allSatisfy { $0.color == Theme.light.kernel })
        let grid = PixelGrid(SamplePictures.edge)
        #expect(try transcript(try #require(grid.emblem)).texts.count == 9)
    }

    @Test("a strip has the emblems of all parts, those of parts of parts as well, with an arrow between two")
    func strip() throws {
        let grid = PixelGrid(SamplePictures.edge)
        let kernel = KernelOverlay(window: SamplePictures.edge, kernel: .laplacian8, row: 1, column: 1)
        let nested = Composition(.stack, [.init(Composition(.row, [.init(grid), .init(kernel)])), .init(grid)])
        let strip = try transcript(try #require(nested.strip))
        #expect(strip.page.width == 3 * 84 + 2 * 26 && strip.page.height == 84)
        #expect(strip.texts.count == 27)
        #expect(Composition(.row, []).strip == nil)
    }

    @Test("it says nothing of itself, since what stands beside it does")
    func silence() throws {
        let emblem = try #require(PixelGrid(SamplePictures.edge).emblem)
        #expect(emblem.alternative.text(in: NumberFormat(.en)).isEmpty)
    }
}
