import Tensors

/// A 3x3 convolution, ReLU and 2x2 max pooling: three steps that the fast path takes as one.
///
/// What makes it worth a stage of its own is the way back. A window's gradient goes to its winner alone, and to
/// none if ReLU has switched the winner off; so at most a quarter of the convolution's outputs have anything to
/// teach, and visiting only those is a fraction of the full convolution's work.
struct PooledBlock {
    let convolution: ResolvedLayer
    let pooling: ResolvedLayer
    /// Zeros around the picture: 0 for a valid convolution, 1 for same.
    let border: Int

    var filters: Int { convolution.output[2] }
    /// Height and width of the picture with its border.
    var paddedHeight: Int { convolution.input[0] + 2 * border }
    var paddedWidth: Int { convolution.input[1] + 2 * border }

    /// How many rows and columns of the picture matter: where a pooled map has an odd side, its last row or column is
    /// in no window, and what only leads there is not read.
    var read: (height: Int, width: Int) {
        let (picture, pooled) = (convolution.input, pooling.output)
        return (
            min(picture[0], 2 * pooled[0] + 2 - border), min(picture[1], 2 * pooled[1] + 2 - border)
        )
    }

    /// The block that starts at `index`, if one does.
    init?(_ layers: [ResolvedLayer], at index: Int) {
        guard index + 1 < layers.count, let convolution = layers[index].definition as? Conv2D,
            let pooling = layers[index + 1].definition as? MaxPool2D
        else { return nil }
        guard convolution.window.size == 3, convolution.window.stride == 1, convolution.activation == .relu,
            convolution.filters.isMultiple(of: 16)
        else { return nil }
        let map = layers[index].output
        let fits = pooling.window.padding == .valid || (map[0].isMultiple(of: 2) && map[1].isMultiple(of: 2))
        guard pooling.window.size == 2, pooling.window.stride == 2, fits else { return nil }
        self.convolution = layers[index]
        self.pooling = layers[index + 1]
        border = convolution.window.padding == .same ? 1 : 0
    }
}
