import Languages
import Platform

/// A file that somebody named and that is not there: where it was looked for, and what may have been meant.
public struct MissingFile: Error, Equatable, CustomStringConvertible {
    /// All of that in a sentence.
    public let description: String

    /// Looks for a file.
    ///
    /// - Parameter path: as it was typed.
    /// - Returns: `nil` where something is there, whatever it is.
    public init?(_ url: URL, typed path: String) {
        var status = stat()
        guard stat(url.path, &status) != 0, errno == ENOENT || errno == ENOTDIR else { return nil }
        let folder = url.absoluteURL.standardized.deletingLastPathComponent().path
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
        // An absolute path says itself where it was looked for.
        let place = names == nil ? ", nor a folder \(folder)" : path.hasPrefix("/") ? "" : " in \(folder)"
        let name = url.lastPathComponent
        let near = NearMisses.of(name, in: (names ?? []).filter { !$0.hasPrefix(".") })
        let typedFolder = path.hasSuffix(name) ? String(path.dropLast(name.count)) : ""
        let question = NearMisses.question(of: near.map { typedFolder + $0 })
        let typed = place.hasPrefix(" in") ? name : path
        description =
            "there is no file \(typed)\(place); \(question.isEmpty ? "look at its name and folder" : question)"
    }
}
