import Drawing
import Figures
import Foundation
import Imaging
import Languages
import Testing

/// One figure of every kind, some in several states. The tests ask of all what holds for all.
struct Sample: Sendable, CustomTestStringConvertible {
    let name: String
    let figure: any Figure

    init(_ name: String, _ figure: any Figure) {
        self.name = name
        self.figure = figure
    }

    var testDescription: String { name }

    static let all = grids + pictures + gradients + charts + diagrams + networks + details

    private static let digits = (0..<10).map { Localized(same: "\($0)") }

    private static let grids: [Sample] = [
        Sample(
            "grid",
            PixelGrid(
                SamplePictures.edge,
                frames: [
                    .init(
                        rows: 2..<5, columns: 4..<7, role: .kernel,
                        label: words("its eight neighbours", "sus ocho vecinos")),
                    .init(
                        rows: 3..<4, columns: 5..<6, role: .input, label: words("the pixel \(157)", "el píxel \(157)")),
                ])),
        Sample("grid-28", PixelGrid(SamplePictures.scene(28, 28).map { $0.rounded() })),
        Sample("grid-signed", PixelGrid(GrayImage(rows: [[-1.25, 0, 1], [-2, 0.5, 2]]), tone: .signed)),
        Sample("grid-blue", PixelGrid(SamplePictures.window, tone: .input)),
        Sample("grid-equal", PixelGrid(GrayImage(width: 4, height: 2, repeating: 7), tone: .magnitude)),
        Sample("grid-one", PixelGrid(GrayImage(rows: [[0]]), tone: .signed)),
        Sample("onehot", OneHot(labels: [5, 0, 4, 1, 9], classes: digits)),
        Sample(
            "overlay", KernelOverlay(window: SamplePictures.window, kernel: SamplePictures.identity, row: 1, column: 1)),
        Sample(
            "overlay-box", KernelOverlay(window: SamplePictures.window, kernel: SamplePictures.box, row: 2, column: 4)),
        Sample(
            "overlay-gaussian",
            KernelOverlay(window: SamplePictures.window, kernel: SamplePictures.gaussian, row: 2, column: 4)),
        Sample(
            "overlay-similar",
            KernelOverlay(window: SamplePictures.similar, kernel: SamplePictures.laplacian, row: 1, column: 1)),
        Sample(
            "slide",
            KernelSlide(window: SamplePictures.window, kernel: SamplePictures.identity, row: 1, columns: Array(1...6))),
    ]

    private static let scene = SamplePictures.scene()
    private static let x = SamplePictures.filtered(scene, SamplePictures.sobelX)
    private static let y = SamplePictures.filtered(scene, SamplePictures.sobelY)
    private static let magnitude = SamplePictures.combined(x, y) { ($0 * $0 + $1 * $1).squareRoot() }
    private static let angle = SamplePictures.combined(x, y) { atan2($1, $0) }

