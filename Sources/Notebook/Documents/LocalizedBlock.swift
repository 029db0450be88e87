import Documents
import Languages

/// A stretch of text in one language, with its place.
struct LocalizedText {
    let language: Language
    let file: String
    let source: String
    let dialect: Message.Dialect
    /// Of its first line, from 1.
    let line: Int

    func message() throws(DocumentError) -> Message {
        try Message(source, dialect: dialect, line: line, file: file, rules: language.rules)
    }
}

/// One block of a lesson in all its languages, which a ``DocumentSet`` has found to be the same block.
struct LocalizedBlock {
    private let blocks: [(language: Language, file: String, block: Document.Block)]

    init(_ blocks: [(language: Language, file: String, block: Document.Block)]) { self.blocks = blocks }

    /// What it is, as the first language has it; nil where it is prose.
    var directive: Directive? { blocks.first.flatMap { $0.block.directive } }

    /// For errors: `figure laplacian`.
    var name: String {
        guard let directive else { return "prose" }
        return [directive.kind.rawValue, directive.argument].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// Where it stands, in each language.
    var origins: [CellOrigin] { blocks.map { CellOrigin(of: $0.block, in: $0.language, file: $0.file) } }

    /// A fault at the block's first line.
    func fault(_ problem: String) -> DocumentError {
        DocumentError(file: blocks.first?.file ?? "", line: blocks.first?.block.line ?? 1, problem)
    }

    /// The prose that it is or holds.
    var prose: [LocalizedText] {
        blocks.compactMap { language, file, block in
            let text: Document.Text? =
                switch block {
                case .prose(let text): text
                case .directive(let directive): directive.prose
                }
            return text.map {
                LocalizedText(language: language, file: file, source: $0.source, dialect: .markdown, line: $0.line)
            }
        }
    }

    /// What a block that computes is made of, as the first language has it.
    ///
    /// - Throws: ``DocumentError`` for what can't be read.
    func attributes() throws(DocumentError) -> Attributes {
        guard let directive, let first = blocks.first else { throw fault("a block is wanted here") }
        return try Attributes(directive.argument, of: directive.kind, file: first.file, line: directive.line)
    }

    /// The first block of a kind in it.
    ///
    /// - Throws: ``DocumentError`` where there is none.
    func part(_ kind: DirectiveKind) throws(DocumentError) -> LocalizedBlock {
        let parts = blocks.compactMap { language, file, block in
            block.directive?.parts(kind).first.map { (language, file, Document.Block.directive($0)) }
        }
        guard parts.count == blocks.count else { throw fault("this {\(name)} lacks its {\(kind.rawValue)}") }
        return LocalizedBlock(parts)
    }

    /// All blocks of a kind in it, top to bottom.
    func parts(_ kind: DirectiveKind) -> [LocalizedBlock] {
        let all = blocks.map { ($0.language, $0.file, $0.block.directive?.parts(kind) ?? []) }
        // A ``DocumentSet`` has found as many in every language.
        return (0..<(all.map(\.2.count).min() ?? 0)).map { index in
            LocalizedBlock(all.map { ($0.0, $0.1, .directive($0.2[index])) })
        }
    }

    /// An option that the language that leads says for all, with its line.
    func setting(_ name: String) throws(DocumentError) -> LocalizedText? {
        guard let first = blocks.first, let node = first.block.directive?.option(name) else { return nil }
        return try LocalizedText(node, first.language, first.file)
    }

    /// An option that is pairs of names and texts: the names in their order, each with its text in every language.
    func pairs(_ name: String) throws(DocumentError) -> [(name: String, texts: [LocalizedText])] {
        var pairs: [(name: String, texts: [LocalizedText])] = []
        for (language, file, block) in blocks {
            guard let node = block.directive?.option(name) else { continue }
            guard let entries = node.entries else {
                throw DocumentError(file: file, line: node.line, "“\(name)” are pairs: `name: text`, a line each")
            }
            if pairs.isEmpty { pairs = entries.map { ($0.key, []) } }
            guard entries.map(\.key) == pairs.map(\.name) else {
                throw DocumentError(
                    file: file, line: node.line,
                    "“\(name)” has \(entries.map(\.key).joined(separator: ", ")) here, and "
                        + "\(pairs.map(\.name).joined(separator: ", ")) in \(blocks.first?.file ?? "")")
            }
            for (index, entry) in entries.enumerated() {
                pairs[index].texts.append(try LocalizedText(entry.value, language, file))
            }
        }
        return pairs
    }

    /// An option that is a text.
    func option(_ name: String) throws(DocumentError) -> [LocalizedText] {
        var texts: [LocalizedText] = []
        for (language, file, block) in blocks {
            guard let node = block.directive?.option(name) else { continue }
            texts.append(try LocalizedText(node, language, file))
        }
        return texts
    }

    /// An option that is a list, member by member.
    func members(_ name: String) throws(DocumentError) -> [LocalizedNode] {
        var members: [[LocalizedNode.One]] = []
        for (language, file, block) in blocks {
            guard let node = block.directive?.option(name) else { continue }
            guard let list = node.members else {
                throw DocumentError(file: file, line: node.line, "“\(name)” is a list: `[…, …]`, or a line each")
            }
            if members.isEmpty { members = list.map { _ in [] } }
            guard list.count == members.count else {
                throw DocumentError(
                    file: file, line: node.line,
                    "“\(name)” has \(list.count) members here, and \(members.count) in \(blocks.first?.file ?? "")")
            }
            for (index, member) in list.enumerated() { members[index].append((language, file, member)) }
        }
        return members.map(LocalizedNode.init)
    }

    /// What stands under `comments:`, in each language its own.
    func comments() throws(DocumentError) -> [Language: CommentWords] {
        var all: [Language: CommentWords] = [:]
        for (language, file, block) in blocks {
            if let directive = block.directive { all[language] = try CommentWords(of: directive, file: file) }
        }
        return all
    }

    /// What stands under `words:`, the same names in every language.
    func words() throws(DocumentError) -> [Language: BlockWords.Own] {
        var all: [Language: BlockWords.Own] = [:]
        for (language, file, block) in blocks {
            var words: [String: Message] = [:]
            var (sources, lines): ([String: String], [String: Int]) = ([:], [:])
            let node = block.directive?.option("words")
            if let node {
                guard let entries = node.entries else {
                    throw DocumentError(file: file, line: node.line, "words are pairs: `name: word`, a line each")
                }
                for entry in entries {
                    let text = try LocalizedText(entry.value, language, file)
                    words[entry.key] = try text.message()
                    sources[entry.key] = text.source
                    lines[entry.key] = entry.line
                }
            }
            let leader = blocks.first.flatMap { all[$0.language] }
            let own = BlockWords.Own(
                file: file, line: node?.line ?? block.line, words: words, sources: sources, lines: lines)
            if let leader, let fault = own.difference(from: leader) { throw fault }
            all[language] = own
        }
        return all
    }
}

extension BlockWords.Own {
    /// The first word that one of the languages lacks. Neither is blamed: what the lesson's code asks for, documents do not
    /// tell.
    fileprivate func difference(from leader: BlockWords.Own) -> DocumentError? {
        let missing = Set(leader.words.keys).subtracting(words.keys).sorted()
        let odd = Set(words.keys).subtracting(leader.words.keys).sorted()
        for word in odd {
            guard let near = NearMisses.of(word, in: missing).first else { continue }
            return DocumentError(
                file: file, line: lines[word] ?? line,
                "the word “\(word)” is here, and “\(near)” in \(leader.file):\(leader.lines[near] ?? leader.line); one "
                    + "of the two is misspelt")
        }
        if let word = odd.first {
            return DocumentError(
                file: file, line: lines[word] ?? line,
                "the word “\(word)” is in one language only: here, and not in \(leader.file):\(leader.line)")
        }
        return missing.first.map { word in
            DocumentError(
                file: file, line: line,
                "the word “\(word)” is in one language only: in \(leader.file):\(leader.lines[word] ?? leader.line)"
            )
        }
    }
}

/// A piece of YAML in all languages.
struct LocalizedNode {
    typealias One = (language: Language, file: String, node: YAMLNode)
    let nodes: [One]

