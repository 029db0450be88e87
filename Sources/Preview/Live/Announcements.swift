import Synchronization

/// Passes announcements on to every open stream, none lost: who opens one learns first how things stand.
final class Announcements: Sendable {
    /// What is to be sent to one stream, and how it is woken.
    final class Subscription: Sendable {
        let alarm: Alarm
        private let waiting: Mutex<[String]>

        fileprivate init(greeting: String) throws(PreviewError) {
            alarm = try Alarm()
            waiting = Mutex([greeting])
            alarm.ring()
        }

        fileprivate func add(_ message: String) {
            waiting.withLock { $0.append(message) }
            alarm.ring()
        }

        /// What has come since the last time.
        func take() -> [String] {
            // In this order: what comes in between rings again.
            alarm.quiet()
            return waiting.withLock { messages in
                defer { messages = [] }
                return messages
            }
        }
    }

    private struct State {
        var subscriptions: [ObjectIdentifier: Subscription] = [:]
        var failure: EventMessage.Failure?
        var count = 0
    }

    private let state = Mutex(State())
    /// Tells this server from one that had the port before.
    private let server = String(UInt64.random(in: .min ... .max), radix: 36)

    /// - Throws: what the system says where it has no more descriptors.
    func subscribe() throws(PreviewError) -> Subscription {
        let result = state.withLock { state in
            Result { () throws(PreviewError) in
                let greeting = EventMessage.Greeting(server: server, count: state.count, failure: state.failure)
                let subscription = try Subscription(greeting: EventMessage.text("hello", greeting))
                state.subscriptions[ObjectIdentifier(subscription)] = subscription
                return subscription
            }
        }
        return try result.get()
    }

    func end(_ subscription: Subscription) {
        state.withLock { _ = $0.subscriptions.removeValue(forKey: ObjectIdentifier(subscription)) }
    }

    func tell(_ announcement: Announcement) {
        state.withLock { state in
            let message: String
            switch announcement {
            case .changed(let paths):
                state.count += 1
                message = EventMessage.text("changed", EventMessage.Changed(paths: paths, count: state.count))
            case .failed(let text, let file, let line):
                let failure = EventMessage.Failure(message: text, file: file, line: line)
                guard failure != state.failure else { return }
                state.failure = failure
                message = EventMessage.text("failed", failure)
            case .mended:
                guard state.failure != nil else { return }
                state.failure = nil
                message = EventMessage.text("mended", EventMessage.Nothing())
            }
            for subscription in state.subscriptions.values { subscription.add(message) }
        }
    }
}
