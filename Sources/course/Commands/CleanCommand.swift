import ArgumentParser
import Datasets
import Downloads
import Platform
import Notebook
import Publishing
import Storage

/// `course clean`
struct CleanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clean",
        abstract: "Remove the report: what the program wrote, and nothing else.",
        discussion: """
            The folder's manifest says which files were written. A file that is not in it stays; so does one that was \
            changed since, unless --force is given. Stored results and fetched data stay unless they are named.

            Example: course clean --dry-run
            """)

    @Option(
        name: [.short, .long], help: ArgumentHelp("The folder of the report. (default: Output)", valueName: "folder"),
        completion: .directory)
    var output: String?

    @Flag(help: "Remove stored results as well: networks and measurements are computed again when they are needed.")
    var results = false

    @Option(help: .store, completion: .directory)
    var store: String?

    @Flag(help: "Remove fetched data sets as well.")
    var data = false

    @Flag(help: "Remove files of the report that were changed since, too.")
    var force = false

    @Flag(help: "Remove nothing: list what would be removed.")
    var dryRun = false

    @Flag(help: "Print what is removed as JSON: an array of objects with kind and path.")
    var json = false

    func run() throws {
        let places = try Places()
        let terminal = Terminal(environment: places.environment)
        var removed = try cleanReport(in: try places.output(output), terminal)
        if results {
            let store = ResultStore(folder: try places.store(store))
            removed += try remove(store.ownFiles, below: store.folder)
        }
        if data {
            let cache = DataCache(folder: places.cache.data)
            removed += try remove(cache.ownFiles, below: cache.folder)
        }
        if json { try Terminal.put(json: removed) }
    }

    /// - Returns: what is removed.
    private func cleanReport(in folder: URL, _ terminal: Terminal) throws -> [WrittenFile] {
        guard WrittenFiles.areThere(in: folder) else {
            terminal.say("There is no report in \(folder.path): it has no manifest.json.")
            return []
        }
        let lock = try FolderLock(folder, telling: terminal)
        defer { lock.release() }
        let report = try OldReport(in: folder)
        let removed = report.removable(withChanged: force)
        try tell(removed.map { folder.appending(path: $0) })
        for path in report.changed where !force {
            terminal.say("Not as this program wrote it, so it stays: \(folder.appending(path: path).path)")
        }
        if !dryRun { try report.remove(removed) }
        return WrittenFile.list(removed, in: folder)
    }

    private func tell(_ files: [URL]) throws {
        if !json { try Terminal.put(files.map { $0.path + "\n" }.joined()) }
    }

    /// - Returns: what is removed.
    private func remove(_ files: [URL], below folder: URL) throws -> [WrittenFile] {
        try tell(files)
        let removed = files.map { WrittenFile(kind: .stored, path: $0.path) }
        guard !dryRun else { return removed }
        for file in files where unlink(file.path) != 0 && errno != ENOENT {
            throw StorageError.cannotWrite(path: file.path, reason: .last)
        }
        for parent in Set(files.map { $0.deletingLastPathComponent().path }) { rmdir(parent) }
        rmdir(folder.path)
        return removed
    }
}
