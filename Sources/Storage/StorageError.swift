/// A file that could not be read or written: which one, and what the system said.
public enum StorageError: Error, Equatable, CustomStringConvertible {
    case cannotRead(path: String, reason: StorageReason)
    case cannotWrite(path: String, reason: StorageReason)
    case tooLarge(path: String, bytes: Int, limit: Int)
    case noSpace(path: String, free: Int, needed: Int)
    /// Files of other people, or changed ones of ours, at least one. `place` is what else can be named, and how.
    case inTheWay([FileInTheWay], place: String)

    /// Which file, why, and what to do where the system's own words don't say it.
    public var description: String {
        switch self {
        case .cannotRead(let path, let reason): "cannot read \(path): \(told(reason, to: "read"))"
        case .cannotWrite(let path, let reason): "cannot write \(path): \(told(reason, to: "write"))"
        case .tooLarge(let path, let bytes, let limit):
            "\(path) has \(bytes) bytes, more than the \(limit) that are read; is it the right file?"
        case .noSpace(let path, let free, let needed):
            "cannot write \(path): \(megabytes(free)) MB are free there, and \(megabytes(needed)) are needed;"
                + " make room or name another folder"
        case .inTheWay(let files, let place): FileInTheWay.sentence(files, other: place)
        }
    }

    private func told(_ reason: StorageReason, to verb: String) -> String {
        ([reason.description] + [reason.advice(to: verb)].compactMap(\.self)).joined(separator: "; ")
    }

    private func megabytes(_ bytes: Int) -> String {
        let tenths = bytes / 100_000
        return "\(tenths / 10).\(tenths % 10)"
    }
}
