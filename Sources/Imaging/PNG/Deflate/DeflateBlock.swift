/// Literals and matches of one deflate block, and the block made of them with a code of its own (RFC 1951, 3.2.7).
struct DeflateBlock: ~Copyable {
    /// So many symbols make a block: enough for the codes to pay, few enough for them to follow the picture.
    static let capacity = 1 << 15

    // Never changed, and yet `var`: Swift 6.3 makes broken code of such a `let` where it adds the thread sanitizer.
    /// A literal, or above it the length and the distance of a match.
    private var symbols = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: capacity)
    private var count = 0
    /// How often each symbol of the two codes occurs.
    private var literals = UnsafeMutableBufferPointer<Int>.allocate(capacity: 286)
    private var distances = UnsafeMutableBufferPointer<Int>.allocate(capacity: 30)

    init() {
        literals.initialize(repeating: 0)
        distances.initialize(repeating: 0)
    }

    deinit {
        symbols.deallocate()
        literals.deallocate()
        distances.deallocate()
    }

    /// Whether there is no room for another symbol.
    var isFull: Bool { count == Self.capacity }

    /// Adds a byte as it is.
    @inline(__always)
    mutating func addLiteral(_ byte: UInt8) {
        symbols[count] = UInt32(byte)
        count += 1
        literals[Int(byte)] += 1
    }

    /// Adds a match: 3 to 258 bytes as they stand 1 to 32,768 bytes before.
    @inline(__always)
    mutating func addMatch(length: Int, distance: Int) {
        symbols[count] = UInt32(truncatingIfNeeded: distance << 16 | length)
        count += 1
        literals[257 + LengthCode(length).symbol] += 1
        distances[DistanceCode(distance).symbol] += 1
    }

    /// Writes the block and begins another.
    mutating func finish(isLast: Bool, to writer: inout BitWriter) {
        literals[256] = 1
        let (literalCode, distanceCode) = (
            HuffmanCode(frequencies: Array(literals), longest: 15),
            HuffmanCode(frequencies: Array(distances), longest: 15)
        )
        writer.put(isLast ? 1 : 0, 1)
        writer.put(2, 2)
        CodeLengths(literalCode, distanceCode).write(to: &writer)
        let (symbols, count) = (symbols, count)
        writer.write(room: 7 * count + 8) { cursor in
            literalCode.withFields { literal in
                distanceCode.withFields { distance in
                    for symbol in symbols[..<count] { Self.put(symbol, literal, distance, to: &cursor) }
                }
                literal[256].put(to: &cursor)
            }
        }
        self.count = 0
        literals.update(repeating: 0)
        distances.update(repeating: 0)
    }

    @inline(__always)
    private static func put(
        _ symbol: UInt32, _ literals: UnsafeBufferPointer<HuffmanCode.Field>,
        _ distances: UnsafeBufferPointer<HuffmanCode.Field>, to cursor: inout BitWriter.Cursor
    ) {
        guard symbol > 255 else { return literals[Int(symbol)].put(to: &cursor) }
        let length = LengthCode(Int(symbol & 0xFFFF))
        let distance = DistanceCode(Int(symbol >> 16))
        // The four parts have 48 bits at most and are put at once.
        let (first, second) = (literals[257 + length.symbol], distances[distance.symbol])
        var (bits, count) = (first.bits, first.count)
        bits |= length.extra &<< count
        count &+= length.extraCount
        bits |= second.bits &<< count
        count &+= second.count
        bits |= distance.extra &<< count
        count &+= distance.extraCount
        cursor.put(bits, count)
    }
}

extension HuffmanCode {
    /// A symbol's bits and how many they are.
    struct Field {
        let bits: UInt64
        let count: UInt64

        @inline(__always)
        func put(to cursor: inout BitWriter.Cursor) { cursor.put(bits, count) }
    }

    fileprivate func withFields(_ body: (UnsafeBufferPointer<Field>) -> Void) {
        zip(codes, lengths).map { Field(bits: UInt64($0), count: UInt64($1)) }.withUnsafeBufferPointer(body)
    }
}

/// The symbol of a match's length, counted from 257, and the bits that follow it (RFC 1951, 3.2.5).
private struct LengthCode {
    let symbol: Int
    let extra: UInt64
    let extraCount: UInt64

    @inline(__always)
    init(_ length: Int) {
        let rest = UInt64(truncatingIfNeeded: length &- 3)
        guard rest >= 8, rest != 255 else {
            (symbol, extra, extraCount) = (rest == 255 ? 28 : Int(rest), 0, 0)
            return
        }
        extraCount = UInt64(61 &- rest.leadingZeroBitCount)
        symbol = 4 * Int(extraCount + 1) + Int(rest &>> extraCount & 3)
        extra = rest & (1 &<< extraCount &- 1)
    }
}

/// The symbol of a match's distance, and the bits that follow it (RFC 1951, 3.2.5).
private struct DistanceCode {
    let symbol: Int
    let extra: UInt64
    let extraCount: UInt64

    @inline(__always)
    init(_ distance: Int) {
        let rest = UInt64(truncatingIfNeeded: distance &- 1)
        guard rest >= 4 else {
            (symbol, extra, extraCount) = (Int(rest), 0, 0)
            return
        }
        extraCount = UInt64(62 &- rest.leadingZeroBitCount)
        symbol = 2 * Int(extraCount + 1) + Int(rest &>> extraCount & 1)
        extra = rest & (1 &<< extraCount &- 1)
    }
}
