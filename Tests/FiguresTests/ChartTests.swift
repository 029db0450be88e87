import Drawing
import Figures
import Imaging
import Languages
import TestSupport
import Testing

@Suite("What charts draw", .limited)
struct ChartTests {
    private let english = FigureRenderer(format: NumberFormat(.en))
    private let theme = Theme.light

    private func marks(_ figure: any Figure, _ kind: Mark.Kind, _ color: Color) throws -> [Mark] {
        try english.transcript(figure).marks.filter { $0.kind == kind && $0.color == color }
    }

    @Test("a kernel overlay writes nine products in blue and orange, and their sum in teal")
    func overlay() throws {
        let figure = KernelOverlay(window: SamplePictures.similar, kernel: SamplePictures.laplacian, row: 1, column: 1)
        let transcript = try english.transcript(figure)
        func texts(_ color: Color) -> [String] {
            transcript.marks.compactMap {
                if $0.color == color, case .text(let text) = $0.kind { text } else { nil }
            }
        }
        #expect(texts(theme.input) == ["picture", "99", "104", "101", "98", "100", "103", "97", "102", "105"])
        #expect(texts(theme.kernel).filter { $0 == "(−1)" }.count == 8)
        #expect(texts(theme.output) == ["new pixel", "−9"])
        let result = try #require(transcript.marks.first { $0.kind == .fill && $0.color == theme.output })
        #expect(transcript.labels.contains { $0.text == "−9" && result.frame.contains($0.frame) })
    }

    @Test("a kernel's frame lies exactly on the cells that it covers, in orange pixels")
    func overlayFrame() throws {
        let figure = KernelOverlay(window: SamplePictures.window, kernel: SamplePictures.identity, row: 2, column: 4)
        let transcript = try english.transcript(figure)
        let covered = ["133", "126", "120", "132", "122", "128", "127"]
        let frame = try #require(transcript.marks.first { $0.kind == .stroke && $0.color == theme.kernel }).frame
        let inside = transcript.labels.filter { frame.contains($0.frame) && Int($0.text) != nil }
        #expect(inside.count == 9)
        #expect(inside.allSatisfy { covered.contains($0.text) })
        let image = try PNG.decode(try english.png(figure).bytes)
        let scale = 200.0 / 72
        let pixel = image[Int(frame.midY * scale), Int((frame.minX + 1) * scale)]
        #expect((pixel.red, pixel.green, pixel.blue) == (0xb8, 0x56, 0x0f))
    }

    @Test("six positions of a kernel fill the new picture with the answers of the course")
    func slide() throws {
        let figure = KernelSlide(
            window: SamplePictures.window, kernel: SamplePictures.identity, row: 1, columns: Array(1...6))
        #expect(try marks(figure, .fill, theme.output).count == 6)
        let last = try #require(try marks(figure, .fill, theme.output).last).frame
        let texts = try english.transcript(figure).labels.filter { abs($0.frame.midY - last.midY) < 4 }
        #expect(texts.map(\.text).suffix(6) == ["137", "137", "133", "126", "120", "118"])
    }

