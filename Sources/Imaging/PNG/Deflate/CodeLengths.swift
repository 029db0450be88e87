/// The lengths of a block's two codes, told in a third one (RFC 1951, 3.2.7): a decoder needs no more to know the codes.
struct CodeLengths {
    /// A length from 0 to 15, or a run: 16 repeats the last length, 17 and 18 are zeros.
    private struct Symbol {
        var value: Int
        var extra = 0
        var extraCount = 0
    }

    /// The order in which the third code's own lengths stand, likely zeros last.
    private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

    private let literalCount: Int
    private let distanceCount: Int
    private let symbols: [Symbol]

    init(_ literals: HuffmanCode, _ distances: HuffmanCode) {
        func used(_ lengths: [UInt8], atLeast least: Int) -> ArraySlice<UInt8> {
            lengths[..<max(least, (lengths.lastIndex { $0 > 0 } ?? 0) + 1)]
        }
        let (first, second) = (used(literals.lengths, atLeast: 257), used(distances.lengths, atLeast: 1))
        (literalCount, distanceCount) = (first.count, second.count)
        symbols = Self.runs(of: first + second)
    }

    func write(to writer: inout BitWriter) {
        var frequencies = [Int](repeating: 0, count: 19)
        for symbol in symbols { frequencies[symbol.value] += 1 }
        let code = HuffmanCode(frequencies: frequencies, longest: 7)
        let told = max(4, (Self.order.lastIndex { code.lengths[$0] > 0 } ?? 0) + 1)
        writer.put(literalCount - 257, 5)
        writer.put(distanceCount - 1, 5)
        writer.put(told - 4, 4)
        for value in Self.order[..<told] { writer.put(Int(code.lengths[value]), 3) }
        for symbol in symbols {
            writer.put(Int(code.codes[symbol.value]), Int(code.lengths[symbol.value]))
            writer.put(symbol.extra, symbol.extraCount)
        }
    }

    private static func runs(of lengths: ArraySlice<UInt8>) -> [Symbol] {
        var symbols: [Symbol] = []
        var rest = lengths
        while let length = rest.first {
            let run = rest.prefix { $0 == length }.count
            let taken: Int
            switch (length, run) {
            case (0, 11...):
                taken = min(run, 138)
                symbols.append(Symbol(value: 18, extra: taken - 11, extraCount: 7))
            case (0, 3...):
                taken = run
                symbols.append(Symbol(value: 17, extra: taken - 3, extraCount: 3))
            case (_, 4...):
                taken = min(run, 7)
                symbols.append(Symbol(value: Int(length)))
                symbols.append(Symbol(value: 16, extra: taken - 4, extraCount: 2))
            default:
                taken = 1
                symbols.append(Symbol(value: Int(length)))
            }
            rest = rest.dropFirst(taken)
        }
        return symbols
    }
}
