import Tensors

extension Model {
    /// The same network for other pictures and other classes: it reads this shape, and where it ends in probabilities it
    /// gives one for each class. Whether its layers fit is found by ``resolved()``, as ever.
    ///
    /// - Parameters:
    ///   - input: the shape of one picture, HWC.
    ///   - classes: how many there are.
    public func fitted(to input: Shape, classes: Int) -> Model {
        var layers = layers
        if let last = layers.last?.definition as? Dense, last.activation == .softmax {
            layers[layers.count - 1] = .dense(
                classes, activation: last.activation, initialisation: last.initialisation)
        }
        return Model(name: name, input: input, layers: layers)
    }
}
