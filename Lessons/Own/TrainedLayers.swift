import Figures
import Imaging
import Languages
import NeuralNetwork
import Notebook
import Tensors

extension TrainedFigures {
    /// How many kernels, and how many maps, a figure shows at most.
    private static let shown = 64

    /// Whether the weights of the first layer that has any can be seen as pictures: those of a convolution, or of a dense
    /// layer that sees the picture, unrolled.
    static func hasFilters(_ layers: [ResolvedLayer], _ model: Model) -> Bool {
        guard let layer = layers.first(where: { !$0.parameters.isEmpty }) else { return false }
        return layer.kind == Conv2D.kind || layer.kind == Dense.kind && layer.input.count == model.input.count
    }

    /// The first and the last convolution; one that answers shows its answers elsewhere.
    static func answeringConvolutions(of layers: [ResolvedLayer]) -> [ResolvedLayer] {
        let all = layers.dropLast().filter { $0.kind == Conv2D.kind }
        guard let first = all.first, let last = all.last else { return [] }
        return first.index == last.index ? [first] : [first, last]
    }

    /// The weights of the first layer that has any, each kernel or unit as a picture; of several channels their mean.
    mutating func filters() throws {
        let model = trained.network.model
        let layers = try model.resolved()
        guard Self.hasFilters(layers, model), let layer = layers.first(where: { !$0.parameters.isEmpty }),
            let kernel = trained.network.parameters["\(layer.name).kernel"]
        else { return }
        let pictures =
            kernel.shape.rank == 4
            ? Self.pictures(kernel, height: kernel.shape[0], width: kernel.shape[1], channels: kernel.shape[2])
            : Self.pictures(kernel, height: model.input[0], width: model.input[1], channels: model.input[2])
        material.value("filtersLayer", .text(layer.name))
        material.value("filterCount", pictures.count)
        material.value("filterSide", pictures.first?.width ?? 0)
        material.figure("filters") { words in
            ImageGrid(
                pictures.enumerated().map {
                    ImageGrid.Item(.signed($1), label: Localized(same: "\(plain: $0 + 1)"))
                }, columns: pictures.count > 32 ? 16 : 11, legend: try words("trained.weight"))
        }
    }

    /// - Parameter kernel: row, column, channel and then the filter.
    private static func pictures(_ kernel: Tensor, height: Int, width: Int, channels: Int) -> [GrayImage] {
        let filters = kernel.shape[kernel.shape.rank - 1]
        return (0..<min(filters, shown)).map { filter in
            let pixels = (0..<height * width).map { pixel in
                (0..<channels).reduce(Float(0)) {
                    $0 + kernel.elements[(pixel * channels + $1) * filters + filter]
                } / Float(channels)
            }
            return GrayImage(width: width, height: height, pixels: pixels)
        }
    }

    /// What the first and the last convolution make of the first test image.
    mutating func maps() throws {
        let network = trained.network
        let convolutions = Self.answeringConvolutions(of: try network.model.resolved())
        guard !convolutions.isEmpty else { return }
        try Expect.count("first", results.first, is: network.model.input.count)
        let activations = try network.activations(of: Tensor(network.model.input, results.first))
        for (layer, name) in zip(convolutions, ["first", "last"]) {
            hand(
                name, Maps.LayerMaps(activations[layer.index], kind: layer.kind),
                as: name == "first" ? "maps1" : "maps2")
        }
    }

    private mutating func hand(_ name: String, _ layer: Maps.LayerMaps, as id: String) {
        let maps = min(layer.maps.count, Self.shown)
        material.value("\(name)Layer", .text(layer.layer))
        material.value("\(name)Count", maps)
        material.value("\(name)Rows", layer.rows)
        material.value("\(name)Columns", layer.columns)
        material.figure(id) { words in
            ImageGrid(
                (0..<maps).map {
                    // A map of a layer without ReLU may be negative.
                    let isSigned = layer.maps[$0].contains { $0 < 0 }
                    let image = layer.image($0)
                    return ImageGrid.Item(
                        isSigned ? .signed(image) : .magnitude(image), label: Localized(same: "\(plain: $0 + 1)"))
                }, columns: maps > 32 ? 16 : 11, scale: .own, legend: try words("trained.answer"))
        }
    }
}
