import Figures
import Foundation
import Imaging
import Languages

extension Sample {
    private static let digits = (0..<10).map { Localized(same: "\($0)") }
    private static let epochs = (1...10).map(Double.init)

    static let charts: [Sample] = [
        Sample("histogram", histogram),
        Sample(
            "histogram-few",
            HistogramChart([.init(edges: [0, 1, 2, 3, 4], counts: [3, 7, 0, 2], xName: words("x", "x"))])),
        Sample("histogram-empty", HistogramChart([.init(edges: [0, 1, 2], counts: [0, 0], axis: .log)])),
        Sample("bars", bars(.column)),
        Sample("bars-wide", bars(.wide)),
        Sample(
            "bars-share",
            Bars(
                categories: [words("right", "aciertos"), words("wrong guesses", "predicciones erróneas")],
                series: [.init(values: [0.9907, 0.0093], role: .output)], valueName: words("share", "proporción"),
                digits: 4)),
        Sample(
            "bars-down",
            Bars(categories: [words("a", "a"), words("b", "b")], series: [.init(values: [3, -2])])),
        Sample("bars-zero", Bars(categories: [words("a", "a")], series: [.init(values: [0])])),
        Sample(
            "runs",
            RunsChart(
                categories: [words("few", "pocas"), words("many", "muchas")],
                series: [
                    .init(
                        name: words("training", "entrenamiento"), runs: [[1, 2, 1.5], [3, 4, 5]],
                        intervals: [1...2, 2.5...5.5], role: .training),
                    .init(
                        name: words("held out", "apartadas"), runs: [[8, 9, 8.4], [6, 6, 6]],
                        intervals: [nil, 6...6], role: .error),
                ], categoryName: words("images", "imágenes"), valueName: words("wrong, %", "errores, %"), digits: 1)),
        Sample(
            "runs-one",
            RunsChart(
                categories: [words("a", "a")], series: [.init(runs: [[3]], intervals: [nil])])),
        Sample("curves", curves(.column)),
        Sample("curves-wide", curves(.wide)),
        Sample("profile", profile),
        Sample("relu", relu),
        Sample("curve-point", Curves([.init(series: [.init(name: words("one", "uno"), y: [0.5])])])),
        Sample(
            "curve-flat",
            Curves([.init(series: [.init(name: words("flat", "plana"), y: [0.5, .nan, 0.5, 0.5])])])),
        Sample("bars-names", Bars(categories: longNames, series: [.init(values: [3, 1, 4, 1, 5, 9, 2, 6])])),
        Sample("histogram-narrow", HistogramChart(Array(repeating: millions, count: 4))),
        Sample("confusion", ConfusionChart(counts: counts, classes: digits)),
        Sample("confusion-counts", ConfusionChart(counts: counts, classes: digits, numbers: .counts)),
        Sample("confusion-shares", ConfusionChart(counts: counts, classes: digits, numbers: .shares)),
        Sample("confusion-zero", ConfusionChart(counts: [[0, 0], [0, 0]], classes: Array(digits.prefix(2)))),
        Sample(
            "confusion-long",
            ConfusionChart(counts: [[98_765, 1], [2, 0]], classes: Array(longNames.suffix(2)))),
        Sample("confusion-names", ConfusionChart(counts: counts, classes: garments)),
    ]

    /// Wider than their bars, the last one than any room that a name gets.
    private static let longNames = [
        words("brightness", "luminosidad"), words("contrast", "contraste"), words("salt and pepper", "sal y pimienta"),
        words("displacement", "desplazamiento"), words("rotation", "rotación"), words("magnification", "ampliación"),
        words("none", "ninguno"),
        words(
            "a transformation of which nobody knows what it might be good for",
            "una transformación de la que nadie sabe para qué podría servir"),
    ]

    /// Numbers so long that not all of them find room under a narrow panel.
    private static let millions = HistogramChart.Panel(
        edges: (0...8).map { Double($0) * 1_000_000 }, counts: [1, 5, 9, 20, 14, 9, 3, 1],
        xName: words("multiply-adds", "multiplicaciones y sumas"))

    private static var histogram: HistogramChart {
        let edges = (0...50).map { Double($0) * 5.12 }
        let counts = (0..<50).map { $0 == 0 ? 38_000_000 : $0 == 49 ? 3_400_000 : $0 == 20 ? 0 : 100_000 + 3_000 * $0 }
        func panel(_ axis: HistogramChart.CountAxis, _ title: Localized) -> HistogramChart.Panel {
            .init(
                edges: edges, counts: counts, axis: axis, title: title, xName: words("intensity", "intensidad"),
                yName: words("pixels", "píxeles"))
        }
        return HistogramChart([
            panel(.linear, words("linear", "lineal")), panel(.log, words("logarithmic", "logarítmica")),
        ])
    }

