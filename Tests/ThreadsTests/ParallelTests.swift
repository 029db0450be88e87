import Synchronization
import TestSupport
import Testing
import Threads

@Suite("Work in pieces", .limited)
struct ParallelTests {
    @Test("gives its results in order at any number of threads", arguments: [1, 2, 7, 100])
    func order(threads: Int) {
        #expect(Parallel.map(40, threads: threads) { $0 * $0 } == (0..<40).map { $0 * $0 })
    }

    @Test("of no pieces gives nothing", arguments: [0, 3])
    func nothing(threads: Int) {
        #expect(Parallel.map(0, threads: threads) { $0 }.isEmpty)
    }

    private struct Refused: Error, Equatable { let piece: Int }

    @Test("throws the first error in the order of the pieces, and begins no more", arguments: [1, 4])
    func failure(threads: Int) {
        let begun = Mutex(0)
        #expect(throws: Refused(piece: 10)) {
            try Parallel.map(10_000, threads: threads) { (piece) throws(Refused) in
                begun.withLock { $0 += 1 }
                if piece == 10 { throw Refused(piece: piece) }
            }
        }
        #expect(begun.withLock { $0 } < 10_000)
    }

    /// Belongs to the thread that made it.
    private final class Tool { var uses = 0 }

    @Test("lets each thread make one tool and keep it", arguments: [1, 3])
    func tools(threads: Int) {
        let made = Mutex(0)
        let uses = Parallel.map(
            60, threads: threads,
            with: {
                made.withLock { $0 += 1 }
                return Tool()
            },
            { tool, _ in
                tool.uses += 1
                return tool.uses
            })
        #expect(made.withLock { $0 } <= threads)
        // With every use counted once, no tool has been lost or shared.
        #expect(uses.count { $0 == 1 } <= made.withLock { $0 })
        #expect(uses.count == 60)
    }
}
