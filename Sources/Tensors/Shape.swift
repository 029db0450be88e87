/// The extents of a tensor, outermost first. Images are NHWC: batch, height, width, channels.
public struct Shape: Hashable, Sendable, ExpressibleByArrayLiteral, CustomStringConvertible {
    /// The extents, outermost first.
    public let extents: [Int]

    /// - Precondition: no extent is negative.
    public init(_ extents: [Int]) {
        precondition(extents.allSatisfy { $0 >= 0 }, "a negative extent in \(extents)")
        self.extents = extents
    }

    /// A shape as it is written: `[28, 28, 1]`.
    public init(arrayLiteral extents: Int...) { self.init(extents) }

    /// The count of axes.
    public var rank: Int { extents.count }

    /// The count of elements: the product of the extents.
    public var count: Int { extents.reduce(1, *) }

    /// The extent of one axis, counted from 0.
    public subscript(axis: Int) -> Int { extents[axis] }

    /// As teachers write it: `26x26x32`.
    public var description: String { extents.map(String.init).joined(separator: "x") }
}
