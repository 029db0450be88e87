/// A shape and its numbers, the last axis contiguous.
public struct Tensor: Equatable, Sendable {
    public let shape: Shape
    /// The elements in row-major order; `shape.count` of them.
    public var elements: [Float]

    /// - Precondition: there are as many elements as the shape holds.
    public init(_ shape: Shape, _ elements: [Float]) {
        precondition(elements.count == shape.count, "\(elements.count) elements for shape \(shape)")
        self.shape = shape
        self.elements = elements
    }

    /// A tensor that holds one value everywhere.
    public init(_ shape: Shape, repeating value: Float = 0) {
        self.init(shape, Array(repeating: value, count: shape.count))
    }

    /// The element at one index per axis.
    public subscript(_ indices: Int...) -> Float {
        get { elements[offset(indices)] }
        set { elements[offset(indices)] = newValue }
    }

    /// The same elements under another shape of the same count.
    public func reshaped(to other: Shape) -> Tensor { Tensor(other, elements) }

    private func offset(_ indices: [Int]) -> Int {
        precondition(indices.count == shape.rank, "\(indices.count) indices for shape \(shape)")
        var offset = 0
        for (axis, index) in indices.enumerated() {
            precondition(index >= 0 && index < shape[axis], "index \(index) on axis \(axis) of \(shape)")
            offset = offset * shape[axis] + index
        }
        return offset
    }
}
