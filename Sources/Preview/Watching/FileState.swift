import Platform

/// What tells a file from what it was: no two savings leave the same.
struct FileState: Equatable {
    let isFolder: Bool
    let size: Int
    private let file: UInt64
    /// When its content changed, in nanoseconds by the wall clock.
    private let changed: Int64

    /// Times come in steps of some milliseconds: what changes twice within one looks the same afterwards.
    private static let step: Int64 = 1_000_000_000

    /// - Parameter path: ends with 0. Links are followed.
    /// - Returns: nil where there is nothing, or neither a file nor a folder.
    init?(_ path: [CChar]) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        let kind = status.st_mode & S_IFMT
        guard kind == S_IFREG || kind == S_IFDIR else { return nil }
        isFolder = kind == S_IFDIR
        size = Int(status.st_size)
        file = UInt64(status.st_ino)
        #if canImport(Darwin)
            changed = Self.nanoseconds(status.st_mtimespec)
        #else
            changed = Self.nanoseconds(status.st_mtim)
        #endif
    }

    /// Whether it changed so shortly before a time that another change might not be seen.
    func isFresh(at time: Int64) -> Bool { time - changed < Self.step }

    /// The wall clock.
    static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return nanoseconds(time)
    }

    private static func nanoseconds(_ time: timespec) -> Int64 {
        Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }
}
