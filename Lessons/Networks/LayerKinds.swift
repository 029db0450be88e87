import Languages
import NeuralNetwork
import Notebook
import Tensors

/// The six kinds of layer of a convolutional network, and how two of them compute.
enum LayerKinds {
    static func handOver(to material: inout Material) {
        let kinds = [
            ("input", ""), ("convolution", "$(k^2 c + 1)\\, f$"), ("activation", ""), ("pooling", ""),
            ("connected", "$(n + 1)\\, u$"), ("output", "$(n + 1)\\, u$"),
        ]
        material.table("kinds") { words in
            let none = try words("none")
            return try kinds.map { name, parameters in
                [
                    try words(name), try words("\(name)Job"),
                    parameters.isEmpty ? none : Localized(same: Phrase(parameters)),
                ]
            }
        }
        convolution(&material)
        pooling(&material)
    }

    private static func convolution(_ material: inout Material) {
        // snippet.convolution
        let window = Tensor([1, 3, 3, 1], [0, 0, 1, 0, 0, 1, 0, 0, 1])
        let sobel = Tensor([3, 3, 1, 1], [-1, 0, 1, -2, 0, 2, -1, 0, 1])
        let filter = Layer.conv2D(filters: 1, kernel: 3).definition
        let score = filter.forward(window, [sobel, Tensor([1], [-0.5])], in: .inference)
        let response = relu(score[0, 0, 0, 0])
        // snippet.end
        material.value("filterBias", -0.5)
        material.record("convolution", response)
        material.output("convolution", Printed.number(response, digits: 1))
    }

    private static func pooling(_ material: inout Material) {
        // snippet.pooling
        let map = Tensor([1, 2, 4, 1], [1, 3, 2, 1, 4, 2, 0, 5])
        let pooled = Layer.maxPool2D(2).definition.forward(map, [], in: .inference)
        let maps = Tensor([5, 5, 64], (0..<1600).map { Float($0) })
        let place = (1 * 5 + 2) * 64 + 3
        let isThere = maps.reshaped(to: [1600])[place] == maps[1, 2, 3]
        // snippet.end
        material.record("pooled", pooled.elements)
        material.record("place", place)
        material.printed(
            "pooling", ["pooled": Printed.list(pooled.elements, digits: 0)],
            ["place": .integer(place), "isThere": .isSo(isThere)])
    }
}
