import Downloads
import Synchronization

/// What people see of downloads that a run asks for by itself: what comes, and not who was asked in vain. Where there
/// is no connection, each start would tell as much as a whole page of that.
final class QuietTransfer: Sendable {
    private let terminal: Terminal
    /// A file that was asked for and of which nothing has come yet.
    private let asked = Mutex<FetchEvent?>(nil)

    init(_ terminal: Terminal) { self.terminal = terminal }

    func tell(_ event: FetchEvent) {
        switch event {
        case .begins: asked.withLock { $0 = event }
        case .progress(_, let received, _) where received == 0: break
        case .failed(_, _, let failure) where failure.isUnreachable: asked.withLock { $0 = nil }
        case .progress, .failed, .fetched, .pauses, .setAside:
            let begin = asked.withLock { asked in
                defer { asked = nil }
                return asked
            }
            if let begin { terminal.transfer(begin) }
            terminal.transfer(event)
        }
    }
}
