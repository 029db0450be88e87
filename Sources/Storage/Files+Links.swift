import Platform

extension Files {
    /// How many links may lead to each other, as Linux has it.
    private static let mostLinks = 40

    /// Where bytes go that are written under a name: to the end of the links that begin there, or to the place itself.
    /// The file at the end need not exist, but its folder has to: a link can't say how to create that.
    ///
    /// - Throws: ``StorageError``, naming the place.
    public static func destination(of url: URL) throws(StorageError) -> URL {
        var path = url.path
        for count in 0...mostLinks {
            guard let target = target(of: path) else {
                guard count > 0 else { return url }
                let place = URL(filePath: path)
                var status = stat()
                guard stat(place.deletingLastPathComponent().path, &status) == 0 else {
                    throw .cannotWrite(
                        path: url.path, reason: "it is a link to \(path), and that folder is not there; create it")
                }
                return place
            }
            // The system reads what comes before, “..” included.
            path = target.hasPrefix("/") ? target : parent(of: path) + target
        }
        throw .cannotWrite(path: url.path, reason: StorageReason(code: ELOOP))
    }

    /// What a link says; nil where there is none.
    private static func target(of path: String) -> String? {
        var bytes = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
        let count = readlink(path, &bytes, bytes.count)
        guard count > 0 else { return nil }
        return String(decoding: bytes.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// The path up to the last slash and with it; empty for a name alone.
    private static func parent(of path: String) -> String {
        let bytes = Array(path.utf8)
        let end = bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
        return String(decoding: bytes[..<end], as: UTF8.self)
    }
}
