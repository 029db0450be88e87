/// Data that could not be used: which file, what was expected, what was found, and what to do.
public enum DatasetError: Error, Equatable, CustomStringConvertible {
    /// Files that a folder should hold and does not.
    ///
    /// - `near`: what lies there and may be meant, with the name that it should have.
    case missing(kind: DatasetDescription, folder: String, files: [String], near: [NearName] = [])
    /// A file that the system does not hand over.
    case unreadable(reason: String)
    /// A file of another kind altogether: a web page, an archive.
    case otherKind(file: String, found: String, advice: String)
    /// Another one of the published files.
    case anotherFile(kind: DatasetDescription, file: String, isFile: String)
    /// A file that begins as gzip and cannot be inflated.
    case damagedGzip(file: String, reason: String)
    /// A file that is not laid out as IDX says.
    case malformed(file: String, expected: String, found: String)
    /// Well laid out, but not the published content, or not what was imported.
    case wrongContent(kind: DatasetDescription, file: String, expected: String, found: String, foundIs: String?)
    /// Own data that can't be used.
    case own(OwnDataError)
    /// A drawing that Cairo refused.
    case drawing(reason: String)

    /// What went wrong, in which file, and what to do.
    public var description: String {
        switch self {
        case .missing(let kind, let folder, let files, let near):
            "\(folder) does not hold \(kind.name): \(Self.list(files)) \(files.count == 1 ? "is" : "are") missing"
                + " (as such or with .gz, there or in \(folder)/\(kind.id));"
                + near.map { " \($0);" }.joined()
                + " put the files there, or name no folder and the course draws its own images"
        case .otherKind(let file, let found, let advice):
            "\(file) is \(found), by its first bytes; \(advice)"
        case .anotherFile(let kind, let file, let isFile):
            "\(file) is not the file of \(kind.name) that its name says: it is \(isFile); give it its own name"
        case .unreadable(let reason):
            reason
        case .damagedGzip(let file, let reason):
            "\(file) is a damaged gzip file: \(reason); fetch it again"
        case .malformed(let file, let expected, let found):
            "\(file) is not the IDX file that it should be: expected \(expected), found \(found); fetch it again. "
                + Self.wayOut
        case .wrongContent(let kind, let file, let expected, let found, let foundIs):
            kind.isPublished
                ? "\(file) is not the published file of \(kind.name)"
                    + (foundIs.map { ": it is \($0)" } ?? "")
                    + "; expected the SHA-256 \(expected) of the decompressed content, found \(found); fetch it again. "
                    + Self.wayOut
                : "\(file) is no longer what was imported as “\(kind.name)”; expected the SHA-256 \(expected), found "
                    + "\(found); import it again: course data import FOLDER --as \(kind.id) --force"
        case .own(let error):
            error.description
        case .drawing(let reason):
            "the images cannot be drawn: \(reason)"
        }
    }

    /// What to do with data of one's own that bear the names of a published set's files.
    private static let wayOut =
        "Own data always have a name of their own: course data import FOLDER --as NAME, then --data NAME"

    private static func list(_ files: [String]) -> String {
        guard let last = files.last, files.count > 1 else { return files.joined() }
        return files.dropLast().joined(separator: ", ") + " and " + last
    }
}
