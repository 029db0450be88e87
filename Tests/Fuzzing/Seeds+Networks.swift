import NeuralNetwork
import Tensors

extension Seeds {
    /// Weights of two layers.
    static var safetensors: [UInt8] {
        var parameters = Parameters()
        parameters["a.kernel"] = Tensor(Shape([2, 1]), [1, 2])
        parameters["a.bias"] = Tensor(Shape([1]), [3])
        return Safetensors(parameters, metadata: ["model": "a"]).encoded()
    }

    /// As small as a network can be that trains.
    static let model = Model(name: "a", input: [2, 1, 1], layers: [.flatten, .dense(2, activation: .softmax)])
    static let training = TrainingConfiguration(epochs: 2, batch: 2, validation: 0.2, keeps: .best)

    static func examples() throws -> Examples {
        try Examples(.bytes([1, 2, 3, 4, 5, 6, 7, 8, 9, 0]), shape: [2, 1, 1], labels: [0, 1, 1, 0, 1], classes: 2)
    }

    /// Where that training stands after each of its steps.
    static var checkpoints: [[UInt8]] {
        var files: [[UInt8]] = []
        do {
            let run = try TrainingRun(
                Network(model, seed: 1), examples(), training, options: RunOptions(threads: 1, backend: .reference))
            try run.run(progress: { _ in
                if let file = try? run.state.safetensors(of: model, training) { files.append(file.encoded()) }
            })
        } catch { preconditionFailure("the smallest training fails: \(error)") }
        return files
    }
}
