import Languages

/// Something about a lesson that an editor should mend, with its place and what to do.
public struct Finding: Encodable, Hashable, Sendable, CustomStringConvertible {
    /// The lesson's id; empty where the whole course is concerned.
    public let lesson: String
    /// Where in the lesson: a cell, or a file and its line.
    public let cell: String
    /// What is wrong.
    public let what: String
    /// What to do about it.
    public let remedy: String

    /// A finding with its place.
    public init(lesson: String, cell: String, what: String, remedy: String) {
        self.lesson = lesson
        self.cell = cell
        self.what = what
        self.remedy = remedy
    }

    /// A finding at a line of one of the lesson's documents.
    ///
    /// - Parameter file: its path, as the library has it.
    public init(lesson: String, file: String, line: Int, what: String, remedy: String) {
        self.init(lesson: lesson, cell: "\(file.belowLessons):\(line)", what: what, remedy: remedy)
    }

    /// `lesson, cell: what. What to do.`
    public var description: String {
        let place = [lesson, cell].filter { !$0.isEmpty }.joined(separator: ", ")
        let isClosed = what.hasSuffix("?") || what.hasSuffix(".")
        return "\(place): \(what)\(isClosed ? "" : ".") \(remedy)."
    }
}

extension StringProtocol {
    /// The first words of a text, with a mark where it goes on.
    ///
    /// - Parameter count: how many characters at most.
    func beginning(_ count: Int) -> String {
        guard self.count > count else { return String(self) }
        let cut = self.prefix(count)
        let words = cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut
        return words.trimmingSpaces() + " …"
    }
}

extension Cell {
    /// What a message calls the cell: `cell 4 (figure laplacian)`.
    ///
    /// - Parameter index: its place on the page, from 0.
    public func name(at index: Int) -> String {
        let kind =
            switch self {
            case .prose: "prose"
            case .code(let listing): "listing \(listing.name)"
            case .output: "output"
            case .figure(let figure): "figure \(figure.id)"
            case .table: "table"
            case .comparison: "comparison"
            case .question: "question"
            case .exercise(let exercise): exercise.id.map { "exercise \($0)" } ?? "exercise"
            case .margin: "margin"
            case .attempt(let command, _): "attempt \(command)"
            }
        return "cell \(index + 1) (\(kind))"
    }
}
