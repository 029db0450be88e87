import Storage

/// Why no preview can be given.
public enum PreviewError: Error, Equatable, CustomStringConvertible {
    /// Somebody else listens at the port that was asked for.
    case portTaken(Int)
    /// The system gives this port to administrators alone.
    case portReserved(Int)
    /// The system refuses what a server needs: which step, and in which words.
    case noServer(step: String, reason: StorageReason)
    /// The folder that is to be watched or served can't be read.
    case noFolder(path: String, reason: StorageReason)

    /// What went wrong, and what to do.
    public var description: String {
        switch self {
        case .portTaken(let port):
            "port \(port) is taken by another program; end that one, name another port, or name none to get a free one"
        case .portReserved(let port):
            "port \(port) is kept for the system; name one from 1024 on, or none to get a free one"
        case .noServer(let step, let reason): "the page server can't start: \(step): \(reason)"
        case .noFolder(let path, let reason): "cannot read the folder \(path): \(reason)"
        }
    }
}
