/// A shape and its numbers, the last axis contiguous.
public struct Tensor: Equatable, Sendable {
    /// The extents of the axes.
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

    /// The element of a vector.
    public subscript(i: Int) -> Float {
        get { elements[offset(i)] }
        set { elements[offset(i)] = newValue }
    }

    /// The element of a matrix.
    public subscript(i: Int, j: Int) -> Float {
        get { elements[offset(i, j)] }
        set { elements[offset(i, j)] = newValue }
    }

    /// The element of one picture (HWC).
    public subscript(i: Int, j: Int, k: Int) -> Float {
        get { elements[offset(i, j, k)] }
        set { elements[offset(i, j, k)] = newValue }
    }

    /// The element of a batch of pictures (NHWC) or of kernels (HWIO). Loops that read like formulas live on this one.
    public subscript(i: Int, j: Int, k: Int, l: Int) -> Float {
        get { elements[offset(i, j, k, l)] }
        set { elements[offset(i, j, k, l)] = newValue }
    }

    /// The same elements under another shape of the same count.
    public func reshaped(to other: Shape) -> Tensor { Tensor(other, elements) }

    private func offset(_ i: Int) -> Int {
        precondition(shape.extents.count == 1, "one index for shape \(shape)")
        return i
    }

    private func offset(_ i: Int, _ j: Int) -> Int {
        let extents = shape.extents
        precondition(extents.count == 2, "two indices for shape \(shape)")
        precondition(i >= 0 && i < extents[0] && j >= 0 && j < extents[1], "index (\(i), \(j)) in \(shape)")
        return i * extents[1] + j
    }

    private func offset(_ i: Int, _ j: Int, _ k: Int) -> Int {
        let extents = shape.extents
        precondition(extents.count == 3, "three indices for shape \(shape)")
        precondition(
            i >= 0 && i < extents[0] && j >= 0 && j < extents[1] && k >= 0 && k < extents[2],
            "index (\(i), \(j), \(k)) in \(shape)")
        return (i * extents[1] + j) * extents[2] + k
    }

    private func offset(_ i: Int, _ j: Int, _ k: Int, _ l: Int) -> Int {
        let extents = shape.extents
        precondition(extents.count == 4, "four indices for shape \(shape)")
        precondition(
            i >= 0 && i < extents[0] && j >= 0 && j < extents[1] && k >= 0 && k < extents[2] && l >= 0
                && l < extents[3], "index (\(i), \(j), \(k), \(l)) in \(shape)")
        return ((i * extents[1] + j) * extents[2] + k) * extents[3] + l
    }
}
