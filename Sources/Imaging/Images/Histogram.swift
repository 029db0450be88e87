import Threads

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
        nonisolated(unsafe) let bytes = bytes
        let partial = Parallel.map(parts, threads: parts) { part in
            let start = bytes.count / parts * part
            let end = part == parts - 1 ? bytes.count : start + bytes.count / parts
            return ByteCounter.counts(of: UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
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
/// wait for the first. Eight black bytes, which most of a picture of a digit is made of, are one comparison: words that
/// hold anything else are moved together first, without a jump that the processor could guess wrong.
private enum ByteCounter {
    private static let tables = 8
    /// Words that are looked through at a time: they stay in the first cache.
    private static let chunk = 1024
    /// What a table's 32 bits hold for certain.
    private static let block = 1 << 30

    static func counts(of source: UnsafeRawBufferPointer) -> [Int] {
        var counts = [Int](repeating: 0, count: 256)
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: tables * 256) { tables in
            for start in stride(from: 0, to: source.count, by: block) {
                tables.update(repeating: 0)
                let bytes = UnsafeRawBufferPointer(rebasing: source[start..<min(source.count, start + block)])
                counts[0] += count(bytes, into: tables)
                for (place, count) in tables.enumerated() { counts[place % 256] += Int(count) }
            }
        }
        return counts
    }

    /// - Returns: how many black bytes are not in the tables.
    private static func count(
        _ bytes: UnsafeRawBufferPointer, into tables: UnsafeMutableBufferPointer<UInt32>
    ) -> Int {
        guard let start = bytes.baseAddress, let tables = tables.baseAddress else { return 0 }
        let words = bytes.count / 8
        var blackWords = 0
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: chunk) { kept in
            guard let kept = kept.baseAddress else { return }
            for first in stride(from: 0, to: words, by: chunk) {
                let end = min(words, first + chunk)
                var keptCount = 0
                var word = first
                // Measured: as a `for` over the range, this takes twice as long.
                while word < end {
                    let eight = start.loadUnaligned(fromByteOffset: 8 &* word, as: UInt64.self)
                    kept[keptCount] = eight
                    keptCount &+= eight == 0 ? 0 : 1
                    word &+= 1
                }
                blackWords += end - first - keptCount
                for index in 0..<keptCount {
                    var rest = kept[index]
                    for table in 0..<8 {
                        tables[256 &* table &+ Int(truncatingIfNeeded: rest & 0xFF)] &+= 1
                        rest &>>= 8
                    }
                }
            }
        }
        for place in (8 * words)..<bytes.count { tables[Int(start.load(fromByteOffset: place, as: UInt8.self))] &+= 1 }
        return 8 * blackWords
    }
}
