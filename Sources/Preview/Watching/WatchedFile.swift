import Platform

/// A file that is looked at time after time: what was told of it, what is there, and since when.
struct WatchedFile {
    let path: String
    private let name: [CChar]
    private var seen: FileState?
    private var told: FileState?
    /// How many looks found what the last one found.
    private var looks = 0

    /// An editor that empties a file is about to fill it. Longer than that an empty one is what was meant.
    private static let looksAtEmpty = 6
    /// Long enough to be sure that nobody is writing: size and time twice the same.
    private static let looksAtOthers = 2

    /// - Parameter isNew: whether it is to be told of; a file that was there from the beginning is not.
    init(_ path: String, isNew: Bool) {
        (self.path, name) = (path, Array(path.utf8CString))
        look()
        if !isNew { told = seen }
    }

    /// Whether there is something to tell.
    var isDue: Bool { seen != told }

    /// Whether nobody is writing it.
    var isSettled: Bool {
        looks >= (told != nil && seen?.size == 0 ? Self.looksAtEmpty : Self.looksAtOthers)
    }

    /// Whether there is neither a file nor anything to tell.
    var isForgotten: Bool { seen == nil && told == nil }

    mutating func look() {
        let state = FileState(name).flatMap { $0.isFolder ? nil : $0 }
        looks = state == seen ? min(looks + 1, Self.looksAtEmpty) : 1
        seen = state
    }

    /// What has become of it since the last time, if anything.
    mutating func tell() -> FileChange? {
        guard isDue else { return nil }
        let kind: FileChange.Kind = told == nil ? .appeared : seen == nil ? .gone : .changed
        told = seen
        return FileChange(path: path, kind: kind)
    }
}
