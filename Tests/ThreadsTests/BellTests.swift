import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Threads

@Suite("What a team of threads waits at", .limited)
struct BellTests {
    private final class Count: Sendable {
        let value = Atomic<Int>(0)
    }

    @Test("a bell lets through whoever waits for something that holds already, and wakes those who sleep")
    func bell() {
        let team = CoreTeam(of: 3)
        let bell = Bell(for: team)
        let (isOpen, passed) = (Count(), Count())
        for member in 0..<3 {
            Thread.detachNewThread {
                bell.wait(as: member) { isOpen.value.load(ordering: .sequentiallyConsistent) == 1 }
                passed.value.add(1, ordering: .sequentiallyConsistent)
                bell.ring()
            }
        }
        usleep(30_000)
        #expect(passed.value.load(ordering: .sequentiallyConsistent) == 0)
        isOpen.value.store(1, ordering: .sequentiallyConsistent)
        bell.ring()
        bell.wait(as: 0) { passed.value.load(ordering: .sequentiallyConsistent) == 3 }
        bell.wait(as: 0) { isOpen.value.load(ordering: .sequentiallyConsistent) == 1 }
    }

    @Test("who waits for long sleeps: looking all the while would take a core")
    func sleeping() {
        let team = CoreTeam(of: 2)
        let bell = Bell(for: team)
        let isOpen = Count()
        Thread.detachNewThread {
            usleep(400_000)
            isOpen.value.store(1, ordering: .sequentiallyConsistent)
            bell.ring()
        }
        let before = computed()
        bell.wait(as: 0) { isOpen.value.load(ordering: .sequentiallyConsistent) == 1 }
        // Of four hundred milliseconds.
        #expect(computed() - before < 200_000_000)
    }

    /// How long this thread has computed.
    private func computed() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }
}
