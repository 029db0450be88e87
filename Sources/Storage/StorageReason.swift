import Platform

/// Why a file can't be read or written: what the system answered, or the program's own words.
public struct StorageReason: Equatable, Sendable, CustomStringConvertible {
    /// The reason in words.
    public let description: String
    /// The system's number for it; nil where the program itself refuses.
    public let code: Int32?

    /// The system's answer, by its number.
    ///
    /// - Parameter step: what was tried on the way, where that was not the whole.
    public init(code: Int32, at step: String? = nil) {
        self.code = code
        description = (step.map { $0 + ": " } ?? "") + String(cString: strerror(code))
    }

    /// What the system answered to the call that has just failed.
    public static var last: StorageReason { StorageReason(code: errno) }

    /// What can be done about it, where the system's own words don't say.
    ///
    /// - Parameter verb: what was tried: “read”, “write”.
    func advice(to verb: String) -> String? {
        switch code {
        case EACCES, EPERM: "give yourself the right to \(verb) there, or name another place"
        case EROFS: "name a place on another file system"
        case ENOSPC, EDQUOT: "make room there, or name another place"
        case EFBIG: "raise the limit (ulimit -f), or name another place"
        case EMFILE: "raise the limit (ulimit -n)"
        case ELOOP: "name the place itself, not a link that leads to itself"
        case ENAMETOOLONG: "choose a shorter name, or a place with a shorter path"
        case EISDIR: "name a file"
        default: nil
        }
    }
}

extension StorageReason: ExpressibleByStringInterpolation {
    /// The program's own words.
    public init(stringLiteral value: String) { (description, code) = (value, nil) }
}
