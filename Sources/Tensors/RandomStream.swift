/// What random numbers are drawn for. Each purpose has a stream of its own, so that drawing more of one
/// never shifts another.
public enum RandomPurpose: UInt32, Sendable {
    case initialisation = 1
    case shuffling = 2
    case dropout = 3
    case noise = 4
    case drawnDigits = 5
    case drawnGarments = 6
    case sampling = 7
    case pixelOrder = 8
    case ownData = 9
}

/// A reproducible stream of random numbers: Philox under a seed, a purpose and an index (an epoch, an image).
public struct RandomStream: RandomNumberGenerator, Sendable {
    private let key: SIMD2<UInt32>
    private let purpose: UInt32
    private let index: UInt32
    /// How many 64-bit words have been drawn.
    public private(set) var position: UInt64

    private var block = SIMD4<UInt32>()

    /// - Parameters:
    ///   - seed: the run's seed.
    ///   - purpose: what the numbers are for.
    ///   - index: which stream of that purpose: the epoch, the layer, the image.
    ///   - position: where to go on, as told by ``position``.
    public init(seed: UInt64, purpose: RandomPurpose, index: UInt32 = 0, position: UInt64 = 0) {
        key = SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
        self.purpose = purpose.rawValue
        self.index = index
        self.position = position
        if !position.isMultiple(of: 2) { block = words(of: position / 2) }
    }

    /// The next 64 bits of the stream.
    public mutating func next() -> UInt64 {
        defer { position += 1 }
        if position.isMultiple(of: 2) {
            block = words(of: position / 2)
            return UInt64(block.y) << 32 | UInt64(block.x)
        }
        return UInt64(block.w) << 32 | UInt64(block.z)
    }

    /// A number in [0, 1) with 24 random bits, all that a `Float` of that range holds evenly.
    public mutating func uniform() -> Float {
        Float(next() >> 40) * 0x1p-24
    }

    /// A number in [low, high).
    public mutating func uniform(_ low: Float, _ high: Float) -> Float {
        low + (high - low) * uniform()
    }

    /// A whole number in 0..<bound without bias (Lemire, 2019).
    public mutating func integer(below bound: Int) -> Int {
        Int(next(upperBound: UInt64(bound)))
    }

    /// The numbers 0..<count in random order: Fisher and Yates's shuffle, from the back.
    public mutating func permutation(of count: Int) -> [Int] {
        var order = Array(0..<count)
        for last in stride(from: count - 1, to: 0, by: -1) {
            order.swapAt(last, integer(below: last + 1))
        }
        return order
    }

    private func words(of number: UInt64) -> SIMD4<UInt32> {
        Philox.block(
            counter: SIMD4(
                UInt32(truncatingIfNeeded: number), UInt32(truncatingIfNeeded: number >> 32), purpose, index),
            key: key)
    }
}
