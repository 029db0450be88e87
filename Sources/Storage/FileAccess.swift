import Platform

/// Who may do what with a file that is to be replaced: the one that takes its place allows the same.
struct FileAccess {
    /// What a new file allows before the umask takes away.
    static let new: mode_t = 0o666

    let mode: mode_t
    private let owner: uid_t
    private let group: gid_t

    /// - Returns: nil where there is no file.
    init?(of url: URL) {
        var status = stat()
        guard lstat(url.path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        (mode, owner, group) = (status.st_mode & 0o777, status.st_uid, status.st_gid)
    }

    /// What the file that takes the place allows while it is filled: never more than in the end, to whomever it belongs
    /// until then.
    var beginning: mode_t { mode & ~0o070 }

    /// Gives an open file the same mode and, where that may be, owner and group. What was allowed to a group that the
    /// file can't have is allowed to no other one.
    ///
    /// - Returns: whether that was possible; `errno` says why not.
    func give(to file: Int32) -> Bool {
        var status = stat()
        guard fstat(file, &status) == 0 else { return false }
        if status.st_uid != owner { _ = fchown(file, owner, gid_t.max) }
        let hasGroup = status.st_gid == group || fchown(file, uid_t.max, group) == 0
        return fchmod(file, hasGroup ? mode : mode & ~0o070) == 0
    }
}
