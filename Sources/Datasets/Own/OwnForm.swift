import Platform
import Storage

/// What a reader of some form found in a folder: classes, and the pictures of one half or of both.
struct OwnForm: Sendable {
    var classes: [ClassName]
    var train: RawPictures
    /// `nil` where a share of the others is to be held back.
    var test: RawPictures?
    /// What was done or left out that somebody should know, a sentence each.
    var notes: [String] = []

    /// Gives the classes another order, where it names exactly these.
    mutating func reorder(as order: [ClassName]) {
        let places = Dictionary(order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let new = classes.compactMap { places[$0] }
        guard order.count == classes.count, Set(new).count == classes.count else { return }
        classes = order
        train.labels = train.labels.map { new[$0] }
        if let labels = test?.labels { test?.labels = labels.map { new[$0] } }
    }
}

/// What lies in a folder, without what is hidden.
struct FolderContent: Sendable {
    let folder: URL
    /// Names of files, sorted.
    let files: [String]
    /// Names of folders in their natural order; as numbers where all are, also below zero.
    let folders: [String]

    /// What systems put into folders by themselves.
    private static let strays: Set<String> = ["thumbs.db", "desktop.ini", "__macosx", "$recycle.bin"]

    /// - Throws: ``OwnDataError/unreadable(reason:)`` where there is no folder.
    init(_ folder: URL) throws(OwnDataError) {
        let names: [String]
        do { names = try FileManager.default.contentsOfDirectory(atPath: folder.path) } catch {
            var status = stat()
            let isThere = stat(folder.path, &status) == 0
            let what = isThere && status.st_mode & S_IFMT != S_IFDIR ? "is no folder" : "can't be read"
            throw .unreadable(reason: isThere ? "\(folder.path) \(what)" : "\(folder.path): there is no such folder")
        }
        var (files, folders): ([String], [String]) = ([], [])
        for name in names where !name.hasPrefix(".") && !Self.strays.contains(name.lowercased()) {
            var status = stat()
            // A link that leads nowhere is a file that can't be read.
            let isFolder = stat("\(folder.path)/\(name)", &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
            if isFolder { folders.append(name) } else { files.append(name) }
        }
        self.folder = folder
        self.files = files.sorted()
        let areNumbers = folders.allSatisfy { Int($0) != nil }
        self.folders =
            areNumbers
            ? folders.sorted { (Int($0) ?? 0, $0) < (Int($1) ?? 0, $1) } : NaturalOrder.sorted(folders) { $0 }
    }

    func url(_ name: String) -> URL { folder.appending(path: name) }

    /// The whole content of a file, decompressed if it is gzip.
    func bytes(_ name: String) throws(OwnDataError) -> [UInt8] {
        let url = url(name)
        let stored: [UInt8]
        do { stored = try Files.read(url, limit: OwnDataError.mostBytes + (1 << 20)) } catch {
            throw .unreadable(reason: error.description)
        }
        guard Gzip.isGzip(stored) else { return stored }
        do { return try Gzip.inflated(stored, limit: Self.inflatedLimit(of: stored)) } catch {
            switch error {
            case .truncated:
                throw .malformed(file: url.path, expected: "a whole gzip file", found: "one that ends too early")
            case .damaged(let reason):
                throw .malformed(file: url.path, expected: "a whole gzip file", found: "a damaged one (\(reason))")
            case .tooLarge(let limit):
                throw .malformed(
                    file: url.path, expected: "at most \(limit) bytes decompressed, as its own end says", found: "more")
            }
        }
    }

    /// A gzip file ends with the size of its content, which needs no memory until it is believed: no form of deflate makes
    /// more than 1,032 bytes of one.
    private static func inflatedLimit(of stored: [UInt8]) -> Int {
        min(Gzip.toldSize(stored), OwnDataError.mostBytes, 1032 * stored.count)
    }

    /// A text of some lines, in UTF-8; `nil` where there is no such file.
    func lines(_ name: String) throws(OwnDataError) -> [String]? {
        guard files.contains(name) else { return nil }
        let bytes = try bytes(name)
        guard bytes.count <= 1 << 16, let text = String(validating: bytes, as: UTF8.self) else {
            throw .malformed(file: url(name).path, expected: "a short text in UTF-8", found: "something else")
        }
        return text.split(whereSeparator: \.isNewline).map { $0.trimmingSpaces() }.filter { !$0.isEmpty }
    }
}
