import Platform
import Notebook
import Storage

/// A checkout of the course: where its documents, templates and style sheets lie.
struct Checkout {
    let root: URL

    /// The checkout around a folder; nil where there is none.
    init?(around folder: URL) {
        var folder = folder.standardizedFileURL
        while true {
            let wanted = ["Package.swift", "Lessons", "Sources/Publishing/Resources"]
            if wanted.allSatisfy({ FileManager.default.fileExists(atPath: folder.appending(path: $0).path) }) {
                root = folder
                return
            }
            let parent = folder.deletingLastPathComponent()
            guard parent.path != folder.path, folder.path != "/" else { return nil }
            folder = parent
        }
    }

    var lessons: URL { root.appending(path: "Lessons", directoryHint: .isDirectory) }
    var sources: URL { root.appending(path: "Sources", directoryHint: .isDirectory) }
    var pageResources: URL { sources.appending(path: "Publishing/Resources", directoryHint: .isDirectory) }

    /// Templates, style sheets and scripts by file name, as they are on the disk.
    ///
    /// - Throws: `StorageError` where a file can't be read.
    func resourceFiles() throws -> [String: String] {
        var files: [String: String] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: pageResources.path) {
            let url = pageResources.appending(path: path)
            guard [".css", ".js", ".mustache"].contains(where: path.hasSuffix) else { continue }
            files[url.lastPathComponent] = String(decoding: try Files.read(url), as: UTF8.self)
        }
        return files
    }

    /// The documents of the lessons by path below the checkout.
    func documents() throws -> [String: String] { try DocumentFolder(lessons, calledFrom: root).files() }
}
