import Platform

/// Keeps two runs from writing into one folder at the same time. Holds from its creation until it is released, or
/// until the program ends, however it ends; nothing is left in the folder.
public final class FolderLock {
    private let descriptor: Int32

    /// Seconds between two tries, and the tries between two looks at the program that has the folder.
    private static let (pause, patience) = (0.05, 20)

    /// Waits for the folder, which is created where it does not exist.
    ///
    /// - Parameter onWait: called if somebody else has it, and again when there is more to say: that another process has
    ///   it now, or that the process was stopped. It is told who, where the system says.
    /// - Throws: ``StorageError``, naming the folder.
    public init(_ folder: URL, onWait: (LockHolder?) -> Void = { _ in }) throws(StorageError) {
        try Files.createFolder(folder)
        descriptor = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw .cannotWrite(path: folder.path, reason: .last)
        }
        var holder: LockHolder?
        for attempt in 0... {
            // A file system that knows no locks is no reason to write nothing: every file still appears whole.
            guard flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK || errno == EINTR else { return }
            if attempt.isMultiple(of: Self.patience) {
                let current = LockHolder(of: descriptor)
                if attempt == 0 || (current != nil && current != holder) { onWait(current) }
                holder = current ?? holder
            }
            usleep(UInt32(Self.pause * 1e6))
        }
    }

    /// Lets others write.
    public func release() { flock(descriptor, LOCK_UN) }

    deinit { close(descriptor) }
}
