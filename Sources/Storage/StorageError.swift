/// A file that could not be read or written: which one, and what the system said.
public enum StorageError: Error, Equatable, CustomStringConvertible {
    case cannotRead(path: String, reason: String)
    case cannotWrite(path: String, reason: String)
    case tooLarge(path: String, bytes: Int, limit: Int)
    case noSpace(path: String, free: Int, needed: Int)

    /// Which file, and why.
    public var description: String {
        switch self {
        case .cannotRead(let path, let reason): "cannot read \(path): \(reason)"
        case .cannotWrite(let path, let reason): "cannot write \(path): \(reason)"
        case .tooLarge(let path, let bytes, let limit):
            "\(path) has \(bytes) bytes, more than the \(limit) that are read; is it the right file?"
        case .noSpace(let path, let free, let needed):
            "cannot write \(path): \(megabytes(free)) MB are free there, and \(megabytes(needed)) are needed;"
                + " make room or name another folder"
        }
    }

    private func megabytes(_ bytes: Int) -> String {
        let tenths = bytes / 100_000
        return "\(tenths / 10).\(tenths % 10)"
    }
}
