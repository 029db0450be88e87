import COneDNN

/// A dense layer with its activation. The gradient of its kernel is left to the update, which sees the whole batch.
final class DenseStage: Stage {
    let layer: ResolvedLayer
    let input: Flow
    let output: Flow
    private let activation: Activation
    private let isLast: Bool
    private let context: StageContext
    private let weights: UnsafeMutablePointer<Float>
    private let bias: UnsafeMutablePointer<Float>
    private let backward: TransposedProduct

    init(
        _ layer: ResolvedLayer, input: Flow, output: Flow, isLast: Bool, _ context: StageContext
    ) {
        self.layer = layer
        self.input = input
        self.output = output
        self.isLast = isLast
        self.context = context
        activation = layer.definition.activation
        weights = context.weights(layer, "kernel")
        bias = context.weights(layer, "bias")
        backward = TransposedProduct(inputs: layer.input.count, units: layer.output.count)
    }

    func forward(_ shard: Shard, slot: Int) throws(BackendError) {
        let (inputs, units) = (layer.input.count, layer.output.count)
        let y = output.values[slot]
        for row in 0..<context.images { (y + row * units).update(from: bias, count: units) }
        try matrixProduct(
            rows: context.images, columns: units, depth: inputs, input.values[slot], weights, adding: true, to: y)
        activation.apply(to: y, rows: context.images, columns: units)
    }

    func backward(_ shard: Shard, slot: Int) throws(BackendError) {
        guard let gradient = output.gradient else { return }
        if !isLast {
            activation.applyDerivative(
                to: gradient[slot], output: output.values[slot], rows: context.images, columns: layer.output.count)
        }
        if let below = input.gradient { backward.run(gradient[slot], weights, to: below[slot]) }
    }
}

/// C = A B, or C += A B, row-major and dense; A may be given transposed.
///
/// - Parameter lengthOfA: from one row of A to the next in memory, where it is not the width of A.
func matrixProduct(
    rows: Int, columns: Int, depth: Int, _ a: UnsafePointer<Float>, transposingA: Bool = false, lengthOfA: Int? = nil,
    _ b: UnsafePointer<Float>, adding: Bool = false, to c: UnsafeMutablePointer<Float>
) throws(BackendError) {
    let (plain, transposed) = (CChar(UInt8(ascii: "N")), CChar(UInt8(ascii: "T")))
    try check(
        dnnl_sgemm(
            transposingA ? transposed : plain, plain, dnnl_dim_t(rows),
            dnnl_dim_t(columns), dnnl_dim_t(depth), 1, a, dnnl_dim_t(lengthOfA ?? (transposingA ? rows : depth)), b,
            dnnl_dim_t(columns), adding ? 1 : 0, c, dnnl_dim_t(columns)),
        "matrix product")
}
