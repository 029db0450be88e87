import Platform
import Storage

/// What the program wrote into a folder, and what the report's numbers come from: `manifest.json`.
///
/// `course clean` removes what is listed here and nothing else, so whatever writes into the folder is noted.
public struct Manifest: Codable, Equatable, Sendable {
    /// The file's name.
    public static let name = "manifest.json"

    /// The run that wrote the report; nil where there is none, but files of single lessons.
    public var run: RunProvenance?
    /// Where the numbers of single lessons come from, as long as there is no report.
    public var lessons: RunProvenance?
    /// SHA-256 of each file of the report, by its path in the folder.
    public var files: [String: String]
    /// The same of files that are no part of it: an earlier report's, or what other commands wrote.
    public var beside: [String: String]?
    /// Of which picture of somebody's a file was made, by its path: whatever tells pictures from each other.
    public var pictures: [String: String]?

    init(
        run: RunProvenance? = nil, lessons: RunProvenance? = nil, files: [String: String] = [:],
        beside: [String: String] = [:], pictures: [String: String] = [:]
    ) {
        self.run = run
        self.lessons = lessons
        self.files = files
        self.beside = beside.isEmpty ? nil : beside
        let known = pictures.filter { files[$0.key] != nil || beside[$0.key] != nil }
        self.pictures = known.isEmpty ? nil : known
    }

    /// Reads the file's bytes. Nobody vouches for them: paths that lead out of the folder are left out.
    ///
    /// - Throws: `DecodingError` where they are no manifest.
    public init(decoding bytes: [UInt8]) throws {
        self = try CanonicalJSON.decode(Self.self, from: bytes)
    }

    /// Takes over what an object says.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        // Another version may tell other things of its run; its files are files all the same.
        run = try? values.decodeIfPresent(RunProvenance.self, forKey: .run)
        lessons = try? values.decodeIfPresent(RunProvenance.self, forKey: .lessons)
        files = try values.decode([String: String].self, forKey: .files).filter { Self.isInside($0.key) }
        beside = try values.decodeIfPresent([String: String].self, forKey: .beside)?.filter { Self.isInside($0.key) }
        pictures = try? values.decodeIfPresent([String: String].self, forKey: .pictures)
    }

    /// Whether a path stays in the folder that it is appended to, whatever is there.
    ///
    /// Bytes are what the system reads: to Swift a slash with an accent on it is another character than a slash.
    static func isInside(_ path: String) -> Bool {
        let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        return !path.utf8.contains(0)
            && parts.allSatisfy { !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8) }
    }

    /// The file's bytes, sealed: an edited manifest is not replaced.
    func sealed() throws -> [UInt8] { try Seal.encode(self) }

    /// The report around a folder that is not one itself: the nearest folder above it with a manifest of pages.
    public static func report(around folder: URL) -> URL? {
        guard !FileManager.default.fileExists(atPath: folder.appending(path: name).path) else { return nil }
        // A link into a report leads into it all the same.
        var place = folder.resolvingSymlinksInPath().standardizedFileURL
        while place.path != "/", !place.path.isEmpty {
            place = place.deletingLastPathComponent()
            guard let manifest = try? read(in: place) else { continue }
            return manifest.run != nil || manifest.lessons != nil ? place : nil
        }
        return nil
    }

    /// The manifest of a folder; nil where there is none.
    ///
    /// - Throws: `StorageError` for a file of this name that is somebody else's.
    public static func read(in folder: URL) throws(StorageError) -> Manifest? {
        let url = folder.appending(path: name)
        guard FileManager.default.fileExists(atPath: url.path) else { return nil }
        let bytes = try Files.read(url, limit: 1 << 24)
        do { return try Manifest(decoding: bytes) } catch {
            throw .cannotRead(
                path: url.path,
                reason:
                    "it is no manifest of this program, or one that was damaged; name another folder, or move it away")
        }
    }
}
