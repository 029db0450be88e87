/// Compresses the rows of a picture into a zlib stream (RFC 1950, RFC 1951), fast where pictures are drawn: rows
/// that repeat and ground of one colour cost next to nothing, and matches are looked for pixel by pixel, not byte by
/// byte.
///
/// zlib spends most of its time on such pictures comparing what is known to be equal, and the bytes that it writes
/// differ from version to version; these are the same everywhere.
struct Deflater: ~Copyable {
    private let rowLength: Int
    private let unit: Int
    private let longest: Int
    /// What has been read, back to the farthest match.
    private let window: UnsafeMutablePointer<UInt8>
    private let capacity: Int
    private var end = 0
    /// Where the window begins in all that has been read.
    private var base = 0
    /// Where bytes of some hash were read last, and before that.
    private let places: UnsafeMutablePointer<UInt32>
    private var block = DeflateBlock()
    private var checksum = Adler32()
    private var writer = BitWriter()

    private static let farthest = 32_768
    private static let hashBits = 13
    /// Room for reading eight bytes from anywhere.
    private static let slack = 16

    /// - Parameters:
    ///   - rowLength: bytes of a row, without the one that tells its filter.
    ///   - unit: bytes of a pixel, at least one.
    init(rowLength: Int, unit: Int) {
        self.rowLength = rowLength
        self.unit = unit
        longest = 258 / unit * unit
        capacity = Self.farthest + max(1 << 16, 2 * (rowLength + 1))
        window = .allocate(capacity: capacity + Self.slack)
        window.initialize(repeating: 0, count: capacity + Self.slack)
        places = .allocate(capacity: 2 << Self.hashBits)
        // No place is as far back as this, so it is never taken for a match.
        places.initialize(repeating: UInt32(truncatingIfNeeded: -2 * Self.farthest), count: 2 << Self.hashBits)
        writer.put(0x78, 8)
        writer.put(0x01, 8)
    }

    deinit {
        window.deallocate()
        places.deallocate()
    }

    /// Adds a row that `fill` writes.
    mutating func addRow(_ fill: (UnsafeMutablePointer<UInt8>) -> Void) {
        makeRoom()
        let start = end
        window[start] = 0
        fill(window + start + 1)
        end += rowLength + 1
        checksum.add(UnsafeBufferPointer(start: window + start, count: rowLength + 1))
        addLiteral(0)
        match(from: start + 1)
    }

    /// Adds the row before once more: filtered by what stands above, it is nothing but zeros.
    mutating func repeatRow() {
        makeRoom()
        window[end] = 2
        (window + end + 1).update(repeating: 0, count: rowLength)
        checksum.add(UnsafeBufferPointer(start: window + end, count: 1))
        checksum.addZeros(rowLength)
        end += rowLength + 1
        addLiteral(2)
        addLiteral(0)
        var rest = rowLength - 1
        while rest >= 3 {
            let length = rest > 260 || rest < 259 ? min(rest, 258) : 200
            addMatch(length, distance: 1)
            rest -= length
        }
        for _ in 0..<rest { addLiteral(0) }
    }

    /// The whole stream. Nothing can be added afterwards.
    mutating func finish() -> [UInt8] {
        block.finish(isLast: true, to: &writer)
        let sum = checksum.value
        writer.align(appending: [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: sum >> $0) })
        return writer.bytes
    }

    private mutating func makeRoom() {
        guard end + rowLength + 1 > capacity else { return }
        let shift = end - Self.farthest
        window.update(from: window + shift, count: Self.farthest)
        end -= shift
        base += shift
    }

    /// Finds what the row at `start` has in common with what was read before it.
    private mutating func match(from start: Int) {
        var place = start
        while place < end {
            let limit = min(longest, end - place)
            guard limit >= max(4, unit) else {
                addLiteral(window[place])
                place += 1
                continue
            }
            let (length, distance) = longestMatch(at: place, limit: limit)
            if length >= 3 {
                addMatch(length, distance: distance)
                remember(from: place + unit, to: min(place + length, place + 4 * unit))
                place += length
            } else {
                for offset in 0..<unit { addLiteral(window[place + offset]) }
                place += unit
            }
        }
    }

    /// The longest match of the three that are tried for: the pixel at the left again and again, the row above, and
    /// where the same two pixels stood last.
    @inline(__always)
    private mutating func longestMatch(at place: Int, limit: Int) -> (length: Int, distance: Int) {
        let here = window + place
        var best = (length: 0, distance: 0)
        @inline(__always)
        func consider(_ distance: Int, atLeast least: Int) {
            guard best.length < limit, here[best.length] == (here - distance)[best.length] else { return }
            let length = Self.common(here, here - distance, limit)
            let whole = length == limit ? length : length / unit * unit
            if whole > best.length, whole >= least { best = (whole, distance) }
        }
        if place >= unit { consider(unit, atLeast: unit) }
        let slot = places + 2 * hash(at: here)
        let now = UInt32(truncatingIfNeeded: base + place)
        for index in 0..<2 {
            let distance = Int(now &- slot[index])
            if distance <= Self.farthest, distance <= place { consider(distance, atLeast: max(4, unit)) }
        }
        if rowLength < Self.farthest, place > rowLength { consider(rowLength + 1, atLeast: max(4, unit)) }
        slot[1] = slot[0]
        slot[0] = now
        return best
    }

    private mutating func remember(from start: Int, to end: Int) {
        var place = start
        while place < end {
            let slot = places + 2 * hash(at: window + place)
            slot[1] = slot[0]
            slot[0] = UInt32(truncatingIfNeeded: base + place)
            place += unit
        }
    }

    /// A hash of two pixels, or of four bytes where a pixel has one.
    @inline(__always)
    private func hash(at place: UnsafeMutablePointer<UInt8>) -> Int {
        let bytes = UnsafeRawPointer(place).loadUnaligned(as: UInt64.self).littleEndian
        let used = bytes &<< UInt64(64 - 8 * max(4, min(8, 2 * unit)))
        // Knuth's multiplicative hashing with the golden ratio, The Art of Computer Programming, 6.4.
        return Int((used &* 0x9E37_79B9_7F4A_7C15) &>> UInt64(64 - Self.hashBits))
    }

    /// How many bytes two places have in common, at most `limit`.
    @inline(__always)
    private static func common(_ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>, _ limit: Int) -> Int {
        var count = 0
        while count + 8 <= limit {
            let difference =
                UnsafeRawPointer(left + count).loadUnaligned(as: UInt64.self)
                ^ UnsafeRawPointer(right + count).loadUnaligned(as: UInt64.self)
            if difference != 0 { return count + difference.littleEndian.trailingZeroBitCount / 8 }
            count += 8
        }
        while count < limit, left[count] == right[count] { count += 1 }
        return count
    }

    @inline(__always)
    private mutating func addLiteral(_ byte: UInt8) {
        if block.isFull { block.finish(isLast: false, to: &writer) }
        block.addLiteral(byte)
    }

    @inline(__always)
    private mutating func addMatch(_ length: Int, distance: Int) {
        if block.isFull { block.finish(isLast: false, to: &writer) }
        block.addMatch(length: length, distance: distance)
    }
}
