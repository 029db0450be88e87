import Figures
import Imaging
import Languages

extension Sample {
    private static let scene = SamplePictures.scene()
    private static let edges = SamplePictures.filtered(scene, SamplePictures.sobelX)

    /// The window that the samples enlarge.
    static let detail = Detail(rows: 20..<32, columns: 30..<50)

    static let details: [Sample] = [
        Sample(
            "before-detail",
            BeforeAfter(
                .gray(scene), SamplePictures.gaussian, .gray(SamplePictures.filtered(scene, SamplePictures.gaussian)),
                beforeCaption: words("the picture", "la imagen"), afterCaption: words("blurred", "desenfocada"),
                detail: Detail(rows: 20..<26, columns: 30..<40))),
        Sample(
            "pictures-detail",
            Pictures(
                [
                    .init(.signed(edges), caption: words("edges", "bordes")),
                    .init(.signed(edges.map { max(0, $0) }), caption: words("one side of them", "un lado de ellos")),
                ], detail: detail)),
        Sample("map-detail", ValueMap(edges, .signed(), legend: words("Sobel x", "Sobel x"), detail: detail)),
        Sample("outlines", ImageGrid((0..<3).map(outlined), columns: 3)),
        Sample("dots", dots),
        Sample("dots-one", CategoryDots(categories: [words("one", "uno")], series: [.init(values: [3])])),
        Sample("kernel-maps", kernelMaps),
    ]

    private static func outlined(_ index: Int) -> ImageGrid.Item {
        let digit = SamplePictures.digit(index)
        let map: GrayImage = digit.map { 0.5 - $0 / 255 }
        return ImageGrid.Item(.signed(map), label: Localized(same: "\(index)"), outline: digit)
    }

    private static var dots: CategoryDots {
        let precision: [Double] = (0..<10).map { 0.97 + Double($0 % 4) / 200 }
        let recall: [Double] = (0..<10).map { 0.98 - Double($0 % 3) / 200 }
        let intervals: [ClosedRange<Double>?] = precision.map { ($0 - 0.01)...($0 + 0.005) }
        return CategoryDots(
            categories: (0..<10).map { Localized(same: "\($0)") },
            series: [
                .init(name: words("precision", "precisión"), values: precision, intervals: intervals),
                .init(name: words("recall", "exhaustividad"), values: recall, role: .output),
            ], categoryName: words("digit", "dígito"), valueName: words("share", "proporción"), digits: 3,
            level: .init(0.975, label: words("the mean", "la media")))
    }

    private static func channel(_ index: Int) -> KernelMaps.Channel {
        let weights: [Float] = (0..<9).map { Float(($0 * index) % 5) - 2 }
        let map: GrayImage = SamplePictures.digit(index % 10).map { $0 * Float(index) }
        return KernelMaps.Channel(
            name: Localized(same: "\(index + 1)"), kernel: GrayImage(width: 3, height: 3, pixels: weights), map: map,
            pooled: SamplePictures.halved(map))
    }

    private static var kernelMaps: KernelMaps {
        KernelMaps(
            (0..<20).map(channel),
            names: .init(
                kernel: words("kernel", "núcleo"), map: words("its map", "su mapa"),
                pooled: words("after pooling", "agrupado"), largest: words("largest answer", "respuesta mayor")))
    }
}
