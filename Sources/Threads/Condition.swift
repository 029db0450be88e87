import Platform

/// A lock, and a signal for those who wait under it until something has changed.
public final class Condition: @unchecked Sendable {
    // POSIX wants both at one address for as long as anybody uses them, which fields of a class don't promise.
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let signal = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    /// A lock that nobody holds.
    public init() {
        mutex.initialize(to: pthread_mutex_t())
        signal.initialize(to: pthread_cond_t())
        let failures = [pthread_mutex_init(mutex, nil), pthread_cond_init(signal, nil)]
        precondition(failures == [0, 0], "the system gives no lock")
    }

    deinit {
        pthread_cond_destroy(signal)
        pthread_mutex_destroy(mutex)
        signal.deallocate()
        mutex.deallocate()
    }

    /// What `body` returns, done while nobody else holds the lock.
    public func withLock<Value>(_ body: () throws -> Value) rethrows -> Value {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return try body()
    }

    /// Lets go of the lock until somebody calls ``broadcast()``, then takes it again; may also wake for no reason.
    /// To be called by the holder of the lock.
    public func wait() { pthread_cond_wait(signal, mutex) }

    /// The same for a while at most.
    public func wait(nanoseconds: Int64) {
        var until = timespec()
        clock_gettime(CLOCK_REALTIME, &until)
        let sum = Int64(until.tv_nsec) + nanoseconds
        until.tv_sec += Int(sum / 1_000_000_000)
        until.tv_nsec = Int(sum % 1_000_000_000)
        pthread_cond_timedwait(signal, mutex, &until)
    }

    /// Wakes all who wait.
    public func broadcast() { pthread_cond_broadcast(signal) }
}
