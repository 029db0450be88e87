import Languages

/// One lesson's documents in all languages that it has, in step: the same blocks in the same order, the same headings,
/// and in every block the same slots.
public struct DocumentSet: Hashable, Sendable {
    /// By the code of the language.
    public let documents: [String: Document]

    /// - Parameter documents: each with the code of its language, the one that leads first.
    /// - Throws: ``DocumentError`` for the first place where two of them part, and for messages that can't be read.
    public init(_ documents: [(language: String, document: Document)]) throws(DocumentError) {
        self.documents = Dictionary(documents.map { ($0.language, $0.document) }) { first, _ in first }
        guard let first = documents.first else { return }
        let leader = try DocumentShape(of: first.document)
        for (_, document) in documents.dropFirst() {
            try DocumentShape(of: document).check(against: leader)
        }
    }
}

/// What must be the same in every language.
struct DocumentShape {
    /// A block, seen from outside: what it is, and what it needs to know.
    struct Part {
        let name: String
        let line: Int
        /// How deep its headings are, in their order.
        let headings: [Int]
        /// The names of its slots, sorted: the order of words within a block is the language's own.
        let slots: [String]
        /// Where each slot stands first.
        let lines: [String: Int]
    }

    let file: String
    let parts: [Part]

    init(of document: Document) throws(DocumentError) {
        file = document.file
        var parts: [Part] = []
        for block in document.blocks { parts += try Self.parts(of: block, in: document.file) }
        self.parts = parts
    }

    private static func parts(of block: Document.Block, in file: String) throws(DocumentError) -> [Part] {
        switch block {
        case .prose(let text): return [try part("prose", text.line, [text], [], in: file)]
        case .directive(let directive):
            let name = "{\(directive.kind.rawValue)}" + (directive.argument.isEmpty ? "" : " \(directive.argument)")
            let texts = directive.blocks.compactMap { if case .prose(let text) = $0 { text } else { nil } }
            var found = [try part(name, directive.line, texts, directive.texts, in: file)]
            for inner in directive.blocks {
                if case .directive = inner { found += try parts(of: inner, in: file) }
            }
            return found
        }
    }

    private static func part(
        _ name: String, _ line: Int, _ texts: [Document.Text], _ options: [YAMLNode.Entry], in file: String
    ) throws(DocumentError) -> Part {
        var slots: [(String, Int)] = []
        for text in texts { slots += try Self.slots(text.source, .markdown, text.line, file) }
        for entry in options { slots += try Self.slots(in: entry, file) }
        return Part(
            name: name, line: line, headings: texts.flatMap { Self.headings($0.source) },
            slots: Set(slots.map(\.0)).sorted(), lines: Dictionary(slots) { first, _ in first })
    }

    private static func slots(in entry: YAMLNode.Entry, _ file: String) throws(DocumentError) -> [(String, Int)] {
        switch entry.value.content {
        case .scalar(let text):
            return try slots(text, .plain, entry.value.line + (entry.value.isLiteral ? 1 : 0), file)
        case .sequence(let members):
            var found: [(String, Int)] = []
            for member in members {
                if let text = member.text { found += try slots(text, .plain, member.line, file) }
            }
            return found
        case .mapping(let entries):
            var found: [(String, Int)] = []
            for entry in entries { found += try slots(in: entry, file) }
            return found
        }
    }

    private static func slots(
        _ source: String, _ dialect: Message.Dialect, _ line: Int, _ file: String
    ) throws(DocumentError) -> [(String, Int)] {
        do throws(MessageError) {
            return try Message(source, dialect: dialect, line: line).slots.map { ($0.name, $0.line) }
        } catch { throw DocumentError(file: file, line: error.line, column: error.column, error.problem) }
    }

    /// The depths of the headings in a stretch of Markdown, outside code.
    private static func headings(_ source: String) -> [Int] {
        var code: CodeFence?
        var depths: [Int] = []
        for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
            if let open = code {
                if open.isClosed(by: line) { code = nil }
            } else if let open = CodeFence(line) {
                code = open
            } else {
                let depth = line.prefix { $0 == "#" }.count
                if (1...6).contains(depth), line.dropFirst(depth).first == " " { depths.append(depth) }
            }
        }
        return depths
    }

    /// - Throws: ``DocumentError`` for the first difference, with the place in this document and in the other.
    func check(against leader: DocumentShape) throws(DocumentError) {
        for (part, model) in zip(parts, leader.parts) {
            let there = "\(leader.file):\(model.line)"
            guard part.name == model.name else {
                throw DocumentError(
                    file: file, line: part.line,
                    "\(part.name) stands here where \(there) has \(model.name); blocks have the same order in every language"
                )
            }
            guard part.headings == model.headings else {
                throw DocumentError(
                    file: file, line: part.line,
                    "here are \(Self.list(part.headings)), and \(Self.list(model.headings)) in \(there)")
            }
            if let unknown = part.slots.first(where: { !model.slots.contains($0) }) {
                let hint = NearMisses.hint(
                    for: unknown, in: model.slots,
                    otherwise: model.slots.isEmpty ? "it has none." : "it has \(model.slots.joined(separator: ", ")).")
                throw DocumentError(
                    file: file, line: part.lines[unknown] ?? part.line,
                    "the slot {\(unknown)} does not stand in \(there); \(hint)")
            }
            if let missing = model.slots.first(where: { !part.slots.contains($0) }) {
                throw DocumentError(
                    file: file, line: part.line,
                    "the slot {\(missing)} is missing, which stands in \(leader.file):\(model.lines[missing] ?? model.line)"
                )
            }
        }
        if parts.count > leader.parts.count {
            let part = parts[leader.parts.count]
            throw DocumentError(
                file: file, line: part.line, "\(part.name) stands here, and nothing of it in \(leader.file)")
        }
        if parts.count < leader.parts.count {
            let model = leader.parts[parts.count]
            throw DocumentError(
                file: file, line: parts.last?.line ?? 1,
                "\(model.name) is missing at the end, which stands in \(leader.file):\(model.line)")
        }
    }

    private static func list(_ depths: [Int]) -> String {
        depths.isEmpty
            ? "no headings" : "headings " + depths.map { String(repeating: "#", count: $0) }.joined(separator: " ")
    }
}
