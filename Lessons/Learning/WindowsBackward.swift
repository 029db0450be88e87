import Figures
import Imaging
import Languages
import NeuralNetwork
import Notebook
import Tensors

/// The way back through a convolution and through max pooling, on pictures of a few pixels.
enum WindowsBackward {
    static func handOver(to material: inout Material) {
        convolution(&material)
        pooling(&material)
    }

    private static func convolution(_ material: inout Material) {
        // snippet.convolution
        let x = Tensor([1, 3, 3, 1], [1, 2, 0, 0, 3, 1, 2, 1, 0])
        let w = Tensor([2, 2, 1, 1], [1, 0, 2, -1])
        let layer = Layer.conv2D(filters: 1, kernel: 2).definition
        let y = layer.forward(x, [w, Tensor([1])], in: .inference)
        let g = Tensor([1, 2, 2, 1], [1, -1, 0, 2])
        let found = layer.backward(g, input: x, [w, Tensor([1])], in: .inference)
        // snippet.end
        let dw = found.parameters[0].elements
        material.record("convolution.kernel", dw)
        material.record("convolution.bias", found.parameters[1][0])
        material.record("convolution.input", found.input.elements)
        material.value("kernelFirst", Int(dw[0]))
        material.value(
            "products",
            .text(
                zip(g.elements, [x[0, 0, 0, 0], x[0, 0, 1, 0], x[0, 1, 0, 0], x[0, 1, 1, 0]])
                    .map { "\($0 < 0 ? "(−\(Int(-$0)))" : "\(Int($0))") · \(Int($1))" }.joined(separator: " + ")))
        material.value("biasGradient", Int(found.parameters[1][0]))
        material.value("centre", Int(found.input[0, 1, 1, 0]))
        material.figure("convolution") { words in
            let ahead = Composition(
                .row,
                [
                    .init(square(x.elements, .tint(.input)), heading: try words("input"), share: 3),
                    .init(square(w.elements, .tint(.kernel)), heading: try words("kernel"), share: 2),
                    .init(square(y.elements, .tint(.output)), heading: try words("output"), share: 2),
                ])
            let back = Composition(
                .row,
                [
                    .init(square(found.input.elements, .signed), heading: try words("inputGradient"), share: 3),
                    .init(square(dw, .signed), heading: try words("kernelGradient"), share: 2),
                    .init(square(g.elements, .signed), heading: try words("outputGradient"), share: 2),
                ])
            return Composition(.stack, [.init(ahead), .init(back)])
        }
    }

    private static func pooling(_ material: inout Material) {
        // snippet.pooling
        let x = Tensor([1, 4, 4, 1], [1, 3, 2, 0, 5, 2, 1, 4, 0, 1, 7, 3, 2, 6, 5, 1])
        let layer = Layer.maxPool2D(2).definition
        let g = Tensor([1, 2, 2, 1], [1, -2, 3, 1])
        let found = layer.backward(g, input: x, [], in: .inference).input
        // snippet.end
        let y = layer.forward(x, [], in: .inference)
        material.record("pooling.input", found.elements)
        material.value("still", found.elements.count { $0 == 0 })
        material.value("pixels", found.elements.count)
        material.figure("maxpool") { words in
            let (largest, values) = (try words("largest"), x.elements)
            let frames = (0..<16).filter { place in found.elements[place] != 0 }.map { place in
                PixelGrid.Frame(
                    rows: place / 4..<place / 4 + 1, columns: place % 4..<place % 4 + 1, role: .output,
                    label: place == (found.elements.firstIndex { $0 != 0 }) ? largest : nil)
            }
            return Composition(
                .row,
                [
                    .init(square(values, .tint(.input), frames), heading: try words("input"), share: 4),
                    .init(square(y.elements, .tint(.output)), heading: try words("output"), share: 2),
                    .init(square(g.elements, .signed), heading: try words("outputGradient"), share: 2),
                    .init(
                        square(
                            found.elements, .signed,
                            frames.map {
                                .init(rows: $0.rows, columns: $0.columns, role: .output)
                            }), heading: try words("inputGradient"), share: 4),
                ], breadth: .wide)
        }
    }

    /// Numbers in as many rows as columns.
    private static func square(
        _ values: [Float], _ tone: PixelGrid.Tone, _ frames: [PixelGrid.Frame] = []
    ) -> PixelGrid {
        let side = Int(Double(values.count).squareRoot())
        return PixelGrid(GrayImage(width: side, height: side, pixels: values), tone: tone, frames: frames)
    }
}
