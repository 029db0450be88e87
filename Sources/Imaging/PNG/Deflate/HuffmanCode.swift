/// A canonical prefix code with the shortest possible text for symbols of known frequencies: D. A. Huffman, *A Method
/// for the Construction of Minimum-Redundancy Codes* (1952), in the form of RFC 1951, 3.2.2.
struct HuffmanCode {
    /// Bits of every symbol; 0 for one that does not occur.
    private(set) var lengths: [UInt8]
    /// The bits themselves, the first one lowest, as a stream of bits takes them.
    private(set) var codes: [UInt16]

    /// - Parameters:
    ///   - frequencies: how often each symbol occurs. At least two get a code, because decoders want that.
    ///   - longest: the most bits that a symbol may have.
    init(frequencies: [Int], longest: Int) {
        var order = frequencies.indices.filter { frequencies[$0] > 0 }
        order += frequencies.indices.filter { frequencies[$0] == 0 }.prefix(max(0, 2 - order.count))
        order.sort { (frequencies[$0], $0) < (frequencies[$1], $1) }
        lengths = [UInt8](repeating: 0, count: frequencies.count)
        codes = [UInt16](repeating: 0, count: frequencies.count)
        let counts = Self.counts(of: Self.depths(of: order.map { max(1, frequencies[$0]) }), longest: longest)
        var rest = order[...]
        for length in stride(from: longest, to: 0, by: -1) {
            for symbol in rest.prefix(counts[length]) { lengths[symbol] = UInt8(length) }
            rest = rest.dropFirst(counts[length])
        }
        number(counts)
    }

    /// How deep each leaf of Huffman's tree lies, for weights that do not fall. Two queues, one of leaves and one of
    /// joined nodes, are both in order already, so the two lightest are always at their fronts.
    private static func depths(of leaves: [Int]) -> [Int] {
        let count = leaves.count
        var weights = leaves
        var parents = [Int](repeating: 0, count: 2 * count - 1)
        var (leaf, inner) = (0, count)
        for node in count..<(2 * count - 1) {
            var weight = 0
            for _ in 0..<2 {
                let takesLeaf = leaf < count && (inner >= node || weights[leaf] <= weights[inner])
                let lightest = takesLeaf ? leaf : inner
                if takesLeaf { leaf += 1 } else { inner += 1 }
                weight += weights[lightest]
                parents[lightest] = node
            }
            weights.append(weight)
        }
        var depths = [Int](repeating: 0, count: 2 * count - 1)
        for node in stride(from: 2 * count - 3, through: 0, by: -1) { depths[node] = depths[parents[node]] + 1 }
        return Array(depths[..<count])
    }

    /// How many symbols have each length. Where the tree is deeper than allowed, its deepest leaves move up, and room
    /// for them is made by moving others down, until Kraft's sum is one again.
    private static func counts(of depths: [Int], longest: Int) -> [Int] {
        var counts = [Int](repeating: 0, count: longest + 1)
        for depth in depths { counts[min(depth, longest)] += 1 }
        var sum = (1...longest).reduce(0) { $0 + counts[$1] << (longest - $1) }
        while sum > 1 << longest {
            counts[longest] -= 1
            if let length = (1..<longest).last(where: { counts[$0] > 0 }) {
                counts[length] -= 1
                counts[length + 1] += 2
            }
            sum -= 1
        }
        return counts
    }

    /// Numbers the codes of each length in the order of their symbols.
    private mutating func number(_ counts: [Int]) {
        var next = [0, 0]
        for length in 1..<counts.count { next.append((next[length] + counts[length]) << 1) }
        for (symbol, length) in lengths.enumerated() where length > 0 {
            let code = UInt16(next[Int(length)])
            next[Int(length)] += 1
            codes[symbol] = code.reversedBits >> (16 - UInt16(length))
        }
    }
}

extension UInt16 {
    fileprivate var reversedBits: UInt16 {
        var (rest, result) = (self, UInt16(0))
        for _ in 0..<16 {
            result = result << 1 | rest & 1
            rest >>= 1
        }
        return result
    }
}
