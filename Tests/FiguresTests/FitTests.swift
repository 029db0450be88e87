import Drawing
import Figures
import Imaging
import Languages
import TestSupport
import Testing

@Suite("A figure that is to fill a box", .limited)
struct FitTests {
    private static let title = words("A title that says what to see", "Un título que dice qué mirar")

    private func transcript(
        _ sample: Sample, in box: FigureBox, theme: Theme = .light, _ language: Language = .es
    ) throws -> Transcript {
        try FigureRenderer(format: NumberFormat(language), theme: theme, box: box)
            .transcript(sample.figure, title: Self.title)
    }

    private func area(of box: FigureBox, _ height: Double) -> Rectangle {
        Rectangle(x: 0, y: 0, width: box.width, height: height)
    }

    /// All but seven hundred numbers, which no slide shows.
    private static let fitting = Sample.all.filter { $0.name != "grid-28" }

    @Test(
        "has a slide's own size, keeps its words apart and on it, and none is smaller than 18 of 1,080 lines",
        arguments: Self.fitting, [FigureBox.wideSlide, .squareSlide])
    func slides(sample: Sample, box: FigureBox) throws {
        for theme in [Theme.light, .projector] {
            let drawn = try transcript(sample, in: box, theme: theme)
            #expect(drawn.page == Size(width: box.width, height: 540))
            check(drawn, on: area(of: box, 540), leastType: 9)
        }
    }

    /// Those that show more than one thing.
    private static let several = fitting.filter { !$0.name.hasSuffix("-one") }

    @Test("covers seven tenths of a side of a slide, and more", arguments: Self.several)
    func filled(sample: Sample) throws {
        let frames = try transcript(sample, in: .wideSlide).marks.map(\.frame).filter { $0.width < 959 }
        let width = (frames.map(\.maxX).max() ?? 0) - (frames.map(\.minX).min() ?? 0)
        let height = (frames.map(\.maxY).max() ?? 0) - (frames.map(\.minY).min() ?? 0)
        #expect(max(width / 960, height / 540) > 0.7, "\(width) x \(height)")
    }

    @Test(
        "is as wide as a column, a page or a telephone and no higher, or says that it can't be read there",
        arguments: Sample.all, [FigureBox.column, .page, .phone])
    func columns(sample: Sample, box: FigureBox) throws {
        let drawn: Transcript
        do {
            drawn = try transcript(sample, in: box)
        } catch FigureError.misfit(let name) {
            #expect(name == box.name)
            return
        }
        #expect(drawn.page.width == box.width && drawn.page.height <= box.height + 0.01)
        check(drawn, on: area(of: box, drawn.page.height), leastType: box.leastType)
    }

    @Test("most of them can be read on a telephone")
    func phones() throws {
        let misfits = Sample.all.filter { (try? transcript($0, in: .phone)) == nil }
        #expect(misfits.count * 2 < Sample.all.count, "\(misfits.map(\.name))")
    }

    private func check(_ drawn: Transcript, on page: Rectangle, leastType: Double) {
        let unreadable = drawn.unreadableLabels(on: page, leastType: leastType)
        #expect(unreadable.isEmpty, "\(unreadable)")
    }

    @Test("no box that is too small for a figure gets one")
    func misfit() throws {
        let box = FigureBox(name: "40x40mm", width: 113, height: 113, isWhole: true, leastType: 9)
        let misfits = Sample.all.filter { sample in
            do {
                _ = try transcript(sample, in: box)
                return false
            } catch {
                return (error as? FigureError) == .misfit(box: "40x40mm")
            }
        }
        #expect(!misfits.isEmpty)
    }

    /// A word that is much longer in Spanish.
    private struct Word: Figure {
        let alternative = words("A word.", "Una palabra.")
        let data = FigureData(columns: [], rows: [])

        func layout(width: Double, in context: FigureContext) throws -> Block {
            let text = Localized(en: "short", es: Phrase(String(repeating: "extraordinariamente", count: 12)))
            return .text(try context.set(text, .label), context.theme.ink)
        }
    }

    @Test("one that can't be read in a language is drawn for those who read another")
    func languages() throws {
        func png(_ language: Language) throws -> RenderedFigure {
            try FigureRenderer(format: NumberFormat(language), dpi: 40, box: .phone)
                .png(Word(), comparing: [.en, .es])
        }
        #expect(try !png(.en).isSameInEveryLanguage)
        #expect(throws: FigureError.misfit(box: "phone")) { try png(.es) }
    }

    @Test("is the same picture, enlarged, whatever the pixels of the slide")
    func pixels() throws {
        let sample = try #require(Sample.all.first)
        func png(_ width: Double, dpi: Int) throws -> RenderedFigure {
            let box = FigureBox(
                name: "x", width: width, height: width * 9 / 16, isWhole: true, leastType: width * 9 / 960)
            return try FigureRenderer(format: NumberFormat(.en), dpi: dpi, box: box).png(sample.figure)
        }
        let small = try png(960, dpi: 72)
        #expect((small.width, small.height) == (960, 540))
        let large = try png(1_920 * 72 / 200, dpi: 200)
        #expect((large.width, large.height) == (1_920, 1_080))
    }
}

@Suite("A figure on another paper", .limited)
struct PaperTests {
    private let figure = PixelGrid(GrayImage(rows: [[1, 2], [3, 4]]))

    private func corner(_ theme: Theme) throws -> [UInt8] {
        let bytes = try FigureRenderer(format: NumberFormat(.en), theme: theme, dpi: 40).png(figure).bytes
        let pixel = try PNG.decode(bytes)[0, 0]
        return [pixel.red, pixel.green, pixel.blue]
    }

    @Test("white is white, cream is the course's paper, in light, print and for a projector")
    func light() throws {
        for theme in [Theme.light, .print, .projector] {
            #expect(try corner(#require(theme.on(.white))) == [255, 255, 255])
            #expect(try corner(#require(theme.on(.cream))) == [0xfd, 0xfc, 0xf8])
        }
    }

    @Test("what is drawn for dark paper can't be seen on a light one")
    func dark() {
        #expect(Theme.dark.on(.white) == nil && Theme.dark.on(.cream) == nil && Theme.dark.on(.none) != nil)
    }

    @Test("without paper a slide shines through, in pixels and in SVG")
    func none() throws {
        for theme in Theme.all {
            let bare = try #require(theme.on(.none))
            let renderer = FigureRenderer(format: NumberFormat(.en), theme: bare, dpi: 40)
            let bytes = try renderer.png(figure).bytes
            #expect(try PNG.decode(bytes)[0, 0].alpha == 0)
            let svg = try String(decoding: renderer.document(.svg, figure).bytes, as: UTF8.self)
            let page = try String(
                decoding: FigureRenderer(format: NumberFormat(.en), theme: theme).document(.svg, figure).bytes,
                as: UTF8.self)
            #expect(page.contains("d=\"M0 0h") && !svg.contains("d=\"M0 0h"))
        }
    }
}
