import Platform
import Synchronization
import Threads

/// Ctrl-C, `kill` and a terminal that is closed: asks what is running to end by itself, and ends the program where that
/// takes too long.
///
/// Files appear whole or not at all, so the program may end anywhere; but a training that ends by itself first
/// writes down where it stands.
final class Interruption: Sendable {
    /// The one that the command under way listens to.
    @TaskLocal static var current: Interruption?

    /// How long what is running may take to end by itself.
    private static let patience = 0.7

    /// The signal that came; 0 as long as none has.
    private let signal = Atomic<Int32>(0)
    private let farewell = Mutex<@Sendable () -> Void>({
        StandardStream.errors.write("Interrupted.\n")
    })

    /// Whether the program is to end.
    var isAsked: Bool { signal.load(ordering: .relaxed) != 0 }

    /// Says goodbye in another way.
    func end(saying words: @escaping @Sendable () -> Void) { farewell.withLock { $0 = words } }

    /// Waits for the signals on a thread of its own; to be called before there are others, which inherit that they
    /// don't receive them.
    ///
    /// The program's parent may have blocked them, which matters no more. That its terminal hangs up is of no
    /// account to a program that `nohup` has started.
    func watch() {
        var signals = sigset_t()
        sigemptyset(&signals)
        for signal in [SIGINT, SIGTERM] { sigaddset(&signals, signal) }
        if !Self.isIgnored(SIGHUP) { sigaddset(&signals, SIGHUP) }
        let awaited = signals
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        let isWatched = BackgroundThread.start { [self] in
            var (awaited, signal) = (awaited, Int32(0))
            guard sigwait(&awaited, &signal) == 0 else { return }
            self.signal.store(signal, ordering: .relaxed)
            BackgroundThread.sleep(seconds: Self.patience)
            end()
        }
        // Then the program ends at once, as any does.
        if !isWatched { pthread_sigmask(SIG_UNBLOCK, &signals, nil) }
    }

    private static func isIgnored(_ signal: Int32) -> Bool {
        var action = sigaction()
        guard sigaction(signal, nil, &action) == 0 else { return false }
        #if canImport(Darwin)
            let handler = unsafeBitCast(action.__sigaction_u.__sa_handler, to: Int.self)
        #else
            let handler = unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
        #endif
        return handler == 1
    }

    /// Ends the program with one line and 128 and the number of the signal, as shells have it. A second caller waits
    /// for the first to do it.
    func end() -> Never {
        farewell.withLock { words in
            words()
            _exit(128 + (isAsked ? signal.load(ordering: .relaxed) : SIGINT))
        }
    }
}
