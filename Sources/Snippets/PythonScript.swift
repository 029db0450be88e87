/// A lesson's Python: marked stretches, which pages show, and the code between them, which notebooks run as well.
public struct PythonScript: Hashable, Sendable {
    /// A stretch of it.
    public struct Piece: Hashable, Sendable {
        /// What its mark calls it; nil for what stands between marks.
        public let name: String?
        /// The number of its first line in the file, from 1.
        public let firstLine: Int
        /// Its lines, joined by line feeds.
        public let source: String
    }

    /// The file's path in the repository.
    public let file: String
    /// The whole file.
    public let text: String
    /// All that is run, top to bottom. The head, up to the line that imports the shared tools, is none of it.
    public let pieces: [Piece]

    /// The line that ends the head.
    static let headEnd = "from tools import "

    /// - Throws: ``SnippetError`` for the first mark that does not make sense.
    public init(_ text: String, file: String) throws(SnippetError) {
        self.file = file
        self.text = text
        let marked = try SnippetParser.snippets(in: text, file: file, as: .python)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        var pieces: [Piece] = []
        /// What has gathered between marks, from a line on.
        func between(_ range: Range<Int>) {
            let whole = lines[range]
            guard let first = whole.firstIndex(where: { !SnippetParser.isBlank($0) }),
                let last = whole.lastIndex(where: { !SnippetParser.isBlank($0) })
            else { return }
            pieces.append(
                Piece(name: nil, firstLine: first + 1, source: lines[first...last].joined(separator: "\n")))
        }
        var start = lines.firstIndex { $0.hasPrefix(Self.headEnd) }.map { $0 + 1 } ?? 0
        for (index, line) in lines.enumerated() where index >= start {
            guard let mark = SnippetParser.mark(in: line, as: .python) else { continue }
            if mark == "end" {
                start = index + 1
            } else if let snippet = marked.first(where: { $0.name == mark }) {
                between(start..<index)
                pieces.append(Piece(name: mark, firstLine: snippet.firstLine, source: snippet.source))
            }
        }
        between(start..<lines.count)
        self.pieces = pieces
    }

    /// The trained networks whose weights it loads, by name.
    public var networks: [String] { PythonText.arguments(of: "load_weights", in: text) }

    /// Whether it shows the course's picture.
    public var showsPicture: Bool { text.contains("color_picture(") || text.contains("gray_picture(") }

    /// The packages that it needs, as pip calls them.
    public var packages: [String] {
        let keras = ["import keras", "load(", "prepared("].contains { text.contains($0) }
        return ["numpy", "matplotlib"] + (keras ? ["keras", "jax"] : [])
    }

    /// The names of the numbers that it compares with the page's.
    public var results: Set<String> {
        Set(text.split(separator: "results[\"").dropFirst().map { String($0.prefix { $0 != "\"" }) })
    }

    /// The stretch that a mark names.
    public subscript(name: String) -> Piece? { pieces.first { $0.name == name } }

    /// All that a reader reads in it: comments and shown texts that are not the same in every language, each once, with
    /// its line in the file.
    public var texts: [(text: String, line: Int)] {
        var seen: Set<String> = []
        var all: [(text: String, line: Int)] = []
        for piece in pieces {
            let comments = SourceComment.all(in: piece.source, as: .python)
                .filter { $0.hasWords && !SolutionMarks.isMark($0.text) }
            let texts = comments.map { ($0.text, $0.line) } + PythonText.shown(in: piece.source)
            all += texts.map { ($0.0, $0.1 + piece.firstLine - 1) }
        }
        return all.sorted { $0.line < $1.line }.filter { seen.insert($0.text).inserted }
    }
}
