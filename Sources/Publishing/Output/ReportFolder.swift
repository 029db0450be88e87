import Platform
import Storage
import Synchronization

/// The folder of a report while one command writes into it: every file appears whole or not at all, and whatever stops
/// the program, the folder knows which files are its own.
///
/// A file that the program did not write, or that was edited since, is neither replaced nor removed, unless somebody
/// says so. Writers hold the folder's `FolderLock`.
public final class ReportFolder: Sendable {
    /// Where it lies.
    public let url: URL
    private let replacesAnything: Bool
    private let state = Mutex(State())

    private struct State: ~Copyable {
        var written: [String: Written] = [:]
        /// Those that no manifest can know.
        var notes: Set<String> = []
        var journal: Journal?
        var ownership: Ownership?
        /// What files are made of, where those are pictures of somebody's.
        var pictures: [String: String] = [:]
        /// What is to be written once all of it is known; nil where files are written one by one.
        var held: [String: [UInt8]]?
    }

    private struct Written {
        let hash: String
        let size: Int
    }

    /// A folder, which need not exist yet.
    ///
    /// - Parameter replacesAnything: whether files of other people, and edited ones, are replaced.
    public init(_ url: URL, replacesAnything: Bool = false) {
        self.url = url
        self.replacesAnything = replacesAnything
    }

    /// SHA-256 of each file written so far, by its path in the folder.
    public var hashes: [String: String] { state.withLock { $0.written.mapValues(\.hash) } }

    /// The paths of all files written so far, those included that say what was written and how long it took.
    public var everything: [String] { state.withLock { $0.notes.union($0.written.keys).sorted() } }

    /// Tells of which picture of somebody's files are made, by their paths: a file that was made of another one is not
    /// replaced. Told before ``check(_:isCostly:)``.
    public func tell(pictures: [String: String]) {
        state.withLock { $0.pictures.merge(pictures) { $1 } }
    }

    /// Makes sure that files can be written, before anything is computed that they are to hold.
    ///
    /// A file may be somebody else's, or nobody knows whose, and hold already what it is to hold. Nobody can tell before
    /// that is computed. Where that costs nothing, everything is held back until then.
    ///
    /// - Parameters:
    ///   - paths: the paths in the folder, also of files that may not come to be.
    ///   - isCostly: whether something has to be computed first.
    /// - Throws: `StorageError`, naming what is in the way, or the place that can't be written.
    public func check(_ paths: [String], isCostly: @autoclosure () -> Bool = true) throws(StorageError) {
        for parent in Set(paths.map { WrittenFiles.parent(of: $0) ?? "" }).sorted() {
            let place = url.appending(path: parent)
            var status = stat()
            // Also a link that leads nowhere.
            if lstat(place.path, &status) == 0, status.st_mode & S_IFMT != S_IFREG { try Files.checkWritable(place) }
        }
        var taken: [Ownership.Standing] = []
        for path in [Manifest.name, Journal.name] + paths {
            let standing = try Ownership.Standing(path, in: url)
            if standing.isTaken { taken.append(standing) }
        }
        // Read after the files: a file is noted before it is written.
        guard !replacesAnything, !taken.isEmpty else { return }
        let ownership = Ownership(of: url)
        let pictures = pictures
        var objections = taken.compactMap { ownership.objection(to: $0, madeOf: pictures[$0.path]) }
        guard !objections.isEmpty else { return }
        // Without the manifest nobody knows whose all the others are.
        let manifest = url.appending(path: Manifest.name).path
        if let unread = objections.first(where: { $0.path == manifest }) { objections = [unread] }
        // Those that differ each time anyhow.
        let isCertain = taken.contains { $0.isApart && ownership.objection(to: $0) != nil }
        guard !isCertain, !isCostly() else { throw inTheWay(objections) }
        state.withLock { $0.held = [:] }
    }

    /// Writes a file.
    ///
    /// - Parameter path: the path in the folder.
    /// - Throws: `StorageError`, naming the file.
    public func write(_ bytes: [UInt8], to path: String) throws(StorageError) {
        let isHeld = state.withLock { state in
            state.held?[path] = bytes
            return state.held != nil
        }
        if isHeld { return }
        try announce(bytes, at: path)
        try put(bytes, at: path)
    }

    /// Writes how long the steps of a report took, once it is finished.
    ///
    /// - Throws: `StorageError`, naming the file.
    public func write(_ timings: ReportTimings) throws {
        try put(note: Seal.encode(timings), at: ReportTimings.name)
    }

    private func put(_ bytes: [UInt8], at path: String) throws(StorageError) {
        try Files.write(bytes, to: url.appending(path: path), throughLinks: true)
    }

    /// Writes what was held back, if nothing of it would replace anything else.
    ///
    /// - Parameter pages: what is to be written as well.
    private func release(with pages: [PublishedFile] = []) throws(StorageError) {
        let held = state.withLock { state in
            defer { state.held = nil }
            return state.held ?? [:]
        }
        guard !held.isEmpty else { return }
        var changed: [Ownership.Standing] = []
        for (path, bytes) in held.merging(pages.map { ($0.path, $0.bytes) }, uniquingKeysWith: { $1 }) {
            let standing = try Ownership.Standing(path, in: url)
            if standing.isTaken, standing.hash != SHA256.hex(of: bytes) { changed.append(standing) }
        }
        try object(to: changed.sorted { $0.path < $1.path }, by: Ownership(of: url), pictures)
        for (path, bytes) in held.sorted(by: { $0.key < $1.key }) { try write(bytes, to: path) }
    }

