import Platform

/// Keeps two runs from writing into one folder at the same time. Holds from its creation until it is released, or
/// until the program ends, however it ends; nothing is left in the folder.
public final class FolderLock {
    private let descriptor: Int32

    /// Waits for the folder, which is created where it does not exist.
    ///
    /// - Parameter onWait: called once if somebody else has it.
    /// - Throws: ``StorageError``, naming the folder.
    public init(_ folder: URL, onWait: () -> Void = {}) throws(StorageError) {
        try Files.createFolder(folder)
        descriptor = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw .cannotWrite(path: folder.path, reason: .last)
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK else {
            // A file system that knows no locks is no reason to write nothing: every file still appears whole.
            return
        }
        onWait()
        while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
    }

    /// Lets others write.
    public func release() { flock(descriptor, LOCK_UN) }

    deinit { close(descriptor) }
}
