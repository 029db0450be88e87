import Platform
import Publishing
import Storage

/// Where a command puts files that are no pages: a folder within the report's, which takes note of them, or one that
/// somebody named, which holds nothing else.
struct OutputPart: Sendable {
    /// Where the paths of the files begin.
    let folder: URL
    private let part: String
    /// The report's folder; nil where another one was named.
    private let report: ReportFolder?

    /// - Parameters:
    ///   - part: the folder's name within the report.
    ///   - named: the folder that was typed, if any.
    init(_ part: String, named: String?, in workspace: Workspace) {
        self.part = part
        report = named == nil ? ReportFolder(workspace.output) : nil
        folder = named == nil ? workspace.output.appending(path: part) : workspace.output
    }

    /// Waits until nobody else writes there.
    func lock(of workspace: Workspace) throws(StorageError) -> FolderLock {
        try workspace.lock(report?.url ?? folder)
    }

    /// Writes a file.
    ///
    /// - Throws: `StorageError`, naming the file.
    func write(_ bytes: [UInt8], to path: String) throws(StorageError) {
        if let report {
            try report.write(bytes, to: "\(part)/\(path)")
        } else {
            try Files.write(bytes, to: folder.appending(path: path))
        }
    }

    /// Takes note of what was written.
    func finish() throws { try report?.finish() }
}