    /// Notes a file that is about to be written, if it may be.
    private func announce(_ bytes: [UInt8], at path: String) throws(StorageError) {
        let hash = SHA256.hex(of: bytes)
        let standing = try Ownership.Standing(path, in: url)
        try state.withLock { state throws(StorageError) in
            let isFirst = state.journal == nil
            let ownership = state.ownership ?? Ownership(of: url)
            // What holds already what it is to hold is in nobody's way; nor is what this very run has written.
            let isOther = standing.isTaken && standing.hash != hash && standing.hash != state.written[path]?.hash
            let own = isFirst ? [try Ownership.Standing(Journal.name, in: url), try .init(Manifest.name, in: url)] : []
            try object(to: own + (isOther ? [standing] : []), by: ownership, state.pictures)
            if isFirst {
                state.journal = try Journal(in: url, isNew: ownership.objection(to: own[0]) != nil)
                state.ownership = ownership
            }
            guard state.journal?.isThere == true else {
                throw .cannotWrite(
                    path: url.path,
                    reason: "the folder was removed or moved while it was written; give the command again")
            }
            // The manifest may forget it before the new file is there.
            if isOther, let old = standing.hash, ownership.objection(to: standing) == nil {
                try state.journal?.note(path, hash: old)
            }
            try state.journal?.note(path, hash: hash)
            state.written[path] = Written(hash: hash, size: bytes.count)
        }
    }

    /// - Throws: `StorageError.inTheWay` for files that are not to be replaced.
    private func object(
        to standing: [Ownership.Standing], by ownership: Ownership?, _ pictures: [String: String] = [:]
    ) throws(StorageError) {
        guard !replacesAnything, let ownership else { return }
        let objections = standing.compactMap { ownership.objection(to: $0, madeOf: pictures[$0.path]) }
        if !objections.isEmpty { throw inTheWay(objections) }
    }

    private func inTheWay(_ files: [FileInTheWay]) -> StorageError { .inTheWay(files, place: "folder with --output") }

    /// Ends a whole report: what was written is the report, and what earlier runs wrote lies beside it.
    ///
    /// - Parameter pages: those that lead to everything else; they are written last of all.
    func finish(_ run: RunProvenance, pages: [PublishedFile]) throws {
        try release(with: pages)
        try verify()
        for page in pages { try announce(page.bytes, at: page.path) }
        let files = hashes
        let beside = WrittenFiles(in: url, by: earlier).hashes { files[$0] == nil }
        try put(Manifest(run: run, files: files, beside: beside, pictures: allPictures))
        for page in pages { try put(page.bytes, at: page.path) }
        try verify()
        close()
    }

    /// Ends what is no whole report: its files that were written anew stay its own, all others lie beside it.
    ///
    /// - Parameter lessons: where the numbers of single lessons come from, which are the first ones here.
    public func finish(lessons: RunProvenance? = nil) throws {
        try release()
        try verify()
        let earlier = earlier ?? Manifest()
        let written = hashes
        let files = earlier.files.merging(written.filter { earlier.files[$0.key] != nil }) { $1 }
        let others = WrittenFiles(in: url, by: earlier).hashes { files[$0] == nil && written[$0] == nil }
        try put(
            Manifest(
                run: earlier.run, lessons: earlier.run == nil ? earlier.lessons ?? lessons : nil, files: files,
                beside: others.merging(written.filter { files[$0.key] == nil }) { $1 }, pictures: allPictures))
        close()
    }

    private var pictures: [String: String] { state.withLock { $0.pictures } }

    /// Of which pictures all files were made: those that stay as well as those that were written.
    private var allPictures: [String: String] {
        let written = hashes
        let kept = (earlier?.pictures ?? [:]).filter { written[$0.key] == nil }
        return kept.merging(pictures.filter { written[$0.key] != nil }) { $1 }
    }

    /// The manifest that is there; one that is somebody else's counts as none, since it was refused before or is to go.
    private var earlier: Manifest? { try? Manifest.read(in: url) }

    /// Makes sure that everything that was written is there: nobody may have tidied up in the meantime.
    private func verify() throws(StorageError) {
        let written = state.withLock { $0.written }
        let gone = written.filter { path, file in
            var status = stat()
            return stat(url.appending(path: path).path, &status) != 0 || Int(status.st_size) != file.size
        }.keys.sorted()
        guard let first = gone.first else { return }
        throw .cannotWrite(
            path: url.path,
            reason: """
                \(gone.count) of \(written.count) files that were written there are gone or have another size, \(first) \
                among them; give the command again, and leave the folder alone meanwhile
                """)
    }

    private func put(_ manifest: Manifest) throws { try put(note: manifest.sealed(), at: Manifest.name) }

    private func put(note bytes: [UInt8], at path: String) throws(StorageError) {
        try object(to: [.init(path, in: url)], by: Ownership(of: url))
        try put(bytes, at: path)
        state.withLock { _ = $0.notes.insert(path) }
    }

    private func close() {
        state.withLock {
            $0.journal = nil
            $0.ownership = nil
        }
        Journal.remove(in: url)
    }
}
