import Platform
import Storage
import Synchronization

/// The folder of a report while one command writes into it: every file appears whole or not at all, and whatever stops
/// the program, the folder knows which files are its own.
///
/// Whoever writes holds the folder's `FolderLock`.
public final class ReportFolder: Sendable {
    /// Where it lies.
    public let url: URL
    private let state = Mutex(State())

    private struct State: ~Copyable {
        var hashes: [String: String] = [:]
        var journal: Journal?
    }

    /// A folder, which need not exist yet.
    public init(_ url: URL) { self.url = url }

    /// SHA-256 of each file written so far, by its path in the folder.
    public var hashes: [String: String] { state.withLock { $0.hashes } }

    /// Writes a file.
    ///
    /// - Parameter path: the path in the folder.
    /// - Throws: `StorageError`, naming the file.
    public func write(_ bytes: [UInt8], to path: String) throws(StorageError) {
        try announce([path: SHA256.hex(of: bytes)])
        try Files.write(bytes, to: url.appending(path: path))
    }

    /// Notes files that are about to be written.
    private func announce(_ files: [String: String]) throws(StorageError) {
        let url = url
        try state.withLock { state throws(StorageError) in
            if state.journal == nil {
                // Not over somebody else's manifest.
                _ = try Manifest.read(in: url)
                state.journal = try Journal(in: url)
            }
            for (path, hash) in files.sorted(by: { $0.key < $1.key }) {
                try state.journal?.note(path, hash: hash)
                state.hashes[path] = hash
            }
        }
    }

    /// Ends a whole report: what was written is the report, and what earlier runs wrote lies beside it.
    ///
    /// - Parameter pages: those that lead to everything else; they are written last of all.
    func finish(_ run: RunProvenance, pages: [PublishedFile]) throws {
        try announce(Dictionary(pages.map { ($0.path, SHA256.hex(of: $0.bytes)) }, uniquingKeysWith: { $1 }))
        let files = hashes
        let beside = WrittenFiles(in: url, by: try Manifest.read(in: url)).hashes { files[$0] == nil }
        try put(Manifest(run: run, files: files, beside: beside))
        for page in pages { try Files.write(page.bytes, to: url.appending(path: page.path)) }
        close()
    }

    /// Ends what is no whole report: its files that were written anew stay its own, all others lie beside it.
    public func finish() throws {
        let earlier = try Manifest.read(in: url) ?? Manifest()
        let written = hashes
        let files = earlier.files.merging(written.filter { earlier.files[$0.key] != nil }) { $1 }
        let others = WrittenFiles(in: url, by: earlier).hashes { files[$0] == nil && written[$0] == nil }
        try put(
            Manifest(
                run: earlier.run, files: files,
                beside: others.merging(written.filter { files[$0.key] == nil }) { $1 }))
        close()
    }

    private func put(_ manifest: Manifest) throws {
        try Files.write(CanonicalJSON.encode(manifest), to: url.appending(path: Manifest.name))
    }

    private func close() {
        state.withLock { $0.journal = nil }
        Journal.remove(in: url)
    }
}
