import Storage
import Synchronization

/// The values that a run has read or computed, by the digests of their keys.
final class KnownValues: Sendable {
    private let values = Mutex<[String: any Sendable]>([:])

    subscript(digest: String) -> (any Sendable)? {
        get { values.withLock { $0[digest] } }
        set { values.withLock { $0[digest] = newValue } }
    }
}

/// Puts values into the store, and knows what to do where that fails.
final class StoreKeeping: Sendable {
    private let isNeeded: Bool
    private let reporter: Reporter
    private let hasWarned = Mutex(false)

    /// - Parameter isNeeded: whether it is an error that a value can't be kept.
    init(isNeeded: Bool, _ reporter: Reporter) { (self.isNeeded, self.reporter) = (isNeeded, reporter) }

    /// Does something with the store; where the disk does not let it, that is an error or told once.
    ///
    /// - Throws: ``StoreNotWritable``.
    func attempt(_ body: () throws -> Void) throws {
        do { try body() } catch let error as StorageError {
            let error = StoreNotWritable(reason: error)
            guard !isNeeded else { throw error }
            let isFirst = hasWarned.withLock { warned in
                defer { warned = true }
                return !warned
            }
            if isFirst { reporter.warn("\(error). This run computes and keeps nothing") }
        }
    }
}

/// The store can't take a value.
public struct StoreNotWritable: Error, CustomStringConvertible {
    /// What the file system said.
    public let reason: StorageError

    /// What it said, and how to name another store.
    public var description: String { "\(reason) (the store is meant; --store or COURSE_STORE names another)" }
}
