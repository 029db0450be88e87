import Notebook
import Platform
import Publishing
import Storage

extension Workspace {
    /// Makes sure that pages can be written later, before anything is computed for them.
    ///
    /// - Parameters:
    ///   - paths: where they may stand in the folder.
    ///   - units: what has to be known for them.
    ///   - isWhole: whether a whole report is to be written, rather than some lessons.
    /// - Throws: `StorageError` where there is no room, or where files of somebody else's are in the way;
    ///   `NoFonts` where nothing can be drawn.
    func check(
        _ folder: ReportFolder, for paths: [String], from units: [any CourseUnit], isWhole: Bool = false
    ) throws {
        try NoFonts.check()
        // An earlier report is replaced file by file, which takes little more than it has.
        let isNew = !FileManager.default.fileExists(atPath: output.appending(path: "index.html").path)
        try Files.checkWritable(output, needing: isWhole && isNew ? 32 << 20 : 2 << 20)
        try folder.check(paths, isCostly: !course.missing(units).isEmpty)
    }

    /// Waits until no other run writes into the output folder.
    func lockOutput() throws(StorageError) -> FolderLock { try lock(output) }

    /// Waits until no other run writes into a folder.
    func lock(_ folder: URL) throws(StorageError) -> FolderLock { try FolderLock(folder, telling: terminal) }
}

extension FolderLock {
    /// Waits until nobody else has it, and says who has.
    convenience init(_ folder: URL, telling terminal: Terminal) throws(StorageError) {
        try self.init(folder) { holder in
            var words = "Another run is writing into \(folder.path)"
            if let holder {
                words += ": process \(holder.process)" + (holder.start.map { ", since \($0)" } ?? "")
                words +=
                    holder.isStopped
                    ? ". It was stopped: `kill -CONT \(holder.process)` lets it go on, `kill -KILL \(holder.process)` ends it"
                    : ", which `kill \(holder.process)` would end"
            }
            terminal.say(words + "; waiting for it.")
        }
    }
}
