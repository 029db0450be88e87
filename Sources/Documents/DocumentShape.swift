import Languages

/// What must be the same in every language.
struct DocumentShape {
    /// A block, seen from outside: what it is, and what it needs to know.
    struct Part {
        let name: String
        let line: Int
        /// How deep its headings are, in their order.
        let headings: [Int]
        /// What its slots write, and how: the order of words within a block is the language's own.
        let slots: SlotUses

        /// `{figure}`.
        private var kind: Substring { name.prefix { $0 != " " } }

        /// Whether another block may have been meant.
        func isNear(_ other: Part) -> Bool {
            func argument(_ part: Part) -> String { String(part.name.dropFirst(part.kind.count + 1)) }
            return kind == other.kind && !NearMisses.of(argument(self), in: [argument(other)]).isEmpty
        }
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
        var uses: [Message.Use] = []
        for text in texts { uses += try Self.uses(text.source, .markdown, text.line, file) }
        for entry in options { uses += try Self.uses(in: entry, file) }
        return Part(
            name: name, line: line, headings: texts.flatMap { Self.headings($0.source) }, slots: SlotUses(uses))
    }

    private static func uses(in entry: YAMLNode.Entry, _ file: String) throws(DocumentError) -> [Message.Use] {
        switch entry.value.content {
        case .scalar(let text):
            return try uses(text, .plain, entry.value.line + (entry.value.isLiteral ? 1 : 0), file)
        case .sequence(let members):
            var found: [Message.Use] = []
            for member in members {
                if let text = member.text { found += try uses(text, .plain, member.line, file) }
            }
            return found
        case .mapping(let entries):
            var found: [Message.Use] = []
            for entry in entries { found += try uses(in: entry, file) }
            return found
        }
    }

    private static func uses(
        _ source: String, _ dialect: Message.Dialect, _ line: Int, _ file: String
    ) throws(DocumentError) -> [Message.Use] {
        do throws(MessageError) {
            return try Message(source, dialect: dialect, line: line).uses
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
        // Blocks first: where one is missing, the prose around it has run together, and its slots tell nothing.
        for index in parts.indices.prefix(leader.parts.count) where parts[index].name != leader.parts[index].name {
            throw DocumentError(file: file, line: parts[index].line, difference(from: leader, at: index))
        }
        if parts.count > leader.parts.count {
            let part = parts[leader.parts.count]
            throw DocumentError(
                file: file, line: part.line, "\(part.name) is here, and nothing of it in \(leader.file)")
        }
        if parts.count < leader.parts.count {
            let model = leader.parts[parts.count]
            throw DocumentError(
                file: file, line: parts.last?.line ?? 1,
                "\(model.name) is missing at the end, which is in \(leader.file):\(model.line)")
        }
        for (part, model) in zip(parts, leader.parts) {
            guard part.headings == model.headings else {
                throw DocumentError(
                    file: file, line: part.line,
                    "here are \(Self.list(part.headings)), and \(Self.list(model.headings)) in "
                        + "\(leader.file):\(model.line)")
            }
            guard let found = part.slots.difference(from: model.slots, in: leader.file, at: model.line) else {
                continue
            }
            throw DocumentError(file: file, line: found.line ?? part.line, found.problem)
        }
    }

    /// What is said where a block is another one than in the other document.
    private func difference(from leader: DocumentShape, at index: Int) -> String {
        let (part, model) = (parts[index], leader.parts[index])
        let there = "\(leader.file):\(model.line)"
        func isOdd(_ name: String, in one: DocumentShape, not other: DocumentShape) -> Bool {
            one.parts[index...].count { $0.name == name } > other.parts[index...].count { $0.name == name }
        }
        switch (isOdd(part.name, in: self, not: leader), isOdd(model.name, in: leader, not: self)) {
        case (true, false): return "\(part.name) is here, and is missing in \(leader.file) before \(there)"
        case (false, true): return "\(model.name) is missing before this, which is in \(there)"
        case (true, true) where part.isNear(model):
            return "\(part.name) is here, and \(model.name) in \(there); one of the two is misspelt"
        default:
            return
                "\(part.name) is here where \(there) has \(model.name); blocks have the same order in every language"
        }
    }

    private static func list(_ depths: [Int]) -> String {
        depths.isEmpty
            ? "no headings" : "headings " + depths.map { String(repeating: "#", count: $0) }.joined(separator: " ")
    }
}
