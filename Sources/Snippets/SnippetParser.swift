/// Finds the marked stretches of a source file.
public enum SnippetParser {
    /// The snippets of a file in order.
    ///
    /// - Parameters:
    ///   - source: the file's text.
    ///   - file: its name, for errors.
    ///   - language: in Python marks are `# snippet.NAME`, and the twin of a room's listing is called as documents have it:
    ///     `# snippet.Imaging/correlation`.
    /// - Throws: ``SnippetError`` for the first mark that does not make sense.
    public static func snippets(
        in source: String, file: String, as language: SourceLanguage = .swift
    ) throws(SnippetError) -> [Snippet] {
        var found: [Snippet] = []
        var open: (name: String, line: Int, lines: [Substring])?
        let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            let number = index + 1
            guard let mark = mark(in: line, as: language) else {
                open?.lines.append(line)
                continue
            }
            func fail(_ problem: SnippetError.Problem, at line: Int? = nil) -> SnippetError {
                SnippetError(file: file, line: line ?? number, problem: problem)
            }
            guard mark == "end" else {
                if let open { throw fail(.nested(name: mark, inside: open.name)) }
                guard isName(mark, as: language) else { throw fail(.badName(mark)) }
                if let earlier = found.first(where: { $0.name == mark }) {
                    throw fail(.doubled(name: mark, firstLine: earlier.firstLine))
                }
                open = (mark, number, [])
                continue
            }
            guard let closed = open else { throw fail(.endWithoutStart) }
            let trimmed = trimBlank(closed.lines)
            guard !trimmed.lines.isEmpty else { throw fail(.empty(name: closed.name), at: closed.line) }
            found.append(
                Snippet(
                    name: closed.name, firstLine: closed.line + 1 + trimmed.dropped,
                    source: dedented(trimmed.lines)))
            open = nil
        }
        if let open { throw SnippetError(file: file, line: open.line, problem: .unclosed(name: open.name)) }
        return found
    }

    /// What stands after `// snippet.` on a line of its own, or `nil`.
    static func mark(in line: Substring, as language: SourceLanguage) -> String? {
        let text = line.drop { $0 == " " || $0 == "\t" }
        let prefix = language.marker + " snippet."
        guard text.hasPrefix(prefix) else { return nil }
        let name = text.dropFirst(prefix.count)
        let end = name.lastIndex { $0 != " " && $0 != "\t" && $0 != "\r" }
        return end.map { String(name[...$0]) } ?? ""
    }

    private static func isName(_ text: String, as language: SourceLanguage) -> Bool {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        if language == .python, parts.count == 2 {
            return parts[0].allSatisfy { $0.isASCII && $0.isLetter } && !parts[0].isEmpty
                && isName(String(parts[1]), as: .swift)
        }
        return !text.isEmpty
            && text.utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
            }
    }

    static func isBlank(_ line: Substring) -> Bool {
        line.allSatisfy { $0 == " " || $0 == "\t" || $0 == "\r" }
    }

    private static func trimBlank(_ lines: [Substring]) -> (lines: ArraySlice<Substring>, dropped: Int) {
        guard let first = lines.firstIndex(where: { !isBlank($0) }),
            let last = lines.lastIndex(where: { !isBlank($0) })
        else { return ([], 0) }
        return (lines[first...last], first)
    }

    private static func dedented(_ lines: ArraySlice<Substring>) -> String {
        let indents = lines.filter { !isBlank($0) }.map { $0.prefix { $0 == " " }.count }
        let common = indents.min() ?? 0
        return lines.map { isBlank($0) ? "" : String($0.dropFirst(common)) }.joined(separator: "\n")
    }
}
