/// A convolution with its activation that stands alone, by oneDNN; ReLU is fused. (Winograd's algorithm, which pays
/// in front of a pooling, was measured here too, on 7x7 pictures of 64 channels, and saved nothing.)
final class ConvolutionStage: Stage {
    private let layer: ResolvedLayer
    private let activation: Activation
    private let isLast: Bool
    private let input: Flow
    private let output: Flow
    private let context: StageContext
    private let convolution: DNNConvolution

    init(
        _ layer: ResolvedLayer, _ definition: Conv2D, input: Flow, output: Flow, isLast: Bool,
        _ context: StageContext, _ library: DNNContext
    ) throws(BackendError) {
        self.layer = layer
        activation = definition.activation
        self.isLast = isLast
        self.input = input
        self.output = output
        self.context = context
        convolution = try DNNConvolution(
            ConvolutionGeometry(definition, input: layer.input, output: layer.output), images: context.images,
            relu: definition.activation == .relu, learns: context.learns,
            passesBack: context.learns && input.gradient != nil, library)
    }

    func forward(_ shard: Shard, slot: Int) throws(BackendError) {
        try convolution.forward(
            input.values[slot], context.weights(layer, "kernel"), context.weights(layer, "bias"),
            to: output.values[slot])
        if activation != .relu {
            activation.apply(
                to: output.values[slot], rows: context.images, columns: layer.output.count)
        }
    }

    func backward(_ shard: Shard, slot: Int) throws(BackendError) {
        guard let gradient = output.gradient else { return }
        let g = gradient[slot]
        // The loss has gone through the last activation already.
        if !isLast {
            activation.applyDerivative(
                to: g, output: output.values[slot], rows: context.images, columns: layer.output.count)
        }
        let dw = context.gradients[shard.index] + context.gradientOffset(layer)
        let db = dw + (layer.parameters[0].shape.count + 15) / 16 * 16
        try convolution.backwardWeights(input.values[slot], g, to: dw, db)
        if let below = input.gradient {
            try convolution.backwardData(g, context.weights(layer, "kernel"), to: below[slot])
        }
    }
}
