import Dispatch

/// How often each intensity occurs.
public struct Histogram: Equatable, Sendable {
    /// 256 counts, from black to white.
    public let counts: [Int]

    /// Counts bytes.
    public init(of bytes: [UInt8]) {
        self = bytes.withUnsafeBytes { Histogram(of: $0, threads: 1) }
    }

    /// Counts bytes at the speed of the memory: every thread counts a part of its own.
    public init(of bytes: UnsafeRawBufferPointer, threads: Int) {
        // Below a megabyte, waking a thread costs more than it counts.
        let parts = max(1, min(threads, bytes.count >> 20))
        guard parts > 1 else {
            counts = ByteCounter.counts(of: bytes)
            return
        }
        var partial = [[Int]](repeating: [], count: parts)
        partial.withUnsafeMutableBufferPointer { partial in
            // Each thread writes one place, which no other touches.
            nonisolated(unsafe) let partial = partial
            nonisolated(unsafe) let bytes = bytes
            DispatchQueue.concurrentPerform(iterations: parts) { part in
                let (start, end) = (
                    bytes.count / parts * part, part == parts - 1 ? bytes.count : bytes.count / parts * (part + 1)
                )
                partial[part] = ByteCounter.counts(of: UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
            }
        }
        counts = (0..<256).map { value in partial.reduce(0) { $0 + $1[value] } }
    }

    /// Counts the intensities of a picture, clipped to 0...255 and rounded.
    public init(of image: GrayImage) { self.init(of: image.bytes) }

    /// The counts in `bins` bins of equal width over 0...255, the last one closed, as NumPy has them.
    ///
    /// - Precondition: there is at least one bin.
    public func binned(_ bins: Int) -> [Int] {
        precondition(bins > 0, "\(bins) bins")
        var binned = [Int](repeating: 0, count: bins)
        for (intensity, count) in counts.enumerated() { binned[min(bins - 1, intensity * bins / 255)] += count }
        return binned
    }

    /// The count of all pixels.
    public var total: Int { counts.reduce(0, +) }
}

/// Counts bytes into tables that take turns, since adding twice to one place is slow when the second sum has to
/// wait for the first. A picture's black ground is counted sixty-four bytes at once.
private enum ByteCounter {
    private static let tables = 8
    /// What a table's 32 bits hold for certain.
    private static let block = 1 << 30

    static func counts(of source: UnsafeRawBufferPointer) -> [Int] {
        var counts = [Int](repeating: 0, count: 256)
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: tables * 256) { tables in
            for start in stride(from: 0, to: source.count, by: block) {
                tables.update(repeating: 0)
                count(UnsafeRawBufferPointer(rebasing: source[start..<min(source.count, start + block)]), into: tables)
                for (place, count) in tables.enumerated() { counts[place % 256] += Int(count) }
            }
        }
        return counts
    }

    private static func count(_ bytes: UnsafeRawBufferPointer, into tables: UnsafeMutableBufferPointer<UInt32>) {
        guard let start = bytes.baseAddress, let tables = tables.baseAddress else { return }
        let words = bytes.count / 8
        var word = 0
        while word < words {
            // Sixty-four black bytes are one comparison.
            if word + 8 <= words {
                let eight = start.loadUnaligned(fromByteOffset: 8 * word, as: SIMD8<UInt64>.self)
                if eight == .zero {
                    tables[0] &+= 64
                    word += 8
                    continue
                }
            }
            let end = min(words, word + 8)
            while word < end {
                var rest = start.loadUnaligned(fromByteOffset: 8 * word, as: UInt64.self)
                word += 1
                for table in 0..<8 {
                    tables[256 * table + Int(rest & 0xFF)] &+= 1
                    rest >>= 8
                }
            }
        }
        for place in (8 * words)..<bytes.count { tables[Int(start.load(fromByteOffset: place, as: UInt8.self))] &+= 1 }
    }
}