    private static let pictures: [Sample] = [
        Sample(
            "before",
            BeforeAfter(
                .gray(scene), SamplePictures.laplacian,
                .signed(SamplePictures.filtered(scene, SamplePictures.laplacian)),
                beforeCaption: words("the picture", "la imagen"),
                kernelCaption: words("similar neighbours cancel", "los vecinos parecidos se anulan"),
                afterCaption: words("edges", "bordes"))),
        Sample(
            "before-two",
            BeforeAfter([
                .init(
                    before: .gray(scene), kernel: SamplePictures.gaussian,
                    after: .gray(SamplePictures.filtered(scene, SamplePictures.gaussian)),
                    beforeCaption: words("before", "antes"), kernelCaption: words("Gaussian", "gaussiano"),
                    afterCaption: words("smooth", "suave")),
                .init(
                    before: .gray(scene), kernel: SamplePictures.box,
                    after: .gray(SamplePictures.filtered(scene, SamplePictures.box))),
            ])),
        Sample(
            "pictures",
            Pictures(
                [
                    .init(
                        .gray(scene), caption: words("original", "original"),
                        frames: [.init(rows: 20..<40, columns: 30..<60)], showsSize: true),
                    .init(.signed(x), caption: words("Sobel x: vertical edges", "Sobel x: bordes verticales")),
                    .init(.signed(y), caption: words("Sobel y: horizontal edges", "Sobel y: bordes horizontales")),
                ], legend: words("response", "respuesta"))),
        Sample(
            "pictures-own",
            Pictures(
                [
                    .init(.magnitude(magnitude), caption: words("magnitude", "magnitud")),
                    .init(.angle(angle, strength: magnitude), caption: words("angle", "ángulo")),
                ], scale: .own)),
        Sample("shrink", shrink),
        Sample("pipeline", pipeline),
        Sample(
            "region", Pictures([.init(.gray(SamplePictures.scene(12, 9)), caption: words("a region", "una región"))])),
        Sample(
            "digits",
            ImageGrid(
                (0..<9).map {
                    .init(
                        .gray(SamplePictures.digit($0)), label: words("label \($0)", "etiqueta \($0)"),
                        role: $0 == 4 ? .error : .output)
                }, columns: 9)),
        Sample(
            "filters",
            ImageGrid(
                (0..<32).map { index in
                    let weights = (0..<9).map { Float(sin(Double($0 * index + index))) }
                    return .init(.signed(GrayImage(width: 3, height: 3, pixels: weights)))
                }, columns: 8, legend: words("weight", "peso"), side: 44)),
    ]

    private static var shrink: Pictures {
        var maps = [magnitude]
        for _ in 0..<3 { maps.append(SamplePictures.halved(maps[maps.count - 1])) }
        return Pictures(
            maps.enumerated().map { index, map in
                .init(
                    .magnitude(map), caption: words("pooled \(index) times", "agrupada \(index) veces"),
                    showsSize: true)
            }, toScale: true, arrows: true)
    }

    private static var pipeline: Pictures {
        let relu = x.map { max(0, $0) }
        return Pictures(
            [
                .init(.gray(scene), caption: words("colour picture", "imagen en color"), showsSize: true),
                .init(.gray(scene), caption: words("grey, resized", "gris, reducida"), showsSize: true),
                .init(.signed(x), caption: words("convolution", "convolución"), showsSize: true),
                .init(.magnitude(relu), caption: words("ReLU", "ReLU"), showsSize: true),
                .init(
                    .magnitude(SamplePictures.halved(relu)), caption: words("max pooling", "máximo"), showsSize: true),
            ], arrows: true, breadth: .wide)
    }

    private static let gradients: [Sample] = [
        Sample("signed", ValueMap(x, .signed(), legend: words("Sobel x", "Sobel x"))),
        Sample("magnitude", ValueMap(magnitude, .magnitude(), legend: words("magnitude", "magnitud"))),
        Sample("magnitude-zero", ValueMap(GrayImage(width: 5, height: 4), .magnitude())),
        Sample("angle", AngleMap(angles: angle, strength: magnitude)),
        Sample(
            "arrows",
            ArrowField(
                over: GrayImage(
                    width: x.width, height: x.height,
                    pixels: (0..<x.height).flatMap { row in (0..<x.width).map { scene[row + 1, $0 + 1] } }),
                x: x, y: y, step: 5)),
        Sample(
            "polar",
            PolarHistogram(
                angles: angle.pixels.map(Double.init), weights: magnitude.pixels.map(Double.init),
                name: words("gradient, weighted by magnitude", "gradiente, ponderado por magnitud"))),
        Sample("polar-zero", PolarHistogram(weights: [0, 0, 0, 0])),
        Sample(
            "triangles",
            GradientTriangles([
                .init(patch: patch { row, _ in row > 4 }, x: 0, y: 720, caption: words("horizontal", "horizontal")),
                .init(patch: patch { _, column in column > 4 }, x: 720, y: 0, caption: words("vertical", "vertical")),
                .init(
                    patch: patch { row, column in column > row }, x: 540, y: -540,
                    caption: words("an inclined edge", "un borde inclinado")),
            ])),
    ]

    private static func patch(_ isBright: (Int, Int) -> Bool) -> GrayImage {
        GrayImage(width: 9, height: 9, pixels: (0..<81).map { isBright($0 / 9, $0 % 9) ? 220 : 40 })
    }
}
