import Platform
import Storage

/// Tells what editors save below some folders.
///
///     let watch = try FolderWatch.start([lessons], where: { $0.hasSuffix(".md") }) { changes in ... }
///
/// It looks 25 times a second, on every system: a look at 300 files takes 0.3 milliseconds, under 1% of a core, and it
/// sees what changes on network drives and in containers, where the system's own watchers say nothing. What was saved is
/// told of within 100 milliseconds, once two looks have found the same, so that no file is read half written; several
/// files that are saved together are told of together.
public final class FolderWatch: Sendable {
    private let thread: Guests
    private let end: Alarm

    /// Watches from when this returns until ``stop()``, or until nobody holds the watch any more.
    ///
    /// - Parameters:
    ///   - folders: their hidden files, and those that editors keep beside a file, are left out; links to folders are not
    ///     followed.
    ///   - pause: between two looks. Twice as long is the time until something is told of. A watch of many files that need
    ///     no answer at once, such as sources that are then compiled, takes a longer one.
    ///   - isWatched: asked once for each file's path.
    ///   - tell: called on the watch's own thread with at least one change, in the order of the paths; the next look
    ///     waits for it.
    /// - Throws: ``PreviewError`` for a folder that is not there.
    public static func start(
        _ folders: [URL], every pause: Duration = .milliseconds(40),
        where isWatched: @escaping @Sendable (_ path: String) -> Bool = { _ in true },
        _ tell: @escaping @Sendable ([FileChange]) -> Void
    ) throws(PreviewError) -> FolderWatch {
        try FolderWatch(FolderLooks(folders, where: isWatched), pause, tell)
    }

    private init(
        _ looks: FolderLooks, _ pause: Duration, _ tell: @escaping @Sendable ([FileChange]) -> Void
    ) throws(PreviewError) {
        let end = try Alarm()
        (self.end, thread) = (end, Guests(most: 1))
        let isStarted = thread.start {
            var looks = looks
            while !end.isRinging(within: pause) {
                let changes = looks.next()
                if !changes.isEmpty { tell(changes) }
            }
        }
        guard isStarted else { throw .noServer(step: "a thread", reason: StorageReason(code: EAGAIN)) }
    }

    deinit { end.ring() }

    /// Nothing is told of any more once this has returned. Not to be called from within `tell`, which it waits for.
    public func stop() {
        end.ring()
        thread.waitForAll()
    }
}
