import Drawing
import Imaging
import Languages
import TestSupport
import Testing

@testable import Figures

@Suite("The picture shows it", .limited)
struct ShownTests {
    private let english = FigureRenderer(format: NumberFormat(.en))
    private let theme = Theme.light

    private func marks(_ figure: any Figure) throws -> [Mark] { try english.transcript(figure).marks }

    /// A figure's pixels, and how many there are to a point.
    private func drawn(_ figure: any Figure) throws -> (image: ColorImage, scale: Double) {
        (try PNG.decode(try english.png(figure).bytes), 200.0 / 72)
    }

    /// The colour in the middle of one of the pixels of a picture that is drawn in a frame.
    private func color(
        _ row: Int, _ column: Int, ofRows rows: Int, columns: Int, in frame: Rectangle,
        _ drawn: (image: ColorImage, scale: Double)
    ) -> Color {
        let x = frame.x + (Double(column) + 0.4) * frame.width / Double(columns)
        let y = frame.y + (Double(row) + 0.4) * frame.height / Double(rows)
        let pixel = drawn.image[Int(y * drawn.scale), Int(x * drawn.scale)]
        return Color(
            red: Double(pixel.red) / 255, green: Double(pixel.green) / 255, blue: Double(pixel.blue) / 255)
    }

    private func isAlike(_ first: Color, _ second: Color) -> Bool { first.distance(to: second) < 0.02 }

    // MARK: Details

    /// An edge that a blur spreads, far from a spot that is stronger than anything in the window.
    private static let edge: GrayImage = {
        var image = GrayImage(width: 60, height: 30, repeating: 180)
        for row in 0..<30 { for column in 0..<20 { image[row, column] = 20 } }
        image[29, 59] = 255
        return image
    }()
    private static let window = Detail(rows: 4..<10, columns: 15..<25)

    @Test("a blur is seen in its detail: the same window before and after, each pixel six points wide or more")
    func blur() throws {
        let blurred = Self.edge.correlated(with: SamplePictures.box, border: .replicate)
        let figure = BeforeAfter(.gray(Self.edge), SamplePictures.box, .gray(blurred), detail: Self.window)
        let images = try marks(figure).filter { $0.kind == .image }.map(\.frame)
        #expect(images.count == 4)
        let (before, after) = (images[1], images[3])
        #expect(before.size == after.size && abs(before.y - after.y) < 0.5)
        #expect(before.width / 10 >= 6)
        let page = try drawn(figure)
        func shades(_ frame: Rectangle) -> [Color] {
            (0..<10).map { color(2, $0, ofRows: 6, columns: 10, in: frame, page) }
        }
        func count(_ shades: [Color]) -> Int {
            shades.reduce(into: [Color]()) { found, shade in
                if !found.contains(where: { isAlike($0, shade) }) { found.append(shade) }
            }.count
        }
        #expect(count(shades(before)) == 2, "a step")
        #expect(count(shades(after)) == 4, "a ramp of two more greys")
    }

    @Test("a detail has the colours of the whole picture, not a scale of its own")
    func scaleOfDetails() throws {
        var map = GrayImage(width: 40, height: 20)
        map[19, 39] = 8
        map[5, 5] = 2
        map[5, 6] = -4
        let figure = Pictures([.init(.signed(map))], detail: Detail(rows: 4..<7, columns: 4..<9))
        let frame = try #require(try marks(figure).filter { $0.kind == .image }.map(\.frame).dropFirst().first)
        let page = try drawn(figure)
        let colors = ColorMap.diverging(isDark: false, middle: theme.paper)
        for (column, share) in [(0, 0.5), (1, 0.5 + 0.125), (2, 0.5 - 0.25)] {
            #expect(isAlike(color(1, column, ofRows: 3, columns: 5, in: frame, page), colors[share]))
        }
    }

