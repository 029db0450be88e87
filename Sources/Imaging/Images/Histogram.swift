/// How often each intensity occurs.
public struct Histogram: Equatable, Sendable {
    /// 256 counts, from black to white.
    public let counts: [Int]

    /// Counts bytes, at the speed of the memory: eight tables take turns, since adding twice to one place is
    /// slow when the second sum has to wait for the first.
    public init(of bytes: [UInt8]) {
        var tables = [UInt32](repeating: 0, count: 8 * 256)
        var counts = [Int](repeating: 0, count: 256)
        bytes.withUnsafeBytes { source in
            tables.withUnsafeMutableBufferPointer { tables in
                // A table's 32 bits hold a block's counts; blocks are added up as whole numbers.
                for start in Swift.stride(from: 0, to: source.count, by: 1 << 30) {
                    let block = UnsafeRawBufferPointer(rebasing: source[start..<min(source.count, start + 1 << 30)])
                    Self.count(block, into: tables)
                    for (place, count) in tables.enumerated() { counts[place % 256] += Int(count) }
                    tables.update(repeating: 0)
                }
            }
        }
        self.counts = counts
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

    private static func count(_ bytes: UnsafeRawBufferPointer, into tables: UnsafeMutableBufferPointer<UInt32>) {
        let words = bytes.count / 8
        for word in 0..<words {
            var rest = bytes.loadUnaligned(fromByteOffset: 8 * word, as: UInt64.self)
            for table in 0..<8 {
                tables[256 * table + Int(rest & 0xFF)] &+= 1
                rest >>= 8
            }
        }
        for byte in bytes[(8 * words)...] { tables[Int(byte)] &+= 1 }
    }
}
