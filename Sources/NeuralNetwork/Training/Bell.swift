import Synchronization
import Threads

/// What threads wait at until something holds that another thread brings about.
///
/// They look for some microseconds, about what a sleeper takes to wake, and then sleep: whoever went on looking would
/// keep a core from the very thread that he waits for, where another program has taken that thread's own.
final class Bell: Sendable {
    private let sleepers = Atomic<Int>(0)
    private let condition = Condition()

    /// How often a thread looks before it sleeps.
    private static let patience = 20_000

    /// Returns once `holds` says so.
    ///
    /// - Parameter holds: reads atomics, in sequentially consistent order, and changes nothing.
    @inline(__always)
    func wait(until holds: () -> Bool) {
        for _ in 0..<Self.patience where holds() { return }
        sleepers.add(1, ordering: .sequentiallyConsistent)
        condition.withLock { while !holds() { condition.wait() } }
        sleepers.subtract(1, ordering: .sequentiallyConsistent)
    }

    /// Has all who sleep look again. To be called after what they wait for has been brought about, in sequentially
    /// consistent order: then either they see it, or it is seen here that they sleep.
    func ring() {
        guard sleepers.load(ordering: .sequentiallyConsistent) > 0 else { return }
        condition.withLock { condition.broadcast() }
    }
}