    @Test("the window is framed in the picture where its pixels lie")
    func frameOfDetails() throws {
        let marks = try marks(Pictures([.init(.gray(Self.edge))], detail: Self.window))
        let picture = try #require(marks.first { $0.kind == .image }).frame
        let frame = try #require(
            marks.first { $0.kind == .stroke && $0.color == theme.ink && $0.frame.width < picture.width / 2 }
        ).frame
        let cell = picture.width / 60
        #expect(abs(frame.midX - (picture.x + 20 * cell)) < 1.5 && abs(frame.midY - (picture.y + 7 * cell)) < 1.5)
        #expect(abs(frame.width - 10 * cell) < 3 && abs(frame.height - 6 * cell) < 3)
    }

    @Test("on a narrow page the details share the width, larger than the pictures")
    func narrow() throws {
        let figure = BeforeAfter(.gray(Self.edge), SamplePictures.sobelX, .gray(Self.edge), detail: Self.window)
        let renderer = FigureRenderer(format: NumberFormat(.en), width: 84 / 25.4 * 72)
        let widths = try renderer.transcript(figure).marks.filter { $0.kind == .image }.map(\.frame.width)
        #expect(widths.count == 4)
        #expect(widths.filter { $0 > 90 }.count == 2 && widths.filter { $0 < 60 }.count == 2)
    }

    @Test("a window outside of a picture is refused in words")
    func outside() {
        let figure = Pictures([.init(.gray(Self.edge))], detail: Detail(rows: 25..<31, columns: 0..<4))
        let error = caught(FigureError.self) { try english.transcript(figure) }
        #expect(error == .outOfRange(figure: "A row of pictures", what: "a detail", value: 31))
    }

    // MARK: Colours that use their range

    @Test("one mistake of a thousand and eleven differ at a glance, and for eyes without red or green cones")
    func confusion() throws {
        var counts = (0..<10).map { row in (0..<10).map { $0 == row ? 980 : 0 } }
        counts[3][5] = 11
        counts[4][9] = 1
        counts[7][2] = 5
        let figure = ConfusionChart(counts: counts, classes: (0..<10).map { Localized(same: "\($0)") })
        let fills = try marks(figure).filter { $0.kind == .fill }.compactMap(\.color)
        let (one, five, eleven) = (fills[49], fills[72], fills[35])
        for (first, second) in [(one, eleven), (one, five), (five, eleven), (theme.paper, one)] {
            #expect(first.distance(to: second) > 0.06)
            for eyes in [ColorVision.protanopia, .deuteranopia] {
                #expect(eyes.seen(first).distance(to: eyes.seen(second)) > 0.05)
            }
        }
        #expect(isAlike(eleven, theme.error), "the most frequent mistake has all of its colour")
    }

    @Test("a single mistake of a thousand is not painted like a catastrophe")
    func single() throws {
        let figure = ConfusionChart(
            counts: [[999, 1], [0, 1000]], classes: [words("a", "a"), words("b", "b")])
        let fill = try #require(try marks(figure).filter { $0.kind == .fill }.compactMap(\.color).dropFirst().first)
        #expect(fill.distance(to: theme.error) > 0.1)
    }

    @Test("no two of four windows look alike, winners or not, for any eyes", arguments: [Theme.light, .dark])
    func windows(theme: Theme) throws {
        let grid = GrayImage(rows: [[1, 3, 2, 1], [4, 8, 0, 5], [7, 2, 9, 4], [0, 6, 3, 6]])
        let marks = try FigureRenderer(format: NumberFormat(.en), theme: theme).transcript(PoolingDiagram(grid)).marks
        let fills = marks.filter { $0.kind == .fill }.compactMap(\.color)
        let (losers, winners) = ([fills[0], fills[2], fills[13], fills[15]], Array(fills[16..<20]))
        for colors in [losers, winners] {
            for first in 0..<4 {
                for second in first + 1..<4 {
                    for eyes in [ColorVision.protanopia, .deuteranopia] {
                        let distance = eyes.seen(colors[first]).distance(to: eyes.seen(colors[second]))
                        #expect(distance > 0.03, "windows \(first) and \(second)")
                    }
                }
            }
        }
    }

    // MARK: Shapes beside colours

    @Test("a wrong answer is hatched, the true class a full bar, the rest thin: no colour is needed")
    func probabilities() throws {
        let item = ProbabilityBars.Item(
            .gray(SamplePictures.digit(1)), probabilities: [0.5, 0.3, 0.2], truth: 1)
        let figure = ProbabilityBars([item], classes: ["a", "b", "c"].map { Localized(same: Phrase($0)) }, columns: 1)
        let bars = try marks(figure).filter { $0.kind == .fill && $0.frame.width > 20 }
        #expect(bars.count == 3)
        let page = try drawn(figure)
        func tones(_ bar: Rectangle) -> Int {
            let row = Int(bar.midY * page.scale)
            let pixels = (Int((bar.minX + 2) * page.scale)..<Int((bar.maxX - 2) * page.scale)).map {
                page.image[row, $0].green / 32
            }
            return Set(pixels).count
        }
        #expect(tones(bars[0].frame) > 2 && tones(bars[1].frame) == 1 && tones(bars[2].frame) == 1)
        #expect(bars[2].frame.height < bars[1].frame.height * 0.6)
        #expect(abs(bars[0].frame.height - bars[1].frame.height) < 0.5)
    }

    // MARK: Dots

    private func dots(_ values: [[Double]], _ intervals: [ClosedRange<Double>]? = nil) -> CategoryDots {
        CategoryDots(
            categories: values[0].indices.map { Localized(same: "class \($0)") },
            series: zip(values, [Role.input, .output]).map {
                .init(name: words("series", "serie"), values: $0, intervals: intervals, role: $1)
            })
    }

    @Test("dots of one category stand side by side, even where they are equally high, each in a shape of its own")
    func equal() throws {
        let marks = try marks(dots([[0.97, 0.99], [0.97, 0.98]]))
        let inputs = marks.filter { $0.kind == .fill && $0.color == theme.input }.map(\.frame).dropFirst()
        let outputs = marks.filter { $0.kind == .stroke && $0.color == theme.output }.map(\.frame).dropFirst()
        #expect(inputs.count == 2 && outputs.count == 2)
        let (disk, ring) = try (#require(inputs.first), #require(outputs.first))
        #expect(abs(disk.midY - ring.midY) < 0.5 && ring.minX > disk.maxX)
    }

    @Test("two hundredths of a share are half of the height that the dots have: the axis is spent on what differs")
    func range() throws {
        let marks = try marks(dots([[0.97, 0.99], [0.95, 0.97]]))
        let disks = marks.filter { $0.kind == .fill && $0.color == theme.input }.map(\.frame).dropFirst()
        let heights = disks.map(\.midY)
        #expect(abs(heights[0] - heights[1]) > 60)
    }

    @Test("a whisker reaches from the lower end of its interval to the upper")
    func whiskers() throws {
        let figure = CategoryDots(
            categories: [Localized(same: "a"), Localized(same: "b")],
            series: [.init(values: [2, 6], intervals: [1...4, nil])])
        let marks = try marks(figure)
        let disks = marks.filter { $0.kind == .fill && $0.color == theme.input }.map(\.frame)
        let whisker = try #require(
            marks.first { $0.kind == .stroke && $0.color == theme.input && $0.frame.height > 5 }
        ).frame
        let unit = (disks[0].midY - disks[1].midY) / 4
        #expect(abs(whisker.height - 3 * unit) < 1)
        #expect(abs(whisker.minY - (disks[0].midY - 2 * unit)) < 1)
        #expect(figure.table?.rows[0].suffix(2) == [.number(1), .number(4)])
    }

    @Test("every category has its name under its dots, not every second one a number")
    func names() throws {
        let labels = try english.transcript(dots([[1, 2, 3, 4, 5, 6, 7], [2, 3, 4, 5, 6, 7, 8]])).texts
        #expect((0..<7).allSatisfy { labels.contains("class \($0)") || labels.contains("class\n\($0)") })
    }

    // MARK: Maps

    @Test("a kernel's map and what pooling leaves of it stand under it, each column on a scale of its own")
    func kernelMaps() throws {
        let loud = GrayImage(rows: [[0, 90, 0, 0], [0, 0, 0, 30], [0, 0, 0, 0], [60, 0, 0, 0]])
        let quiet = loud.map { $0 / 100 }
        let channels = [loud, quiet].map {
            KernelMaps.Channel(
                name: Localized(same: "1"), kernel: GrayImage(rows: [[1, -1], [2, -2]]), map: $0,
                pooled: $0.maxPooled(window: 2, stride: 2))
        }
        let figure = KernelMaps(
            channels,
            names: .init(
                kernel: words("kernel", "núcleo"), map: words("map", "mapa"), pooled: words("pooled", "agrupado"),
                largest: words("largest", "mayor")))
        let frames = try marks(figure).filter { $0.kind == .image }.map(\.frame)
        #expect(frames.count == 6)
        for column in 0..<2 {
            #expect(frames[column].midX == frames[2 + column].midX && frames[column].midX == frames[4 + column].midX)
            #expect(frames[column].maxY < frames[2 + column].minY && frames[2 + column].maxY < frames[4 + column].minY)
        }
        let page = try drawn(figure)
        for column in 0..<2 {
            #expect(isAlike(color(0, 1, ofRows: 4, columns: 4, in: frames[2 + column], page), ColorMap.cividis[1]))
            #expect(isAlike(color(0, 0, ofRows: 2, columns: 2, in: frames[4 + column], page), ColorMap.cividis[1]))
            let third = color(0, 1, ofRows: 2, columns: 2, in: frames[4 + column], page)
            #expect(isAlike(third, ColorMap.cividis[1.0 / 3]))
        }
        #expect(try english.transcript(figure).texts.suffix(2) == ["90.00", "0.90"])
    }

    @Test("an outline lies on the pixels that it is about")
    func outline() throws {
        var shape = GrayImage(width: 10, height: 10)
        for row in 3..<6 { for column in 2..<8 { shape[row, column] = 200 } }
        let figure = ImageGrid(
            [.init(.signed(GrayImage(width: 10, height: 10, repeating: -1)), outline: shape)], columns: 1)
        let marks = try marks(figure)
        let picture = try #require(marks.first { $0.kind == .image }).frame
        let line = try #require(marks.last { $0.kind == .stroke && $0.color == theme.ink }).frame
        let cell = picture.width / 10
        // The line at half of the height runs half a pixel outside of the middles of the outermost pixels.
        #expect(abs(line.midX - (picture.x + 5 * cell)) < 0.6 && abs(line.midY - (picture.y + 4.5 * cell)) < 0.6)
        #expect(abs(line.width - 6 * cell) < 1.5 && abs(line.height - 3 * cell) < 1.5)
    }

    // MARK: Networks

    @Test("in a network's blocks faces are to scale, and vectors grow with the root of their length, as captions say")
    func architecture() throws {
        func network(_ lengths: [Int]) -> Architecture {
            Architecture(
                [28, 14].map {
                    .init(name: words("map", "mapa"), shape: "", height: $0, width: $0, channels: 1, kind: .input)
                }
                    + lengths.map {
                        .init(name: words("vector", "vector"), shape: "", channels: $0, kind: .weighted)
                    })
        }
        // Lengths whose roots are evenly spaced, short ones and such as would leave the page.
        for lengths in [[100, 400, 900], [10_000, 40_000, 90_000]] {
            let marks = try marks(network(lengths))
            let bars = marks.filter { $0.kind == .fill && $0.color == theme.tint(.kernel, 0.24) }.map(\.frame.height)
            #expect(bars.count == 3)
            #expect(abs((bars[2] - bars[1]) - (bars[1] - bars[0])) < 0.5 && bars[1] - bars[0] > 10)
            let faces = marks.filter { $0.kind == .fill && $0.color == theme.tint(.input, 0.24) }.map(\.frame.width)
            #expect(faces.count == 2 && abs(faces[0] / faces[1] - 2) < 0.01)
        }
    }
}
