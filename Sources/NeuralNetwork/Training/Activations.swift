import Tensors

/// What one layer made of one image.
public struct LayerActivation: Equatable, Sendable {
    /// `conv2d_1`
    public let layer: String
    /// HWC for pictures, one axis for vectors.
    public let values: Tensor
}

extension Network {
    /// What every layer, from the first to the last, makes of one image (HWC).
    public func activations(
        of image: Tensor, options: RunOptions = RunOptions(threads: 1)
    ) throws(TrainingError) -> [LayerActivation] {
        let layers: [ResolvedLayer]
        do throws(ModelError) { layers = try model.resolved() } catch { throw .model(error) }
        let examples = try Examples(.floats(image.elements), shape: image.shape, labels: [0])
        var result: [LayerActivation] = []
        for layer in layers {
            // A model that ends at this layer: the fast path may fuse what nobody looks at.
            let head = Model(name: model.name, input: model.input, layers: Array(model.layers[0...layer.index]))
            var known = Parameters()
            for name in parameters.names
            where layers[0...layer.index].contains(where: { name.hasPrefix($0.name + ".") }) {
                known[name] = parameters[name]
            }
            let values = try Network(head, parameters: known).predict(examples, options: options)
            result.append(LayerActivation(layer: layer.name, values: values.reshaped(to: layer.output)))
        }
        return result
    }
}
