import Documents
import Languages

/// The order of a course to which somebody has added lessons of their own: what `course.yml` says.
///
///     lessons: [pixels, kernels, week3]
///
/// Lessons that it names come first, in its order; the others follow as the course has them, and then, by their names,
/// those of one's own that it leaves out.
public struct LessonOrder: Sendable {
    /// What the file is called, in whatever folder.
    public static let file = "course.yml"

    /// The ids in order.
    public let ids: [String]

    /// - Parameters:
    ///   - taught: the course's own, in its order.
    ///   - own: those beside them.
    ///   - files: documents by path, `course.yml` among them or not.
    /// - Throws: ``DocumentError`` for a name that no lesson has, one that is there twice, or what is no list.
    public init(taught: [String], own: [String], files: [String: String]) throws(DocumentError) {
        let all = taught + own.sorted()
        let found = files.keys.filter { $0 == Self.file || $0.hasSuffix("/" + Self.file) }.min { one, other in
            (one.count, one) < (other.count, other)
        }
        guard let path = found, let text = files[path] else {
            ids = all
            return
        }
        var named: [String] = []
        for node in try Self.list(in: text, path) {
            guard let id = node.text, all.contains(id) else {
                let typed = node.text ?? ""
                throw DocumentError(
                    file: path, line: node.line,
                    "no lesson is called “\(typed)”; "
                        + NearMisses.hint(for: typed, in: all, otherwise: "there are \(all.joined(separator: ", "))."))
            }
            guard !named.contains(id) else {
                throw DocumentError(file: path, line: node.line, "“\(id)” is here twice")
            }
            named.append(id)
        }
        ids = named + all.filter { !named.contains($0) }
    }

    private static func list(in text: String, _ path: String) throws(DocumentError) -> [YAMLNode] {
        let node = try YAMLReader.node(of: text, file: path, firstLine: 1)
        let entries = node?.entries ?? []
        for entry in entries where entry.key != "lessons" {
            throw DocumentError(
                file: path, line: entry.line,
                "\(file) has no “\(entry.key)”; "
                    + NearMisses.hint(for: entry.key, in: ["lessons"], otherwise: "it has lessons, a list of names."))
        }
        guard let list = entries.first?.value, let members = list.members else {
            throw DocumentError(
                file: path, line: entries.first?.line ?? 1,
                "lessons are wanted here, a list of their names: `lessons: [pixels, kernels, week3]`")
        }
        return members
    }
}
