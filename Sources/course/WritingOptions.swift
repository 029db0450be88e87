import ArgumentParser
import Platform
import Publishing

/// What holds for every command that writes files for people.
struct WritingOptions: ParsableArguments {
    @Flag(
        help: """
            Replace files that this program did not write, or that were changed since; otherwise they are in the way, and \
            the command ends with exit 1 before it computes anything.
            """)
    var force = false
}

/// A file that was written, as commands list it: by its path alone, or with all that is known of it as JSON.
protocol ListedFile: Encodable {
    var path: String { get }
}

/// A file that was written or removed, as `--json` lists it.
struct WrittenFile: ListedFile {
    let kind: WrittenKind
    let path: String

    /// Files of a report's folder, in order.
    static func list(_ paths: some Sequence<String>, in folder: URL) -> [WrittenFile] {
        paths.sorted().map { WrittenFile(kind: WrittenKind(ofReport: $0), path: folder.appending(path: $0).path) }
    }
}

extension Terminal {
    /// Files that were written, a line each, or as JSON.
    static func put(_ files: [some ListedFile], asJSON isJSON: Bool) throws {
        if isJSON { try put(json: files) } else { try put(files.map { $0.path + "\n" }.joined()) }
    }

    /// What was written into a report's folder: every file as JSON, or what people would open.
    static func put(written folder: ReportFolder, asJSON isJSON: Bool, otherwise lines: [String] = []) throws {
        if isJSON {
            try put(json: WrittenFile.list(folder.everything, in: folder.url))
        } else {
            try put(lines.map { $0 + "\n" }.joined())
        }
    }
}
