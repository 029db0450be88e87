import Platform
import Storage

/// Tells what editors save below some folders.
///
///     let watch = try FolderWatch.start([lessons], where: { $0.hasSuffix(".md") }) { changes in ... }
///
/// It looks 25 times a second, on every system, or as often as 1% of a core allows: 130 files are asked for their times in
/// 0.3 milliseconds, 700 in 1.6, and then it looks six times a second. So it sees what changes on network drives and in
/// containers as well, where the system's own watchers say nothing. What it finds is looked at again 20 milliseconds later
/// and told of when both looks have found the same, so that no file is read half written: on average 40 milliseconds
/// after one of 130 was saved, 100 after one of 700. Files that are saved together are told of together.
public final class FolderWatch: Sendable {
    private let thread: Guests
    private let end: Alarm

    /// After how long what was found is looked at again.
    private static let check = Duration.milliseconds(20)
    /// How many times as long as it looks it pauses.
    private static let leisure = 100

    /// What this thread has worked so far: other programs may make a look last longer.
    private static var work: Duration {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }

    /// Watches from when this returns until ``stop()``, even if nobody holds the watch meanwhile.
    ///
    /// - Parameters:
    ///   - folders: their hidden files, and those that editors keep beside a file, are left out; links to folders are not
    ///     followed.
    ///   - pause: between two looks, at least.
    ///   - isWatched: asked once for each file's path. Few files are told of sooner: who wants documents at once and sources
    ///     that are then compiled takes two watches.
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
            var rest = pause
            while !end.isRinging(within: rest) {
                let before = Self.work
                let changes = looks.next()
                rest = looks.isWaiting ? min(pause, Self.check) : max(pause, (Self.work - before) * Self.leisure)
                if !changes.isEmpty { tell(changes) }
            }
        }
        guard isStarted else { throw .noServer(step: "a thread", reason: StorageReason(code: EAGAIN)) }
    }

    /// Nothing is told of any more once this has returned. Not to be called from within `tell`, which it waits for.
    public func stop() {
        end.ring()
        thread.waitForAll()
    }
}
