/// Up-sampling and convolution in one, as ``UpsampledConvolution`` explains; the four small convolutions run as one
/// in oneDNN, and their answers are put where they belong.
final class UpsampledConvolutionStage: Stage {
    private let pair: UpsampledConvolution
    private let isLast: Bool
    private let input: Flow
    private let output: Flow
    private let context: StageContext
    private let convolution: DNNConvolution
    /// The answers of all four phases, and their gradient. Where no output reads an answer the gradient stays zero.
    private let answers: Buffer
    private let gradients: Buffer
    private let kernel: Buffer
    private let bias: Buffer
    private let kernelGradient: Buffer
    private let biasGradient: Buffer

    init(
        _ pair: UpsampledConvolution, input: Flow, output: Flow, isLast: Bool, _ context: StageContext,
        _ library: DNNContext
    ) throws(BackendError) {
        self.pair = pair
        self.input = input
        self.output = output
        self.isLast = isLast
        self.context = context
        let geometry = pair.geometry
        convolution = try DNNConvolution(
            geometry, images: context.images, relu: pair.activation == .relu, learns: context.learns,
            passesBack: context.learns && input.gradient != nil, library)
        answers = Buffer(context.images * geometry.output.count)
        gradients = Buffer(context.learns ? context.images * geometry.output.count : 0)
        kernel = Buffer(16 * pair.channels * pair.filters)
        bias = Buffer(4 * pair.filters)
        kernelGradient = Buffer(kernel.count)
        biasGradient = Buffer(bias.count)
    }

    func forward(_ shard: Shard, slot: Int) throws(BackendError) {
        let filters = pair.filters
        pair.fold(context.weights(pair.convolution, "kernel"), to: kernel.start)
        for phase in 0..<4 {
            (bias.start + phase * filters).update(
                from: context.weights(pair.convolution, "bias"), count: filters)
        }
        try convolution.forward(input.values[slot], kernel.start, bias.start, to: answers.start)
        let y = output.values[slot]
        forEachOutput { place, answer in (y + place).update(from: answers.start + answer, count: filters) }
        if pair.activation != .relu {
            pair.activation.apply(to: y, rows: context.images, columns: output.shape.count)
        }
    }

    func backward(_ shard: Shard, slot: Int) throws(BackendError) {
        guard let g = output.gradient?[slot] else { return }
        let filters = pair.filters
        // The loss has gone through the last activation already.
        if !isLast {
            pair.activation.applyDerivative(
                to: g, output: output.values[slot], rows: context.images, columns: output.shape.count)
        }
        forEachOutput { place, answer in (gradients.start + answer).update(from: g + place, count: filters) }
        try convolution.backwardWeights(
            input.values[slot], gradients.start, to: kernelGradient.start, biasGradient.start)
        let dw = context.gradients[shard.index] + context.gradientOffset(pair.convolution)
        let db = dw + (pair.convolution.parameters[0].shape.count + 15) / 16 * 16
        pair.unfold(kernelGradient.start, to: dw)
        for f in 0..<filters {
            db[f] = 0
            for phase in 0..<4 { db[f] += biasGradient.start[phase * filters + f] }
        }
        if let below = input.gradient { try convolution.backwardData(gradients.start, kernel.start, to: below[slot]) }
    }

    /// Visits each output pixel: where its filters start in the flow, and where their answer does.
    @inline(__always)
    private func forEachOutput(_ body: (Int, Int) -> Void) {
        let (height, width, filters) = (output.shape[0], output.shape[1], pair.filters)
        let (rows, columns) = (input.shape[0] + 1, input.shape[1] + 1)
        for image in 0..<context.images {
            for i in 0..<height {
                let (a, above) = (i % 2, i / 2 + i % 2)
                for j in 0..<width {
                    let (b, left) = (j % 2, j / 2 + j % 2)
                    let answer = ((image * rows + above) * columns + left) * 4 + a * 2 + b
                    body(((image * height + i) * width + j) * filters, answer * filters)
                }
            }
        }
    }
}
