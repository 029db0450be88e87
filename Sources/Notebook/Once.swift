import Synchronization

/// A value that is made once, when it is first asked for, from whatever thread.
final class Once<Value: Sendable>: Sendable {
    // Locked while the value is made, so that a second caller sleeps rather than makes it again.
    private let value = Mutex<Result<Value, any Error>?>(nil)
    private let make: @Sendable () throws -> Value

    init(_ make: @escaping @Sendable () throws -> Value) { self.make = make }

    func get() throws -> Value {
        try value.withLock { value in
            let made = value ?? Result { try make() }
            value = made
            return made
        }.get()
    }
}
