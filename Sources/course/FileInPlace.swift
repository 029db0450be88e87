import Platform
import Storage

extension Files {
    /// What stands where a file is to be written; nil where there is nothing that could be lost.
    ///
    /// - Parameters:
    ///   - limit: how many bytes are looked at.
    ///   - objection: what a file that can't be read is.
    /// - Throws: `objection`.
    static func inPlace(
        of url: URL, limit: Int, orElse objection: StorageError
    ) throws(StorageError) -> [UInt8]? {
        var status = stat()
        guard stat(url.path, &status) == 0, status.st_size > 0 else { return nil }
        guard let found = try? read(url, limit: limit) else { throw objection }
        return found
    }
}
