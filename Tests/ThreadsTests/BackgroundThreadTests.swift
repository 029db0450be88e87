import TestSupport
import Testing

@testable import Threads

@Suite("Threads that last, and conditions that they wait for", .limited)
struct BackgroundThreadTests {
    /// What threads under one condition have done so far.
    private final class Count: @unchecked Sendable {
        let condition = Condition()
        var value = 0

        func wait(for value: Int) {
            condition.withLock {
                while self.value < value { condition.wait() }
            }
        }

        func add(_ number: Int) {
            condition.withLock {
                value += number
                condition.broadcast()
            }
        }
    }

    @Test("what many threads do under one lock is done one after the other")
    func exclusive() {
        let count = Count()
        for _ in 0..<8 {
            #expect(
                BackgroundThread.start {
                    for _ in 0..<1000 { count.add(1) }
                })
        }
        count.wait(for: 8000)
        #expect(count.condition.withLock { count.value } == 8000)
    }

    @Test("all who wait are woken")
    func broadcast() {
        let (start, end) = (Count(), Count())
        for _ in 0..<8 {
            #expect(
                BackgroundThread.start {
                    start.wait(for: 1)
                    end.add(1)
                })
        }
        #expect(end.condition.withLock { end.value } == 0)
        start.add(1)
        end.wait(for: 8)
    }

    @Test("a thread has the stack that was asked for")
    func stack() {
        let done = Count()
        #expect(
            BackgroundThread.start(stackSize: 64 << 20) {
                // Some 100 bytes a call at least: more than the ordinary 8 MB.
                done.add(Self.depth(100_000))
            })
        done.wait(for: 100_000)
    }

    @inline(never)
    private static func depth(_ left: Int) -> Int {
        withUnsafeTemporaryAllocation(byteCount: 64, alignment: 8) { memory in
            memory[0] = UInt8(truncatingIfNeeded: left)
            return left == 0 ? 0 : 1 + depth(left - 1) + Int(memory[0] &- UInt8(truncatingIfNeeded: left))
        }
    }

    @Test("what a thread was handed is let go of when it ends")
    func release() {
        final class Token: Sendable {}
        let done = Count()
        weak var token: Token?
        do {
            let strong = Token()
            token = strong
            #expect(
                BackgroundThread.start {
                    withExtendedLifetime(strong) { done.add(1) }
                })
        }
        done.wait(for: 1)
        for _ in 0..<2000 where token != nil { BackgroundThread.sleep(seconds: 0.005) }
        #expect(token == nil)
    }
}
