import Threads

/// The rows of a picture, cut for threads: each takes a band after the other.
struct Bands: Sendable {
    let bands: [Range<Int>]
    let threads: Int

    /// - Parameter threads: at least one.
    init(rows: Int, threads: Int) {
        precondition(threads > 0, "\(threads) threads")
        // Some bands more than threads, since one may be held up; not many, since each begins with rows of another.
        let height = max(16, (rows / (threads * 8) + 3) / 4 * 4)
        bands = stride(from: 0, to: rows, by: height).map { $0..<min(rows, $0 + height) }
        self.threads = threads
    }

    /// Does `work` on every band.
    ///
    /// - Parameter tool: makes what a thread works with.
    func forEach<Tool>(
        tool: @Sendable () -> Tool, work: @Sendable (Tool, Range<Int>) -> Void
    ) {
        _ = Parallel.map(bands.count, threads: threads, with: tool) { tool, band in work(tool, bands[band]) }
    }
}
