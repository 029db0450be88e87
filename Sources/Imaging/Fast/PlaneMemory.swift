import Platform

/// The memory of a plane: aligned to cache lines, and large ones in large pages where the system has them.
final class PlaneMemory<Sample: PlaneSample>: @unchecked Sendable {
    let start: UnsafeMutablePointer<Sample>
    let count: Int

    /// Memory that holds anything.
    init(count: Int) {
        self.count = count
        // Loops that read whole vectors read beyond the last sample.
        let bytes = count * MemoryLayout<Sample>.stride + 256
        let largePage = 1 << 21
        let raw = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: bytes < 2 * largePage ? 64 : largePage)
        #if os(Linux)
            // A picture of 64 MB has 16,384 pages of 4 KB, and the processor knows the place of some 3,000.
            if bytes >= 2 * largePage { madvise(raw, bytes, Int32(MADV_HUGEPAGE)) }
        #endif
        start = raw.bindMemory(to: Sample.self, capacity: max(1, count))
    }

    deinit { UnsafeMutableRawPointer(start).deallocate() }

    /// A copy of its own.
    func copy() -> PlaneMemory {
        let copy = PlaneMemory(count: count)
        copy.start.update(from: start, count: count)
        return copy
    }
}