    @Test("the frames of a sliding kernel are of one size; each holds what the one before held, and one number more")
    func frames() throws {
        let figure = KernelSlide(
            window: SamplePictures.window, kernel: SamplePictures.identity, row: 1, columns: Array(1...6))
        let pages = try figure.frames.map { try english.transcript($0) }
        #expect(pages.count == 6 && Set(pages.map(\.page)).count == 1)
        let numbers = pages.map { $0.texts.suffix($0.texts.count - pages[0].texts.count + 1) }
        for (before, after) in zip(numbers, numbers.dropFirst()) { #expect(after.starts(with: before)) }
        #expect(numbers.last.map(Array.init) == ["137", "137", "133", "126", "120", "118"])
    }

    @Test("pixels stay crisp squares: every colour of an enlarged picture is one of its own")
    func nearest() throws {
        let picture = GrayImage(rows: [[0, 255, 0], [255, 0, 255]])
        let image = try PNG.decode(try english.png(Pictures([.init(.gray(picture))])).bytes)
        let (row, column) = (image.height / 4, image.width / 8)
        let tones = Set((0..<(image.width / 2)).map { image[row, column + $0].red })
        #expect(tones.isSubset(of: [0, 255, 0xd9, 0xfd]))
    }

    @Test("pictures to scale keep one pixel's size, from picture to picture")
    func toScale() throws {
        let figure = Pictures(
            [40, 20, 10].map { .init(.gray(GrayImage(width: $0, height: $0))) }, toScale: true, arrows: true)
        let frames = try english.transcript(figure).marks.filter { $0.kind == .image }.map(\.frame.width)
        #expect(frames.count == 3)
        #expect(abs(frames[0] / frames[1] - 2) < 0.1 && abs(frames[1] / frames[2] - 2) < 0.1)
    }

    @Test("signed pictures share a scale with zero in the paper's colour, or have each their own")
    func scales() throws {
        let pictures: [Pictures.Panel] = [[2, -8], [1, 0.5]].map { .init(.signed(GrayImage(rows: [$0]))) }
        let shared = try english.transcript(Pictures(pictures)).texts
        #expect(shared == ["−8", "0", "8"])
        let own = try english.transcript(Pictures(pictures, scale: .own)).texts
        #expect(own == ["−8", "0", "8", "−1", "0", "1"])
    }

    @Test("labels of right and wrong predictions are teal and crimson")
    func labels() throws {
        let item = Picture.gray(SamplePictures.digit(1))
        let grid = ImageGrid(
            [.init(item, label: words("4", "4"), role: .output), .init(item, label: words("9", "9"), role: .error)],
            columns: 2)
        #expect(try marks(grid, .text("4"), theme.output).count == 1)
        #expect(try marks(grid, .text("9"), theme.error).count == 1)
    }

    @Test("bars are as high as their values and carry their numbers")
    func bars() throws {
        let figure = Bars(categories: [words("a", "a"), words("b", "b")], series: [.init(values: [4, 1])])
        let frames = try marks(figure, .fill, theme.input).map(\.frame)
        #expect(abs(frames[0].height / frames[1].height - 4) < 0.05)
        #expect(frames[0].maxY == frames[1].maxY)
        #expect(try Set(english.transcript(figure).texts) == ["a", "b", "4", "1"])
    }

    @Test(
        "a histogram's bins without a value have no bar, on both kinds of axis",
        arguments: [HistogramChart.CountAxis.linear, .log])
    func histogram(axis: HistogramChart.CountAxis) throws {
        let figure = HistogramChart([.init(edges: [0, 1, 2, 3], counts: [10, 0, 1], axis: axis)])
        let bars = try marks(figure, .fill, theme.input)
        #expect(bars.count == 2)
        #expect(bars[0].frame.height > bars[1].frame.height && bars[1].frame.height > 1)
    }

    @Test("validation is drawn dashed and violet, and named at its end")
    func curves() throws {
        let name = words("validation", "validación")
        let figure = Curves([.init(series: [.init(name: name, y: [1, 2, 3], role: .validation)])])
        let line = try #require(try marks(figure, .stroke, theme.validation).first).frame
        let label = try #require(try marks(figure, .text("validation"), theme.validation).first).frame
        #expect(label.minX > line.maxX)
        #expect(abs(label.midY - line.minY) < 4)
    }

    @Test("a confusion matrix is teal on its diagonal; its mistakes are crimson by their share of the row")
    func confusion() throws {
        let figure = ConfusionChart(counts: [[90, 10], [1, 99]], classes: [words("a", "a"), words("b", "b")])
        let fills = try english.transcript(figure).marks.filter { $0.kind == .fill }.compactMap(\.color)
        #expect(fills.count == 4)
        #expect(fills[0] == theme.tint(.output, 0.25 + 0.75 * 0.9))
        #expect(fills[1].contrast(with: theme.paper) > fills[2].contrast(with: theme.paper))
        #expect(
            figure.alternative.text(in: NumberFormat(.en)).hasSuffix(
                "The most frequent mistake: a taken for b, 10 times."))
    }

