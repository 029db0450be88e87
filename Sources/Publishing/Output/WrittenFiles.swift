import Platform
import Storage

/// The files that the program wrote into a folder, by its manifest and the journal of a run that was killed there, and what
/// has become of them.
public struct WrittenFiles: Sendable {
    /// The file in which writers note what they are about to write; there while somebody writes, or was killed.
    public static let journal = Journal.name

    /// The folder.
    public let folder: URL
    /// Whether there is a whole report among them.
    public let hasReport: Bool
    private let noted: [String: Set<String>]
    /// Those behind links that lead out of the folder as well.
    private let all: [String: Set<String>]

    /// - Throws: `StorageError` for a manifest that is somebody else's.
    public init(in folder: URL) throws(StorageError) {
        self.init(in: folder, by: try Manifest.read(in: folder))
    }

    init(in folder: URL, by manifest: Manifest?) {
        let noted = Self.noted(Journal.read(in: folder), by: manifest)
        // What lies behind a link that leads out of the folder is not ours.
        let root = folder.resolvingSymlinksInPath().path
        let parents = Set(noted.keys.map { Self.parent(of: $0) ?? "" }).filter { parent in
            let place = folder.appending(path: parent).resolvingSymlinksInPath().path
            return place == root || place.utf8.starts(with: (root + "/").utf8)
        }
        all = noted
        self.noted = noted.filter { parents.contains(Self.parent(of: $0.key) ?? "") }
        self.folder = folder
        hasReport = manifest?.files["index.html"] != nil
    }

    /// Every hash that was noted, by path, without regard to where a path leads.
    static func noted(_ journal: [String: Set<String>], by manifest: Manifest?) -> [String: Set<String>] {
        var noted = journal
        for (path, hash) in manifest?.files ?? [:] { noted[path, default: []].insert(hash) }
        for (path, hash) in manifest?.beside ?? [:] { noted[path, default: []].insert(hash) }
        return noted
    }

    /// The files in which the program notes what it wrote, in the order in which they go.
    public static let bookkeeping = [Journal.name, Manifest.name]

    /// Of the files that no manifest can know (how long the report took, and the manifest itself), those that are there:
    /// the program's own, and what somebody has changed or put in their place.
    public var own: (unchanged: [String], changed: [String]) {
        var (unchanged, changed): ([String], [String]) = ([], [])
        let ownership = Ownership(of: folder)
        for path in (hasReport ? [ReportTimings.name] : []) + Self.bookkeeping {
            var status = stat()
            guard lstat(folder.appending(path: path).path, &status) == 0 else { continue }
            let standing = try? Ownership.Standing(path, in: folder)
            let isOurs = standing.map { ownership.objection(to: $0) == nil } ?? false
            if isOurs && status.st_mode & S_IFMT == S_IFREG { unchanged.append(path) } else { changed.append(path) }
        }
        return (unchanged, changed)
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
        /// Somebody has changed it since, or put a link in its place.
        case changed
        case absent
    }

    /// Looks at a file.
    public func state(of path: String) -> State {
        let url = folder.appending(path: path)
        var status = stat()
        guard lstat(url.path, &status) == 0 else { return .absent }
        // The program makes no links.
        guard status.st_mode & S_IFMT == S_IFREG, let bytes = try? Files.read(url) else { return .changed }
        let hash = SHA256.hex(of: bytes)
        return noted[path]?.contains(hash) == true ? .unchanged(hash: hash) : .changed
    }

    /// Hashes by path, as a manifest keeps them, of those that are there.
    func hashes(where isWanted: (String) -> Bool) -> [String: String] {
        var hashes: [String: String] = [:]
        for (path, noted) in all where isWanted(path) {
            let url = folder.appending(path: path)
            guard FileManager.default.fileExists(atPath: url.path) else { continue }
            let hash = (try? Files.read(url)).map { SHA256.hex(of: $0) }
            hashes[path] = hash.map(noted.contains) == true ? hash : noted.min()
        }
        return hashes
    }
}
