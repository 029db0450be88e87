import Tensors

/// A model with numbers in it: what training makes, and what predicts.
public struct Network: Equatable, Sendable {
    /// Its layers.
    public let model: Model
    /// Its numbers.
    public private(set) var parameters: Parameters

    /// A network that has learnt nothing yet.
    ///
    /// - Throws: ``TrainingError/model(_:)`` if the layers do not fit.
    public init(_ model: Model, seed: UInt64) throws(TrainingError) {
        self.model = model
        do throws(ModelError) {
            parameters = try Parameters(initialising: model, seed: seed)
        } catch { throw .model(error) }
    }

    /// A network with numbers from elsewhere, such as a file.
    ///
    /// - Throws: ``TrainingError/parametersDoNotFit(model:reason:)`` if names or shapes are not the model's.
    public init(_ model: Model, parameters: Parameters) throws(TrainingError) {
        self.model = model
        self.parameters = Parameters()
        let layers: [ResolvedLayer]
        do throws(ModelError) { layers = try model.resolved() } catch { throw .model(error) }
        for layer in layers {
            for parameter in layer.parameters {
                let name = "\(layer.name).\(parameter.name)"
                guard let tensor = parameters[name] else {
                    throw .parametersDoNotFit(model: model.name, reason: "\(name) is missing")
                }
                guard tensor.shape == parameter.shape else {
                    throw .parametersDoNotFit(
                        model: model.name, reason: "\(name) is \(tensor.shape), not \(parameter.shape)")
                }
                self.parameters[name] = tensor
            }
        }
        if let stranger = parameters.names.first(where: { self.parameters[$0] == nil }) {
            throw .parametersDoNotFit(model: model.name, reason: "\(stranger) has no place in it")
        }
    }

    /// Numbers that come from the model's own engine.
    init(_ model: Model, trusted parameters: Parameters) {
        self.model = model
        self.parameters = parameters
    }

    /// The output for every image: probabilities, one row of 10 for each digit; pictures are flattened.
    public func predict(_ examples: Examples, options: RunOptions = RunOptions()) throws(TrainingError) -> Tensor {
        try check(examples, against: nil)
        return try session(loss: .meanSquaredError, options).predict(examples)
    }

    /// Loss and accuracy over all examples.
    public func evaluate(
        _ examples: Examples, loss: Loss = .categoricalCrossEntropy, options: RunOptions = RunOptions()
    ) throws(TrainingError) -> Evaluation {
        try check(examples, against: loss)
        guard examples.count > 0 else {
            throw .examplesDoNotFit(model: model.name, reason: "there are none")
        }
        return try session(loss: loss, options).evaluate(examples, 0..<examples.count)
    }

    private func session(loss: Loss, _ options: RunOptions) throws(TrainingError) -> Session {
        try Session(self, loss: loss, optimizer: .sgd(learningRate: 0), batch: 0, options: options)
    }

    /// Makes sure that examples have the shape that the model reads and, if there is a loss, answers it can judge.
    func check(_ examples: Examples, against loss: Loss?) throws(TrainingError) {
        guard examples.shape == model.input else {
            throw .examplesDoNotFit(
                model: model.name, reason: "they are \(examples.shape), the model reads \(model.input)")
        }
        guard let loss else { return }
        let output: Shape
        do throws(ModelError) { output = try model.output } catch { throw .model(error) }
        switch examples.targets {
        case .labels(_, let classes):
            guard classes == output.count else {
                throw .examplesDoNotFit(
                    model: model.name, reason: "\(classes) classes for \(output.count) outputs")
            }
        case .images:
            guard examples.shape.count == output.count else {
                throw .examplesDoNotFit(
                    model: model.name, reason: "targets of \(examples.shape) for outputs of \(output)")
            }
            guard loss != .categoricalCrossEntropy else {
                throw .invalidSetting("categorical cross-entropy needs labels; use binary cross-entropy for images")
            }
        }
    }
}
