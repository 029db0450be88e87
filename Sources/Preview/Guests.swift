import Threads

/// How many threads of a server are at work: never more than so many, and the server's end waits for them.
final class Guests: @unchecked Sendable {
    private let most: Int
    private let condition = Condition()
    /// Under the condition's lock.
    private var count = 0

    init(most: Int) { self.most = most }

    /// Does something on a thread of its own.
    ///
    /// - Returns: whether there was one to be had.
    func start(_ body: @escaping @Sendable () -> Void) -> Bool {
        let isWelcome = condition.withLock {
            guard count < most else { return false }
            count += 1
            return true
        }
        guard isWelcome else { return false }
        let isStarted = BackgroundThread.start { [self] in
            body()
            leave()
        }
        if !isStarted { leave() }
        return isStarted
    }

    func waitForAll() {
        condition.withLock {
            while count > 0 { condition.wait() }
        }
    }

    private func leave() {
        condition.withLock {
            count -= 1
            condition.broadcast()
        }
    }
}
