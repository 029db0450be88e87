/// A dense layer that reads the images themselves, as the first of a network without convolutions does.
///
/// Elsewhere each worker runs some images through the whole network, and reads all weights. Here nearly all of the
/// network's weights stand in this one layer, and a step is so short that their way from one core's cache to the
/// other's and back took a third of it. So in training each worker takes some *units* for all images of the batch:
/// the same ones in every step, whose weights and moments then stay in its cache. The weights of 32 units lie
/// together, for the same reason.
enum OpeningDense {
    /// Units that are computed and moved together.
    static let width = 32

    /// Whether a layer of a network is of this kind.
    static func fits(_ layers: [ResolvedLayer], _ layer: ResolvedLayer) -> Bool {
        layer.definition is Dense && layer.output.count.isMultiple(of: width) && layer.output.count > width
            && layers[..<layer.index].allSatisfy { $0.definition is Flatten }
    }
}
