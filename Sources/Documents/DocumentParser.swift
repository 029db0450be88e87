import Languages

/// Cuts a document into its front matter, prose and fenced blocks.
///
/// Follows MyST: a fence is three colons or more with the kind in braces; options stand in YAML between lines of three
/// hyphens, right below it; a fence of as many colons closes it. A line that begins with a percent sign and a blank is a
/// comment, as in MyST, and parts what stands above from what stands below.
public struct DocumentParser {
    private let file: String
    private let lines: [Substring]
    private var next = 0

    /// - Parameters:
    ///   - source: the file's text.
    ///   - file: its path, for errors.
    public static func document(_ source: String, file: String) throws(DocumentError) -> Document {
        var parser = DocumentParser(source, file: file)
        let front = try parser.frontMatter()
        let blocks = try parser.blocks(in: nil)
        return Document(file: file, front: front, blocks: blocks)
    }

    private init(_ source: String, file: String) {
        self.file = file
        var code: CodeFence?
        lines = source.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map { line in
            if let open = code {
                if open.isClosed(by: line) { code = nil }
            } else if let open = CodeFence(line) {
                code = open
            } else if line == "%" || line.hasPrefix("% ") {
                return ""
            }
            return line
        }
    }

    /// The number of the line that is read next, from 1.
    private var number: Int { next + 1 }

    private func fault(_ line: Int, _ problem: String) -> DocumentError {
        DocumentError(file: file, line: line, problem)
    }

    // MARK: Front matter and options

    private mutating func frontMatter() throws(DocumentError) -> [YAMLNode.Entry] {
        guard let entries = try yaml() else {
            throw fault(1, "front matter is missing: begin with a line of three hyphens, then title: and question:")
        }
        return entries
    }

    /// What stands between two lines of three hyphens, if the first of them comes next.
    private mutating func yaml() throws(DocumentError) -> [YAMLNode.Entry]? {
        guard next < lines.count, Self.isRule(lines[next]) else { return nil }
        let first = next
        next += 1
        while next < lines.count, !Self.isRule(lines[next]) { next += 1 }
        guard next < lines.count else {
            throw fault(first + 1, "these three hyphens are never followed by the three that close the YAML")
        }
        let text = lines[(first + 1)..<next].joined(separator: "\n")
        next += 1
        guard let node = try YAMLReader.node(of: text, file: file, firstLine: first + 2) else { return [] }
        guard let entries = node.entries else {
            throw fault(node.line, "pairs are wanted here: `title: …`, each in a line of its own")
        }
        return entries
    }

    private static func isRule(_ line: Substring) -> Bool { line.trimmingSuffix == "---" }

    // MARK: Blocks

    /// The blocks up to the fence that closes `opening`, or to the end of the file.
    private mutating func blocks(in opening: Fence?) throws(DocumentError) -> [Document.Block] {
        var blocks: [Document.Block] = []
        var prose = next..<next
        var code: CodeFence?
        func flush(_ prose: Range<Int>) {
            if let text = text(prose) { blocks.append(.prose(text)) }
        }
        while next < lines.count {
            let line = lines[next]
            if let open = code {
                if open.isClosed(by: line) { code = nil }
            } else if let open = CodeFence(line) {
                code = open
            } else if let colons = Fence.closing(line) {
                guard let opening, opening.colons == colons else {
                    throw fault(
                        number,
                        opening.map {
                            "\(colons) colons close nothing: the block of line \($0.line) has \($0.colons)"
                        } ?? "these colons close nothing: no block is open")
                }
                flush(prose.lowerBound..<next)
                next += 1
                return blocks
            } else if let fence = try Fence(line, number: number, file: file) {
                flush(prose.lowerBound..<next)
                next += 1
                blocks.append(.directive(try directive(fence, in: opening)))
                prose = next..<next
                continue
            }
            next += 1
        }
        if let opening {
            throw fault(
                opening.line,
                "this {\(opening.kind.rawValue)} is never closed: write \(String(repeating: ":", count: opening.colons)) "
                    + "in a line of its own where it ends")
        }
        flush(prose.lowerBound..<next)
        return blocks
    }

    /// Some lines without the blank ones around them; nil where there are no others.
    private func text(_ range: Range<Int>) -> Document.Text? {
        guard let first = range.first(where: { !lines[$0].isBlank }),
            let last = range.last(where: { !lines[$0].isBlank })
        else { return nil }
        return Document.Text(source: lines[first...last].joined(separator: "\n"), line: first + 1)
    }

    private mutating func directive(_ fence: Fence, in outer: Fence?) throws(DocumentError) -> Directive {
        if let outer, !outer.kind.parts.contains(fence.kind) {
            throw fault(
                fence.line,
                "no {\(fence.kind.rawValue)} can stand in the {\(outer.kind.rawValue)} of line \(outer.line), which is still "
                    + "open; perhaps it lacks its closing fence")
        }
        if let outer, fence.colons >= outer.colons {
            throw fault(
                fence.line,
                "a block within the {\(outer.kind.rawValue)} of line \(outer.line) has fewer than its \(outer.colons) colons; "
                    + "give the outer one more")
        }
        if outer == nil, fence.kind == .answer {
            throw fault(fence.line, "an {answer} belongs in a {question} or an {exercise}, whose fence has more colons")
        }
        if outer == nil, fence.kind == .hint {
            throw fault(fence.line, "a {hint} belongs in an {exercise}, whose fence has more colons")
        }
        let options = try yaml() ?? []
        try check(options, of: fence)
        let blocks = try blocks(in: fence)
        let directive = Directive(
            kind: fence.kind, argument: fence.argument, options: options, blocks: blocks, line: fence.line)
        if let prose = directive.prose, !fence.kind.holdsText {
            throw fault(prose.line, "no text belongs into a {\(fence.kind.rawValue)}")
        }
        if directive.prose == nil, fence.kind.holdsText {
            throw fault(fence.line, "this {\(fence.kind.rawValue)} says nothing: its text is missing")
        }
        return directive
    }

    private func check(_ options: [YAMLNode.Entry], of fence: Fence) throws(DocumentError) {
        let known = fence.kind.required + fence.kind.optional
        for entry in options where !known.contains(entry.key) {
            let hint = NearMisses.hint(
                for: entry.key, in: known,
                otherwise: known.isEmpty ? "it takes none." : "it takes \(known.joined(separator: ", ")).")
            throw fault(entry.line, "a {\(fence.kind.rawValue)} has no option “\(entry.key)”; \(hint)")
        }
        for name in fence.kind.required where !options.contains(where: { $0.key == name }) {
            throw fault(
                fence.line,
                "this {\(fence.kind.rawValue)} lacks “\(name)”: write it between two lines of three hyphens, right below"
            )
        }
    }
}
