import Foundation

/// A file that could not be read or written: which one, and what the system said.
public enum StorageError: Error, Equatable, CustomStringConvertible {
    case cannotRead(path: String, reason: String)
    case cannotWrite(path: String, reason: String)
    case tooLarge(path: String, bytes: Int, limit: Int)
    case noSpace(path: String, free: Int, needed: Int)

    /// Which file, why, and what to do where the system's own words don't say it.
    public var description: String {
        switch self {
        case .cannotRead(let path, let reason): "cannot read \(path): \(reason)\(Self.advice(on: reason, to: "read"))"
        case .cannotWrite(let path, let reason):
            "cannot write \(path): \(reason)\(Self.advice(on: reason, to: "write"))"
        case .tooLarge(let path, let bytes, let limit):
            "\(path) has \(bytes) bytes, more than the \(limit) that are read; is it the right file?"
        case .noSpace(let path, let free, let needed):
            "cannot write \(path): \(megabytes(free)) MB are free there, and \(megabytes(needed)) are needed;"
                + " make room or name another folder"
        }
    }

    private static func advice(on reason: String, to verb: String) -> String {
        let codes = [
            (EACCES, "give yourself the right to \(verb) there, or name another place"),
            (EPERM, "give yourself the right to \(verb) there, or name another place"),
            (EROFS, "name a place on another file system"),
            (ENOSPC, "make room there, or name another place"),
            (EDQUOT, "make room there, or name another place"),
            (EFBIG, "raise the limit (ulimit -f), or name another place"),
            (EMFILE, "raise the limit (ulimit -n)"),
            (ELOOP, "name the place itself, not a link that leads to itself"),
            (ENAMETOOLONG, "name a place with a shorter path"),
            (EISDIR, "name a file"),
        ]
        return codes.first { String(cString: strerror($0.0)) == reason }.map { "; \($0.1)" } ?? ""
    }

    private func megabytes(_ bytes: Int) -> String {
        let tenths = bytes / 100_000
        return "\(tenths / 10).\(tenths % 10)"
    }
}
