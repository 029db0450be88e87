import Platform
import Storage

/// The files that the program wrote into a folder, by its manifest and the journal of whoever was killed there, and what
/// has become of them.
public struct WrittenFiles: Sendable {
    /// The file in which writers note what they are about to write; there while somebody writes, or was killed.
    public static let journal = Journal.name

    /// The folder.
    public let folder: URL
    /// Whether there is a whole report among them.
    public let hasReport: Bool
    private let noted: [String: Set<String>]

    /// - Throws: `StorageError` for a manifest that is somebody else's.
    public init(in folder: URL) throws(StorageError) {
        self.init(in: folder, by: try Manifest.read(in: folder))
    }

    init(in folder: URL, by manifest: Manifest?) {
        var noted = Journal.read(in: folder)
        for (path, hash) in manifest?.files ?? [:] { noted[path, default: []].insert(hash) }
        for (path, hash) in manifest?.beside ?? [:] { noted[path, default: []].insert(hash) }
        // What lies behind a link that leads out of the folder is not ours.
        let root = folder.resolvingSymlinksInPath().path
        let parents = Set(noted.keys.map { Self.parent(of: $0) ?? "" }).filter { parent in
            let place = folder.appending(path: parent).resolvingSymlinksInPath().path
            return place == root || place.utf8.starts(with: (root + "/").utf8)
        }
        self.noted = noted.filter { parents.contains(Self.parent(of: $0.key) ?? "") }
        self.folder = folder
        hasReport = manifest?.files["index.html"] != nil
    }

    /// Whether the program has written anything here.
    public static func areThere(in folder: URL) -> Bool {
        [Manifest.name, journal].contains { FileManager.default.fileExists(atPath: folder.appending(path: $0).path) }
    }

    /// The paths of all of them, whether they are there or not, sorted.
    public var paths: [String] { noted.keys.sorted() }

    /// The folder in which a path's file lies; nil for one that lies in none.
    public static func parent(of path: String) -> String? {
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path.prefix(upTo: $0)) }
    }

    /// Whether a file is as it was written.
    public enum State: Sendable {
        case unchanged(hash: String)
        /// Somebody has changed it since.
        case changed
        case absent
    }

    /// Looks at a file.
    public func state(of path: String) -> State {
        let url = folder.appending(path: path)
        guard FileManager.default.fileExists(atPath: url.path) else { return .absent }
        guard let bytes = try? Files.read(url) else { return .changed }
        let hash = SHA256.hex(of: bytes)
        return noted[path]?.contains(hash) == true ? .unchanged(hash: hash) : .changed
    }

    /// Hashes by path, as a manifest keeps them, of those that are there.
    func hashes(where isWanted: (String) -> Bool) -> [String: String] {
        var hashes: [String: String] = [:]
        for path in paths where isWanted(path) {
            switch state(of: path) {
            case .unchanged(let hash): hashes[path] = hash
            case .changed: hashes[path] = noted[path]?.min()
            case .absent: break
            }
        }
        return hashes
    }
}
