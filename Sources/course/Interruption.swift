import Platform
import Synchronization
import Threads

/// Ctrl-C: asks what is running to end by itself, and ends the program where that takes too long.
///
/// Files appear whole or not at all, so the program may end anywhere; but a training that ends by itself first
/// writes down where it stands.
final class Interruption: Sendable {
    /// The one that the command under way listens to.
    @TaskLocal static var current: Interruption?

    /// 128 and the number of the signal, as shells have it.
    static let status: Int32 = 130

    /// How long what is running may take to end by itself.
    private static let patience = 0.7

    private let asked = Atomic<Bool>(false)
    private let farewell = Mutex<@Sendable () -> Void>({
        StandardStream.errors.write("Interrupted.\n")
    })

    /// Whether the program is to end.
    var isAsked: Bool { asked.load(ordering: .relaxed) }

    /// Says goodbye in another way.
    func end(saying words: @escaping @Sendable () -> Void) { farewell.withLock { $0 = words } }

    /// Waits for the signal on a thread of its own; to be called before there are others, which inherit that they
    /// don't receive it.
    func watch() {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGINT)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        let isWatched = BackgroundThread.start { [self] in
            var signals = sigset_t()
            sigemptyset(&signals)
            sigaddset(&signals, SIGINT)
            var signal: Int32 = 0
            guard sigwait(&signals, &signal) == 0 else { return }
            asked.store(true, ordering: .relaxed)
            BackgroundThread.sleep(seconds: Self.patience)
            end()
        }
        // Then the program ends at once, as any does.
        if !isWatched { pthread_sigmask(SIG_UNBLOCK, &signals, nil) }
    }

    /// Ends the program with one line. Whoever comes second waits for the first to do it.
    func end() -> Never {
        farewell.withLock { words in
            words()
            _exit(Self.status)
        }
    }
}
