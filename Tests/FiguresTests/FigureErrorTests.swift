import Figures
import Imaging
import Languages
import TestSupport
import Testing

@Suite("What can't be drawn says why", .limited)
struct FigureErrorTests {
    private static let bad = GrayImage(rows: [[1, .nan], [.infinity, 0]])
    private static let none = GrayImage(width: 0, height: 0)
    private static let name = Localized(same: "a")
    private static let kernel = SamplePictures.identity

    private static func contours(_ heights: [[Double]], walk: [Double] = [0]) -> ContourTrajectories {
        ContourTrajectories(
            heights: heights, x: 0...1, y: 0...1, levels: [2],
            trajectories: [.init(name: name, x: walk, y: walk, role: .ink)])
    }

    private static let cases: [(String, any Figure)] = [
        ("empty grid", PixelGrid(none)),
        ("grid of NaN", PixelGrid(bad)),
        ("grid with too few labels", PixelGrid(SamplePictures.similar, rowLabels: [name])),
        (
            "frame outside",
            PixelGrid(SamplePictures.similar, frames: [.init(rows: 2..<4, columns: 0..<1, role: .kernel)])
        ),
        (
            "negative frame",
            PixelGrid(SamplePictures.similar, frames: [.init(rows: -1..<1, columns: 0..<1, role: .kernel)])
        ),
        ("kernel over the border", KernelOverlay(window: SamplePictures.similar, kernel: kernel, row: 0, column: 1)),
        ("kernel far outside", KernelOverlay(window: SamplePictures.similar, kernel: kernel, row: 1, column: 1_000)),
        ("kernel on nothing", KernelOverlay(window: none, kernel: kernel, row: 1, column: 1)),
        ("kernel on NaN", KernelOverlay(window: bad, kernel: Kernel(id: "one", [[1]]), row: 0, column: 0)),
        ("slide without position", KernelSlide(window: SamplePictures.similar, kernel: kernel, row: 1, columns: [])),
        (
            "slide over the border",
            KernelSlide(window: SamplePictures.similar, kernel: kernel, row: 1, columns: [1, 2])
        ),
        (
            "slide on a picture too small",
            KernelSlide(window: GrayImage(rows: [[1]]), kernel: kernel, row: 1, columns: [1])
        ),
        ("an animation without frames", Frames([])),
        ("before nothing", BeforeAfter([])),
        ("before an empty picture", BeforeAfter(.gray(none), kernel, .gray(none))),
        ("no pictures", Pictures([])),
        ("picture of NaN", Pictures([.init(.gray(bad))])),
        ("signed picture of NaN", ValueMap(bad, .signed())),
        (
            "picture's frame outside",
            Pictures([.init(.gray(SamplePictures.similar), frames: [.init(rows: 0..<9, columns: 0..<1)])])
        ),
        ("angles without strengths", AngleMap(angles: SamplePictures.similar, strength: GrayImage(rows: [[1]]))),
        ("empty magnitude", ValueMap(none, .magnitude())),
        ("no runs", RunsChart(categories: [name], series: [.init(runs: [[]], intervals: [nil])])),
        ("runs without intervals", RunsChart(categories: [name], series: [.init(runs: [[1]], intervals: [])])),
        ("runs of NaN", RunsChart(categories: [name], series: [.init(runs: [[.nan]], intervals: [nil])])),
        (
            "an interval without end",
            RunsChart(categories: [name], series: [.init(runs: [[1]], intervals: [1...Double.infinity])])
        ),
        ("no images", ImageGrid([], columns: 3)),
        ("gradient of another size", ArrowField(over: SamplePictures.similar, x: bad, y: bad)),
        ("polar without sectors", PolarHistogram(weights: [])),
        ("polar with a negative sector", PolarHistogram(weights: [1, -1])),
        ("no triangles", GradientTriangles([])),
        (
            "triangle of infinity",
            GradientTriangles([.init(patch: SamplePictures.similar, x: .infinity, y: 0, caption: name)])
        ),
        ("no layers", NetworkGraph([])),
        ("a layer of nothing", NetworkGraph([.init(count: 0)])),
        ("weights of another network", NetworkGraph([.init(count: 2), .init(units: [.init()], weights: [[1]])])),
        ("weight of NaN", NetworkGraph([.init(count: 1), .init(units: [.init()], weights: [[.nan]])])),
        ("no points", LabeledPoints([])),
        ("a point of NaN", LabeledPoints([.init(name, x: 1, y: .nan)])),
        ("no probabilities", ProbabilityBars([], classes: [name])),
        (
            "probabilities of other classes",
            ProbabilityBars(
                [.init(.gray(SamplePictures.similar), probabilities: [1], truth: 0)], classes: [name, name])
        ),
        (
            "a class that there is not",
            ProbabilityBars([.init(.gray(SamplePictures.similar), probabilities: [1], truth: 1)], classes: [name])
        ),
        (
            "a probability of two",
            ProbabilityBars([.init(.gray(SamplePictures.similar), probabilities: [2], truth: 0)], classes: [name])
        ),
        ("a landscape of one height", contours([[1]])),
        ("a ragged landscape", contours([[1, 2], [3]])),
        ("an infinite height", contours([[1, 2], [3, .infinity]])),
        ("a walk of NaN", contours([[1, 2], [3, 4]], walk: [.nan])),
        ("no histogram", HistogramChart([])),
        ("histogram without bins", HistogramChart([.init(edges: [0], counts: [])])),
        ("histogram with too few edges", HistogramChart([.init(edges: [0, 1], counts: [1, 2])])),
        ("histogram with falling edges", HistogramChart([.init(edges: [0, 2, 1], counts: [1, 2])])),
        ("histogram with negative counts", HistogramChart([.init(edges: [0, 1], counts: [-1])])),
        ("no bars", Bars(categories: [], series: [])),
        ("bars of NaN", Bars(categories: [name], series: [.init(values: [.nan])])),
        ("too few bars", Bars(categories: [name, name], series: [.init(values: [1])])),
        ("no curves", Curves([])),
        ("curves without values", Curves([.init(series: [.init(y: [])])])),
        ("curves of NaN alone", Curves([.init(series: [.init(y: [.nan, .nan])])])),
        ("curve to infinity", Curves([.init(series: [.init(y: [1, .infinity])])])),
        ("curve with too few x", Curves([.init(series: [.init(x: [1], y: [1, 2])])])),
        ("no classes", ConfusionChart(counts: [], classes: [])),
        ("confusion that isn't square", ConfusionChart(counts: [[1, 2]], classes: [name])),
        ("negative confusion", ConfusionChart(counts: [[-1]], classes: [name])),
        ("no layers", Architecture([])),
        ("layer of nothing", Architecture([.init(name: name, shape: "0", channels: 0, kind: .output)])),
        ("pooling that doesn't fit", PoolingDiagram(SamplePictures.similar)),
        ("flattening nothing", FlattenDiagram(none)),
        ("one-hot of no class", OneHot(labels: [3], classes: [name])),
        ("no parts", Composition(.row, [])),
        ("parts without width", Composition(.row, [.init(PixelGrid(SamplePictures.similar), share: 0)])),
    ]

    @Test("every wrong input is an error that names the figure, not a crash", arguments: cases.indices)
    func wrong(index: Int) {
        let (name, figure) = Self.cases[index]
        let error = caught(FigureError.self) {
            try FigureRenderer(format: NumberFormat(.en), dpi: 40).png(figure)
        }
        #expect(error?.description.hasSuffix(".") == true, "\(name)")
        _ = figure.alternative.text(in: NumberFormat(.es))
    }
}
