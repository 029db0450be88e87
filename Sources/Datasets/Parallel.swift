import Dispatch
import Synchronization

/// Work that is cut into numbered pieces.
public enum Parallel {
    /// The results of pieces 0..<`count` in their order, whichever thread did which.
    ///
    /// - Parameter threads: how many pieces are under way at once.
    public static func map<Result: Sendable>(
        _ count: Int, threads: Int, _ piece: @Sendable (Int) -> Result
    ) -> [Result] {
        let next = Atomic(0)
        let results = Mutex([Result?](repeating: nil, count: count))
        DispatchQueue.concurrentPerform(iterations: max(1, min(threads, count))) { _ in
            while true {
                let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard number < count else { return }
                let result = piece(number)
                results.withLock { $0[number] = result }
            }
        }
        return results.withLock { $0.compactMap { $0 } }
    }
}
