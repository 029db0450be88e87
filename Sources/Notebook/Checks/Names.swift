import Storage

/// Every name of the course that people type, link to or keep results under. They never change: a name that goes breaks
/// somebody's link, command or stored result.
public struct Names: Hashable, Sendable {
    /// `figure edges/laplacian`, `lesson edges`, sorted.
    public let lines: [String]

    /// The names as they were written down.
    public init(decoding bytes: [UInt8]) throws {
        lines = try CanonicalJSON.decode([String].self, from: bytes)
    }

    /// The names that a curriculum has now.
    public init(of curriculum: Curriculum) {
        lines = Set(Self.all(in: curriculum)).sorted()
    }

    /// A JSON array, one line a name.
    public func encoded() throws -> [UInt8] { try JSONLines.encode(lines) }

    private static func all(in curriculum: Curriculum) -> [String] {
        var names: [String] = []
        var units: Set<String> = []
        for (lesson, description) in zip(curriculum.lessons, curriculum.descriptions) {
            let id = description.id
            names.append("lesson \(id)")
            names +=
                description.figures.map { "figure \(id)/\($0)" } + description.formerFigures.keys.map { "figure \($0)" }
            // What several lessons compute is one thing.
            names += lesson.units.map { "unit \($0.name)" }.filter { units.insert($0).inserted }
            names += curriculum.listingNames(of: id).map { "listing \($0)" }
        }
        return names + curriculum.glossary.terms.map { "term \($0.id)" }
    }

    /// Names that occur twice, and, against names written down before, those that went and those that are new.
    public static func findings(in curriculum: Curriculum, against recorded: Names?) -> [Finding] {
        let all = all(in: curriculum)
        var seen: Set<String> = []
        let repeated = all.filter { !seen.insert($0).inserted }.map { name in
            Finding(
                lesson: "", cell: name, what: "two things have this name", remedy: "Give one of them another name")
        }
        guard let recorded else { return repeated }
        let known = Set(recorded.lines)
        let gone = known.subtracting(all).sorted().map { name in
            Finding(
                lesson: "", cell: name, what: "this name was published and is gone; links, commands and results use it",
                remedy: "Bring it back, or accept the loss with `course check --confirm`")
        }
        let new = seen.subtracting(known).sorted().map { name in
            Finding(
                lesson: "", cell: name, what: "this name is new",
                remedy: "If it is good for ever, write it down with `course check --confirm`")
        }
        return repeated + gone + new
    }
}
