import Documents

/// Where the code of the lessons lies. The compiler tells a file's module and name (`Lessons/Edges.swift`), which is no path
/// that anybody could open.
public struct SourcePaths: Sendable {
    private let paths: [String: String]

    /// - Parameter paths: from the top of the checkout, by what the compiler calls the files.
    public init(_ paths: [String: String]) { self.paths = paths }

    /// `Lessons/Edges/`, for a lesson with code; empty where nothing is known of it.
    func folder(of lesson: String) -> String {
        let folders = paths.values.compactMap { path -> String? in
            let parts = path.split(separator: "/")
            guard parts.count > 2, parts[parts.count - 2].lowercased() == lesson else { return nil }
            return parts.dropLast().joined(separator: "/") + "/"
        }
        return folders.min() ?? ""
    }

    /// A fault at a place in Swift.
    ///
    /// - Parameter place: `Lessons/Edges.swift:34`.
    func fault(at place: String, _ problem: String) -> DocumentError {
        let parts = place.split(separator: ":")
        let file = parts.dropLast().joined(separator: ":")
        return DocumentError(file: paths[file] ?? file, line: parts.last.flatMap { Int($0) } ?? 1, problem)
    }
}
