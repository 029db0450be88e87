import Foundation

/// A value that is made when it is first asked for, once, whoever asks.
final class Once<Value: Sendable>: @unchecked Sendable {
    // A lock held while the value is made, so that a second caller waits rather than makes it again; that is
    // more than `Mutex` promises to be good at, and the compiler can't see that `value` is guarded.
    private let lock = NSLock()
    private var value: Result<Value, any Error>?
    private let make: @Sendable () throws -> Value

    init(_ make: @escaping @Sendable () throws -> Value) { self.make = make }

    func get() throws -> Value {
        lock.lock()
        defer { lock.unlock() }
        if let value { return try value.get() }
        let made = Result { try make() }
        value = made
        return try made.get()
    }
}
