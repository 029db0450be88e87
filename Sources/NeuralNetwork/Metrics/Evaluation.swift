import Tensors

/// How a network did on examples.
public struct Evaluation: Hashable, Codable, Sendable {
    /// Mean loss over all images.
    public let loss: Double
    /// Share of the images whose largest output is the label's; without labels nil.
    public let accuracy: Double?
    /// How many images there were.
    public let count: Int

    /// Figures that were computed elsewhere.
    public init(loss: Double, accuracy: Double?, count: Int) {
        self.loss = loss
        self.accuracy = accuracy
        self.count = count
    }
}

extension Tensor {
    /// The index of the largest number in each row of a matrix, the first among equals.
    public func largestInRows() -> [Int] {
        let columns = shape.extents.last ?? 0
        return (0..<(shape.extents.first ?? 0)).map { row in
            var best = 0
            for column in 0..<columns
            where elements[row * columns + column] > elements[row * columns + best] { best = column }
            return best
        }
    }
}
