import Languages
import Notebook
import Platform
import Publishing
import Storage

/// Where a command puts files that are no pages: a folder within the report's, or one that somebody named. Either takes
/// note of them.
struct OutputPart: Sendable {
    /// Where the paths of the files begin.
    let folder: URL
    private let part: String?
    /// The folder that takes note.
    let report: ReportFolder

    /// - Parameters:
    ///   - part: the folder's name within the report.
    ///   - named: the folder that was typed, if any.
    ///   - replacesAnything: whether files of other people are replaced.
    init(_ part: String, named: String?, replacesAnything: Bool, in workspace: Workspace) {
        let root: URL
        if named == nil {
            (root, self.part) = (workspace.output, part)
        } else if let report = Manifest.report(around: workspace.output) {
            // A folder within a report belongs to it, however it was named.
            let place = workspace.output.resolvingSymlinksInPath().standardizedFileURL.path
            (root, self.part) = (report, String(place.dropFirst(report.path(percentEncoded: false).count)))
        } else {
            (root, self.part) = (workspace.output, nil)
        }
        report = ReportFolder(root, replacesAnything: replacesAnything)
        folder = self.part.map { root.appending(path: $0) } ?? root
    }

    /// Makes sure that files can be written later, before anything is computed for them.
    ///
    /// - Parameters:
    ///   - paths: where they may stand.
    ///   - units: what has to be known for them.
    ///   - workspace: where that is stored.
    ///   - bytes: how much free space they need.
    /// - Throws: `StorageError` where there is no room, or where files of somebody else's are in the way;
    ///   `NoFonts` where nothing can be drawn.
    func check(
        _ paths: [String], from units: [any CourseUnit], in workspace: Workspace, needing bytes: Int
    ) throws {
        try NoFonts.check()
        try Files.checkWritable(folder, needing: bytes)
        try report.check(paths.map(path), isCostly: !workspace.course.missing(units).isEmpty)
    }

    /// Tells of which picture files are made: what stands there of another one is not theirs to replace.
    ///
    /// - Parameter picture: a `PictureIdentity`.
    func tell(picture: String, of paths: [String]) {
        report.tell(pictures: Dictionary(paths.map { (path($0), picture) }, uniquingKeysWith: { first, _ in first }))
    }

    /// Waits until nobody else writes there.
    func lock(of workspace: Workspace) throws(StorageError) -> FolderLock { try workspace.lock(report.url) }

    /// Writes a file.
    ///
    /// - Throws: `StorageError`, naming the file.
    func write(_ bytes: [UInt8], to path: String) throws(StorageError) {
        try report.write(bytes, to: self.path(path))
    }

    /// Draws all figures of a page and writes them.
    ///
    /// - Parameter name: what the files of a figure are called.
    /// - Returns: the files' paths.
    /// - Throws: `CourseError` for a figure that can't be drawn; `StorageError`, naming the file.
    func write(
        _ page: Page, with files: FigureFiles, for languages: [Language], called name: (FigureCell) -> String
    ) throws -> [String] {
        var paths: [String] = []
        for cell in page.figures {
            for drawing in try files.draw(cell, of: page, in: languages).drawings {
                let file = drawing.fileName(for: name(cell))
                try write(drawing.rendered.bytes, to: file)
                paths.append(folder.appending(path: file).path)
            }
        }
        return paths
    }

    /// Takes note of what was written.
    func finish() throws { try report.finish() }

    private func path(_ path: String) -> String { part.map { "\($0)/\(path)" } ?? path }
}
