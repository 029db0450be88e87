import Platform
import Storage

/// Looks at folders one after the other, and what they tell: only what nobody is writing any more, and all of it together.
struct FolderLooks: Sendable {
    private var folders: [WatchedFolder]
    private let isWatched: WatchedFolder.Choice
    /// For how many looks something has been kept back.
    private var waited = 0

    /// How long a file that is written without a pause keeps others waiting.
    private static let mostLooks = 25

    /// Whether the next look may tell something that this one has kept back.
    var isWaiting: Bool { waited > 0 }

    /// The first look, of which nothing is told.
    ///
    /// - Throws: ``PreviewError`` for a folder that is not there.
    init(_ folders: [URL], where isWatched: @escaping WatchedFolder.Choice) throws(PreviewError) {
        self.folders = []
        self.isWatched = isWatched
        for folder in folders {
            let path = folder.path
            var status = stat()
            guard stat(path, &status) == 0 else { throw .noFolder(path: path, reason: .last) }
            guard status.st_mode & S_IFMT == S_IFDIR else {
                throw .noFolder(path: path, reason: StorageReason(code: ENOTDIR))
            }
            self.folders.append(WatchedFolder(path, isNew: false, where: isWatched))
        }
    }

    /// Looks once.
    ///
    /// - Returns: what is to be told now, in the order of the paths.
    mutating func next() -> [FileChange] {
        let now = FileState.now
        var (isDue, isUnderWay) = (false, false)
        for index in folders.indices {
            folders[index].look(at: now, where: isWatched)
            folders[index].forEach { file in
                guard file.isDue else { return }
                isDue = true
                if !file.isSettled { isUnderWay = true }
            }
        }
        waited = isDue ? waited + 1 : 0
        guard isDue, !isUnderWay || waited >= Self.mostLooks else { return [] }
        waited = 0
        var changes: [FileChange] = []
        for index in folders.indices {
            folders[index].forEach { file in
                if file.isSettled, let change = file.tell() { changes.append(change) }
            }
        }
        return changes.sorted { $0.path < $1.path }
    }
}