    private static func bars(_ breadth: Breadth) -> Bars {
        Bars(
            categories: digits,
            series: [
                .init(
                    name: words("training", "entrenamiento"),
                    values: [5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949]),
                .init(
                    name: words("test", "prueba"), values: [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009],
                    role: .output),
            ], categoryName: words("digit", "dígito"), valueName: words("images", "imágenes"), breadth: breadth)
    }

    private static func curves(_ breadth: Breadth) -> Curves {
        let (training, validation) = (words("training", "entrenamiento"), words("validation", "validación"))
        return Curves(
            [
                .init(
                    title: words("Loss", "Pérdida"), xName: words("epoch", "época"),
                    yName: words("cross-entropy", "entropía cruzada"),
                    series: [
                        .init(name: training, y: epochs.map { 0.15 / $0 + 0.005 }, role: .training),
                        .init(name: validation, y: epochs.map { 0.08 / $0 + 0.035 + 0.002 * $0 }, role: .validation),
                    ], startsAtZero: true),
                .init(
                    title: words("Accuracy", "Exactitud"), xName: words("epoch", "época"),
                    series: [
                        .init(name: training, y: epochs.map { 1 - 0.05 / $0 }, role: .training),
                        .init(name: validation, y: epochs.map { 1 - 0.051 / $0 }, role: .validation),
                    ]),
            ], breadth: breadth)
    }

    private static var profile: Curves {
        Curves([
            .init(
                xName: words("column", "columna"), yName: words("intensity", "intensidad"),
                series: [.init(y: SamplePictures.edge.rows[3].map(Double.init), from: 0, role: .input, form: .steps)],
                marks: [.init(x: 5.5, label: words("the jump", "el salto"))], yRange: 0...255)
        ])
    }

    private static var relu: Curves {
        Curves(
            [
                .init(
                    xName: words("input", "entrada"), yName: words("output", "salida"),
                    series: [
                        .init(name: words("identity", "identidad"), x: [-3, 3], y: [-3, 3], role: .quiet),
                        .init(name: words("ReLU", "ReLU"), x: [-3, 0, 3], y: [0, 0, 3], role: .output),
                    ])
            ], plotHeight: 120)
    }

    static var counts: [[Int]] {
        var counts = (0..<10).map { row in
            (0..<10).map { row == $0 ? 950 + row * 13 : (row * $0 * 7) % 5 == 0 ? 0 : (row + $0) % 4 }
        }
        counts[5][3] = 17
        return counts
    }

    private static let garments = [
        words("T-shirt", "camiseta"), words("trousers", "pantalón"), words("pullover", "suéter"),
        words("dress", "vestido"), words("coat", "abrigo"), words("sandal", "sandalia"), words("shirt", "camisa"),
        words("sneaker", "zapatilla"), words("bag", "bolso"), words("ankle boot", "botín"),
    ]

    static let diagrams: [Sample] = [
        Sample("architecture", Architecture(network)),
        Sample("maxpool", PoolingDiagram(map)),
        Sample("average", PoolingDiagram(map, kind: .average)),
        Sample("flatten", FlattenDiagram(GrayImage(rows: [[6, 5], [3, 4]]))),
        Sample("flatten-large", FlattenDiagram(SamplePictures.edge)),
        Sample(
            "composition",
            Composition(
                .row,
                [
                    .init(PoolingDiagram(map), heading: words("maximum", "máximo")),
                    .init(PoolingDiagram(map, kind: .average), heading: words("average", "promedio")),
                ])),
    ]

    private static let map = GrayImage(rows: [[1, 3, 2, 1], [4, 6, 5, 0], [3, 1, 1, 0], [1, 2, 2, 4]])

    private static let network: [Architecture.Layer] = [
        .init(name: words("input", "entrada"), shape: "28 × 28 × 1", height: 28, width: 28, channels: 1, kind: .input),
        .init(
            name: words("Conv2D 3×3, ReLU", "Conv2D 3×3, ReLU"), shape: "26 × 26 × 32", height: 26, width: 26,
            channels: 32, kind: .weighted),
        .init(
            name: words("MaxPool 2×2", "MaxPool 2×2"), shape: "13 × 13 × 32", height: 13, width: 13, channels: 32,
            kind: .unweighted),
        .init(
            name: words("Conv2D 3×3, ReLU", "Conv2D 3×3, ReLU"), shape: "11 × 11 × 64", height: 11, width: 11,
            channels: 64, kind: .weighted),
        .init(
            name: words("MaxPool 2×2", "MaxPool 2×2"), shape: "5 × 5 × 64", height: 5, width: 5, channels: 64,
            kind: .unweighted),
        .init(name: words("Flatten", "Aplanar"), shape: "1600", channels: 1600, kind: .unweighted),
        .init(name: words("Dense, ReLU", "Densa, ReLU"), shape: "128", channels: 128, kind: .weighted),
        .init(name: words("Dense, softmax", "Densa, softmax"), shape: "10", channels: 10, kind: .output),
    ]
}
