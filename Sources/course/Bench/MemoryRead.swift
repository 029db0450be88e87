import Threads

/// Reads bytes and does next to nothing with them: what memory gives at most.
enum MemoryRead {
    /// How many bits are set in the bytes that differ an odd number of times; a number that needs all of them.
    static func bits(of bytes: UnsafeRawBufferPointer, threads: Int) -> Int {
        nonisolated(unsafe) let bytes = bytes
        return Parallel.map(threads, threads: threads) { part in
            let start = bytes.count / threads * part
            let end = part == threads - 1 ? bytes.count : start + bytes.count / threads
            return bits(of: UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
        }.reduce(0, +)
    }

    /// Four sums side by side, so that none waits for another.
    private static func bits(of bytes: UnsafeRawBufferPointer) -> Int {
        var sums = (SIMD8<UInt64>.zero, SIMD8<UInt64>.zero, SIMD8<UInt64>.zero, SIMD8<UInt64>.zero)
        for place in stride(from: 0, to: bytes.count - 255, by: 256) {
            sums.0 ^= bytes.loadUnaligned(fromByteOffset: place, as: SIMD8<UInt64>.self)
            sums.1 ^= bytes.loadUnaligned(fromByteOffset: place + 64, as: SIMD8<UInt64>.self)
            sums.2 ^= bytes.loadUnaligned(fromByteOffset: place + 128, as: SIMD8<UInt64>.self)
            sums.3 ^= bytes.loadUnaligned(fromByteOffset: place + 192, as: SIMD8<UInt64>.self)
        }
        let sum = sums.0 ^ sums.1 ^ sums.2 ^ sums.3
        return sum.indices.reduce(0) { $0 + sum[$1].nonzeroBitCount }
    }
}