    /// The head of a column: a text, or one behind `right:` where the column holds numbers.
    func columnHead() throws(DocumentError) -> ([LocalizedText], Table.Alignment) {
        var texts: [LocalizedText] = []
        var alignments: Set<Table.Alignment> = []
        for (language, file, node) in nodes {
            if let pair = node.entries?.first, node.entries?.count == 1 {
                guard pair.key == "right" else {
                    throw DocumentError(
                        file: file, line: pair.line,
                        "a column is a text, or `right: text` where its numbers stand to the right; "
                            + NearMisses.hint(for: pair.key, in: ["right"], otherwise: "“\(pair.key)” is neither."))
                }
                alignments.insert(.trailing)
                texts.append(try LocalizedText(pair.value, language, file))
            } else {
                alignments.insert(.leading)
                texts.append(try LocalizedText(node, language, file))
            }
        }
        guard alignments.count == 1, let alignment = alignments.first else {
            throw DocumentError(
                file: nodes.last?.file ?? "", line: nodes.last?.node.line ?? 1,
                "the column is right-aligned in one language only")
        }
        return (texts, alignment)
    }
}

extension LocalizedText {
    fileprivate init(_ node: YAMLNode, _ language: Language, _ file: String) throws(DocumentError) {
        guard let text = node.text else {
            throw DocumentError(file: file, line: node.line, "a text is wanted here")
        }
        self.init(language: language, file: file, source: text, dialect: .plain, line: node.textLine)
    }
}

extension Document.Block {
    fileprivate var directive: Directive? { if case .directive(let directive) = self { directive } else { nil } }
}
