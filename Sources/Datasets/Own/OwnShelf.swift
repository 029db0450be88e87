import Languages
import Platform
import Storage

/// The folder in which imported data lie, each in a folder of its own name: whole, or not at all.
public struct OwnShelf: Sendable {
    /// The folder; it need not exist.
    public let folder: URL

    /// How long a name may be: figures and folders have room for it.
    private static let longestName = 40

    /// A shelf in a folder.
    public init(folder: URL) { self.folder = folder }

    /// Where the data of a name lie.
    public func place(of id: String) -> URL { folder.appending(path: id, directoryHint: .isDirectory) }

    /// The names of all data, sorted.
    public var names: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { !$0.hasPrefix(".") && OwnDescription.isThere(in: place(of: $0)) }.sorted()
    }

    /// The data of a name.
    ///
    /// - Throws: ``OwnDataError`` for a name that nothing has, with the near misses, and for a description that no import
    ///   has written.
    public func data(_ id: String) throws(OwnDataError) -> DatasetDescription {
        let names = names
        guard names.contains(id) else {
            let known = DatasetDescription.published.map(\.id) + names
            throw .unknown(
                id,
                hint: NearMisses.hint(
                    for: id, in: known,
                    otherwise: names.isEmpty
                        ? "course data import FOLDER --as \(id) makes them."
                        : "there are \(names.joined(separator: ", ")).")
            )
        }
        return try OwnDescription(in: place(of: id)).data(
            as: id, in: place(of: id).appending(path: OwnDescription.file).path)
    }

    /// Whether own data may have this name: a name of letters, digits, `-`, `_` and `.`, and none of the published sets'.
    ///
    /// - Throws: ``OwnDataError/name(_:reason:)``.
    public static func check(_ id: String) throws(OwnDataError) {
        func refuse(_ reason: String) -> OwnDataError { .name(id, reason: reason) }
        guard let first = id.first else { throw refuse("it is empty") }
        guard id.count <= longestName, id.utf8.count <= 200 else {
            throw refuse("it is longer than \(longestName) characters")
        }
        guard first.isLetter || first.isNumber else {
            throw refuse("it begins with “\(first)”, not with a letter or a digit")
        }
        if let wrong = id.first(where: { !$0.isLetter && !$0.isNumber && !"-_.".contains($0) }) {
            throw refuse("it has “\(wrong)” in it; letters, digits, “-”, “_” and “.” it may have")
        }
        let plain = String(id.lowercased().filter { $0.isLetter || $0.isNumber })
        let published = DatasetDescription.published.first { one in
            [one.id, one.name].contains { $0.lowercased().filter { $0.isLetter || $0.isNumber } == plain }
        }
        if let published {
            throw refuse("it is that of the published \(published.name), and own data always have their own")
        }
    }

    /// A name for data that nobody has named: that of their folder, as far as names have its letters.
    public static func name(for folder: URL) -> String {
        let letters = folder.absoluteURL.standardized.lastPathComponent.prefix(longestName).map { letter in
            letter.isLetter || letter.isNumber || "-_.".contains(letter) ? letter : "-"
        }
        let name = String(letters.drop { !$0.isLetter && !$0.isNumber })
        do throws(OwnDataError) {
            try check(name)
            return name
        } catch { return "own-data" }
    }

    /// Puts data on the shelf.
    ///
    /// - Parameter replaces: whether other data of this name give way.
    /// - Returns: where they lie.
    /// - Throws: ``OwnDataError``, or a `StorageError` that names the file; nothing is left behind, and what was there stays.
    @discardableResult
    public func put(_ set: OwnSet, replacing replaces: Bool) throws -> URL {
        try Self.check(set.description.id)
        let place = place(of: set.description.id)
        let lock = try FolderLock(folder)
        defer { lock.release() }
        removeAbandoned()
        let isTaken = FileManager.default.fileExists(atPath: place.path)
        if isTaken {
            let same = try? OwnDescription(in: place) == OwnDescription(set.description)
            let isWhole = set.description.files.allSatisfy { file in
                (try? DatasetFolder(place, of: set.description).verify(file)) != nil
            }
            if same == true, isWhole { return place }
            guard replaces else { throw OwnDataError.taken(set.description.id, place: place.path) }
        }
        let size = set.files.reduce(1 << 16) { $0 + $1.bytes.count }
        try Files.checkWritable(folder, needing: size)
        let new = beside("new")
        do {
            for (part, bytes) in set.files { try Files.write(bytes, to: new.appending(path: part.ownName)) }
            try Files.write(
                CanonicalJSON.encode(OwnDescription(set.description)), to: new.appending(path: OwnDescription.file))
            let old = beside(Self.old + place.lastPathComponent)
            if isTaken { try move(place, to: old) }
            do { try move(new, to: place) } catch {
                if isTaken { try move(old, to: place) }
                throw error
            }
            try? FileManager.default.removeItem(at: old)
        } catch {
            try? FileManager.default.removeItem(at: new)
            throw error
        }
        return place
    }

    private static let mark = ".course-import-"
    private static let old = "old-"

    private func beside(_ what: String) -> URL {
        folder.appending(path: "\(Self.mark)\(what)", directoryHint: .isDirectory)
    }

    /// What an import left that was killed; the lock says that nobody is at it.
    private func removeAbandoned() {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        where name.hasPrefix(Self.mark) {
            let left = folder.appending(path: name)
            let id = String(name.dropFirst(Self.mark.count + Self.old.count))
            // Killed between taking the old data away and putting the new ones there.
            let isLast =
                name.hasPrefix(Self.mark + Self.old) && !FileManager.default.fileExists(atPath: place(of: id).path)
            if isLast, (try? move(left, to: place(of: id))) != nil { continue }
            try? FileManager.default.removeItem(at: left)
        }
    }

    private func move(_ place: URL, to other: URL) throws(StorageError) {
        guard rename(place.path, other.path) == 0 else { throw .cannotWrite(path: other.path, reason: .last) }
    }
}
