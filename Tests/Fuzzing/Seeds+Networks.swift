import NeuralNetwork
import Notebook
import Tensors

extension Seeds {
    /// Weights of two layers.
    static var safetensors: [UInt8] {
        var parameters = Parameters()
        parameters["a.kernel"] = Tensor(Shape([2, 1]), [1, 2])
        parameters["a.bias"] = Tensor(Shape([1]), [3])
        return Safetensors(parameters, metadata: ["model": "a"]).encoded()
    }

    /// Networks as files: those of the course, and one with every word that they lack.
    static var networks: [[UInt8]] {
        let course = CourseModels.all.map { model in
            let training = Training(ofSyllabus: model)
            return Array((NetworkFile(training, model.training)?.text ?? "").utf8)
        }
        return course
            + texts(
                """
                {"data":"mnist","layers":[{"layer":"AveragePooling2D","size":2,"stride":1},{"layer":"Flatten"},
                {"layer":"Dense","units":10,"activation":"softmax","initialisation":"heUniform"}],"loss":"meanSquaredError",
                "optimizer":{"kind":"sgd","learningRate":0.1,"momentum":0.9},"epochs":1,"batch":8}
                """)
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
