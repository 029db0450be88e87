import Figures
import Imaging
import Languages
import NeuralNetwork
import Notebook
import Tensors

extension TrainedFigures {
    /// How many kernels, and how many maps, a figure shows at most.
    private static let shown = 64

    /// The weights of the first layer that has any, each kernel or unit as a picture; of several channels their mean.
    mutating func filters() throws {
        let model = trained.network.model
        guard let layer = try model.resolved().first(where: { !$0.parameters.isEmpty }),
            let kernel = trained.network.parameters["\(layer.name).kernel"]
        else { return }
        let pictures: [GrayImage]
        if kernel.shape.rank == 4 {
            pictures = Self.pictures(
                kernel, height: kernel.shape[0], width: kernel.shape[1], channels: kernel.shape[2])
        } else if layer.input.count == model.input.count {
            // A dense layer that sees the picture, unrolled.
            pictures = Self.pictures(
                kernel, height: model.input[0], width: model.input[1], channels: model.input[2])
        } else {
            return
        }
        material.value("filtersLayer", .text(layer.name))
        material.value("filterCount", pictures.count)
        material.value("filterSide", pictures.first?.width ?? 0)
        material.figure("filters") { words in
            ImageGrid(
                pictures.enumerated().map {
                    ImageGrid.Item(.signed($1), label: Localized(same: "\(plain: $0 + 1)"))
                }, columns: pictures.count > 32 ? 16 : 11, legend: try words("weight"))
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

    /// What the first and the last convolution make of a picture; one that answers shows its answers elsewhere.
    mutating func maps(of image: Tensor) throws {
        let network = trained.network
        let layers = try network.model.resolved()
        let convolutions = layers.dropLast().filter { $0.kind == Conv2D.kind }
        guard let first = convolutions.first, let last = convolutions.last else { return }
        let activations = try network.activations(of: image)
        hand("first", Maps.LayerMaps(activations[first.index], kind: first.kind), as: "maps1")
        if last.index != first.index {
            hand("last", Maps.LayerMaps(activations[last.index], kind: last.kind), as: "maps2")
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
                }, columns: maps > 32 ? 16 : 11, scale: .own, legend: try words("answer"))
        }
    }
}