    @Test("mistakes that are equally frequent are all told in words, and counted where they are many")
    func tiedConfusion() {
        let names = ["a", "b", "c"].map { words($0, $0) }
        func told(_ counts: [[Int]], _ names: [Localized], _ language: Language) -> String {
            ConfusionChart(counts: counts, classes: names).alternative.text(in: NumberFormat(language))
        }
        let tied = [[9, 2, 0], [0, 9, 1], [2, 0, 9]]
        #expect(
            told(tied, names, .en).hasSuffix("The most frequent mistakes, twice each: a taken for b and c taken for a.")
        )
        #expect(
            told(tied, names, .es).hasSuffix(
                "Los errores más frecuentes, 2 veces cada uno: confundir a con b y confundir c con a."))
        #expect(!told([[9, 0], [0, 9]], Array(names.prefix(2)), .en).contains("mistake"))
        let many = (0..<4).map { row in (0..<4).map { $0 == row ? 9 : 1 } }
        #expect(
            told(many, ["a", "b", "c", "d"].map { words($0, $0) }, .en)
                .hasSuffix("12 mistakes are the most frequent, once each."))
    }

    @Test("the fullest bin of a histogram is told with as many decimals as tell its ends apart")
    func narrowBins() {
        func told(_ edges: [Double]) -> String {
            HistogramChart([.init(edges: edges, counts: [1, 3, 2])]).alternative.text(in: NumberFormat(.en))
        }
        #expect(told([0.0090, 0.0101, 0.0112, 0.0123]).contains("from 0.010 to 0.011"))
        #expect(told([0, 5.12, 10.24, 15.36]).contains("from 5.12 to 10.24"))
        #expect(told([0, 1, 2, 3]).contains("from 1 to 2"))
    }

    @Test(
        "max pooling marks the number that each window passes on", arguments: [PoolingDiagram.Kind.maximum, .average])
    func pooling(kind: PoolingDiagram.Kind) throws {
        let map = GrayImage(rows: [[1, 3, 2, 1], [4, 6, 5, 0], [3, 1, 1, 0], [1, 2, 2, 4]])
        let texts = try english.transcript(PoolingDiagram(map, kind: kind)).texts.suffix(4)
        #expect(Array(texts) == (kind == .maximum ? ["6", "5", "3", "4"] : ["3.50", "2.00", "1.75", "1.75"]))
    }

    @Test("numbers in narrow cells lose decimals before they are left out")
    func narrowNumbers() throws {
        let row = (0..<12).map { 200.25 + Float($0) }
        let texts = try english.transcript(PixelGrid(GrayImage(rows: [row]))).texts
        #expect(texts.first == "200.25" || texts.first == "200.2")
        let half = Composition(
            .row, [.init(PixelGrid(GrayImage(rows: [row]))), .init(PixelGrid(GrayImage(rows: [[1]])))])
        #expect(try english.transcript(half).texts.first == "200")
    }

    @Test("a line has gaps where a value is missing, and a point where one stands alone")
    func gaps() throws {
        let figure = Curves([.init(series: [.init(y: [1, .nan, 2, 3], role: .input)])])
        #expect(try marks(figure, .fill, theme.input).count == 1)
        let line = try #require(try marks(figure, .stroke, theme.input).first).frame
        let point = try #require(try marks(figure, .fill, theme.input).first).frame
        #expect(point.maxX < line.minX)
    }

    @Test("a map of nothing but zeros is dark, or paper where values have signs")
    func zeros() throws {
        let zeros = GrayImage(width: 3, height: 3)
        func middle(_ figure: any Figure) throws -> [UInt8] {
            let image = try PNG.decode(try FigureRenderer(format: NumberFormat(.en), dpi: 36).png(figure).bytes)
            let pixel = image[10, 10]
            return [pixel.red, pixel.green, pixel.blue]
        }
        #expect(try middle(ValueMap(zeros, .magnitude())) == [0, 34, 78])
        #expect(try middle(ValueMap(zeros, .signed())) == [0xfd, 0xfc, 0xf8])
        #expect(try english.transcript(ValueMap(zeros, .magnitude())).texts == ["0"])
    }

    @Test("the sector of a common angle has it in its middle")
    func polar() {
        let chart = PolarHistogram(
            angles: [0, 0.01, -0.01, .pi / 2, .pi, -.pi, .nan], weights: [1, 1, 1, 2, 4, 4, 9], sectors: 8)
        #expect(chart.weights == [8, 0, 0, 0, 3, 0, 2, 0])
    }
}
