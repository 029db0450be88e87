import Foundation
import Synchronization

/// What threads wait at until something holds that another thread brings about.
///
/// They look for some microseconds, about what a sleeper takes to wake, and then sleep: whoever went on looking would
/// keep a core from the very thread that he waits for, where another program has taken that thread's own.
final class Bell: @unchecked Sendable {
    private let sleepers = Atomic<Int>(0)
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    /// How often a thread looks before it sleeps.
    private let patience = 20_000

    init() {
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(condition, nil)
    }

    deinit {
        pthread_cond_destroy(condition)
        pthread_mutex_destroy(mutex)
        condition.deallocate()
        mutex.deallocate()
    }

    /// Returns once `holds` says so.
    ///
    /// - Parameter holds: reads atomics, in sequentially consistent order, and changes nothing.
    @inline(__always)
    func wait(until holds: () -> Bool) {
        for _ in 0..<patience where holds() { return }
        sleepers.add(1, ordering: .sequentiallyConsistent)
        pthread_mutex_lock(mutex)
        while !holds() { pthread_cond_wait(condition, mutex) }
        pthread_mutex_unlock(mutex)
        sleepers.subtract(1, ordering: .sequentiallyConsistent)
    }

    /// Has all who sleep look again. To be called after what they wait for has been brought about, in sequentially
    /// consistent order: then either they see it, or it is seen here that they sleep.
    func ring() {
        guard sleepers.load(ordering: .sequentiallyConsistent) > 0 else { return }
        pthread_mutex_lock(mutex)
        pthread_cond_broadcast(condition)
        pthread_mutex_unlock(mutex)
    }
}
