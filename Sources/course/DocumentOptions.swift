import ArgumentParser
import Lessons
import Notebook
import Platform

/// Which documents a command reads.
struct DocumentOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A folder with documents that stand beside those of the program, or in the place of those that are called "
                + "the same. One of another name is a lesson of your own; course.yml says in which order.",
            valueName: "folder"),
        completion: .directory)
    var documents: String?

    /// The named folder.
    var folder: URL? { documents.map { URL(typed: $0, directoryHint: .isDirectory) } }

    /// All documents by path: those that the program carries, and the folder's.
    ///
    /// - Throws: `ValidationError` where the folder isn't there; what reading it throws.
    func all() throws -> [String: String] {
        guard let folder else { return Curriculum.carriedDocuments }
        return Curriculum.carriedDocuments(with: try Self.files(in: folder))
    }

    /// The course with these documents.
    ///
    /// - Throws: as ``all()``, and `DocumentError`.
    func curriculum() throws -> Curriculum {
        guard let folder else { return try .course }
        return try .course(with: all(), in: folder)
    }

    /// The documents in a folder, named by their paths below it.
    static func files(in folder: URL) throws -> [String: String] {
        if access(folder.path, R_OK | X_OK) != 0, errno == EACCES { throw ClosedFolder(path: folder.path) }
        // A trailing slash is a folder's alone.
        guard FileManager.default.fileExists(atPath: folder.path + "/.") else {
            throw MissingFolder(path: folder.path)
        }
        return try DocumentFolder(folder, calledFrom: folder).files()
    }

    /// The folder may not be read.
    struct ClosedFolder: Error, CustomStringConvertible {
        let path: String

        var description: String { "the folder \(path) can't be read: permission denied; `chmod u+rx` opens it" }
    }

    /// No folder is there.
    struct MissingFolder: Error, CustomStringConvertible {
        let path: String

        var description: String {
            "there is no folder \(path); --documents names one with files such as edges.fr.md and language.fr.yaml"
        }
    }
}
