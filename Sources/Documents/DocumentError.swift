/// What keeps a document from being read, with its place; in the form that compilers and editors understand.
public struct DocumentError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file's path, as it was given.
    public let file: String
    /// From 1.
    public let line: Int
    /// From 1, where it is known.
    public let column: Int?
    /// What is wrong there, and what to do about it.
    public let problem: String

    /// A fault at a place.
    public init(file: String, line: Int, column: Int? = nil, _ problem: String) {
        self.file = file
        self.line = line
        self.column = column
        self.problem = problem
    }

    /// `edges.es.md:12:3: error: …`
    public var description: String {
        let place = column.map { "\(line):\($0)" } ?? "\(line)"
        return "\(file):\(place): error: \(problem)"
    }
}
