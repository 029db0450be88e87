import Threads

/// Passes announcements on to every open stream, none lost: who opens one learns first how things stand.
final class Announcements: @unchecked Sendable {
    /// What is to be sent to one stream, and how it is woken.
    final class Subscription: @unchecked Sendable {
        let alarm: Alarm
        private let lock = Condition()
        /// Under the lock.
        private var waiting: [String]

        fileprivate init(greeting: String) throws(PreviewError) {
            alarm = try Alarm()
            waiting = [greeting]
            alarm.ring()
        }

        fileprivate func add(_ message: String) {
            lock.withLock { waiting.append(message) }
            alarm.ring()
        }

        /// What has come since the last time.
        func take() -> [String] {
            // In this order: what comes in between rings again.
            alarm.quiet()
            return lock.withLock {
                defer { waiting = [] }
                return waiting
            }
        }
    }

    /// Tells this server from one that had the port before.
    private let server = String(UInt64.random(in: .min ... .max), radix: 36)
    private let lock = Condition()
    // Under the lock.
    private var subscriptions: [ObjectIdentifier: Subscription] = [:]
    private var failure: EventMessage.Failure?
    /// Whether pages say that something is under way.
    private var isWorking = false
    private var count = 0

    /// - Throws: what the system says where it has no more descriptors.
    func subscribe() throws -> Subscription {
        try lock.withLock {
            let greeting = EventMessage.Greeting(server: server, count: count, failure: failure)
            let subscription = try Subscription(greeting: EventMessage.text("hello", greeting))
            subscriptions[ObjectIdentifier(subscription)] = subscription
            return subscription
        }
    }

    func end(_ subscription: Subscription) {
        lock.withLock { _ = subscriptions.removeValue(forKey: ObjectIdentifier(subscription)) }
    }

    func tell(_ announcement: Announcement) {
        lock.withLock {
            guard let message = message(for: announcement) else { return }
            for subscription in subscriptions.values { subscription.add(message) }
        }
    }

    /// Keeps what is to be known later, under the lock; nil where there is nothing new.
    private func message(for announcement: Announcement) -> String? {
        switch announcement {
        case .changed(let paths):
            count += 1
            return EventMessage.text("changed", EventMessage.Changed(paths: paths, count: count))
        case .working(let message):
            isWorking = true
            return EventMessage.text("working", EventMessage.Work(message: message))
        case .failed(let message, let file, let line):
            let new = EventMessage.Failure(message: message, file: file, line: line)
            let isOld = new == failure && !isWorking
            isWorking = false
            guard !isOld else { return nil }
            failure = new
            return EventMessage.text("failed", new)
        case .mended:
            guard failure != nil || isWorking else { return nil }
            isWorking = false
            failure = nil
            return EventMessage.text("mended", EventMessage.Nothing())
        }
    }
}
