/// Puts bits into bytes, the lowest first, as RFC 1951, 3.1.1 has it.
struct BitWriter {
    private(set) var bytes: [UInt8] = []
    private var held: UInt64 = 0
    private var heldCount: UInt64 = 0

    /// Appends the lowest `count` bits of `bits`, at most 16; its other bits are zero.
    mutating func put(_ bits: Int, _ count: Int) {
        write { $0.put(UInt64(truncatingIfNeeded: bits), UInt64(truncatingIfNeeded: count)) }
    }

    /// Appends whole bytes; what is held back of the last one is filled up with zeros first.
    mutating func align(appending tail: [UInt8] = []) {
        if heldCount > 0 { bytes.append(UInt8(truncatingIfNeeded: held)) }
        (held, heldCount) = (0, 0)
        bytes += tail
    }

    /// Lends a place to write many bits to.
    ///
    /// - Parameter room: bytes that they need at most.
    mutating func write(room: Int = 16, _ body: (inout Cursor) -> Void) {
        withUnsafeTemporaryAllocation(byteCount: room + 16, alignment: 8) { buffer in
            guard let start = buffer.baseAddress else { return }
            var cursor = Cursor(place: start, held: held, heldCount: heldCount)
            body(&cursor)
            (held, heldCount) = (cursor.held, cursor.heldCount)
            bytes.append(contentsOf: UnsafeRawBufferPointer(start: start, count: cursor.place - start))
        }
    }

    /// A place in memory with room behind it.
    struct Cursor {
        fileprivate(set) var place: UnsafeMutableRawPointer
        fileprivate var held: UInt64
        fileprivate var heldCount: UInt64

        /// Appends at most 56 bits; those above `count` are zero. Eight bytes are stored each time, but the place
        /// moves on by whole ones only.
        @inline(__always)
        mutating func put(_ bits: UInt64, _ count: UInt64) {
            held |= bits &<< heldCount
            heldCount &+= count
            place.storeBytes(of: held.littleEndian, as: UInt64.self)
            place += Int(truncatingIfNeeded: heldCount &>> 3)
            held = held &>> (heldCount & 56)
            heldCount &= 7
        }
    }
}
