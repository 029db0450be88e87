import Foundation
import Synchronization
import Testing

@testable import Threads

@Suite("What a team of threads waits at")
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
}
