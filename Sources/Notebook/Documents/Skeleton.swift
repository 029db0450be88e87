import Documents
import Languages

/// The files that a translation begins with: each source once more under the new language's name, every text beside
/// itself as a comment, to be written over.
///
/// What is not translated yet can be read all the same, and `course check` lists it.
public struct Skeleton: Sendable {
    /// Where the texts come from.
    private let source: Language
    /// The new language's code, as BCP 47 has it.
    public let code: String
    private let name: String

    /// A code or a name that can't be one.
    public struct BadCode: Error, CustomStringConvertible {
        /// What it is and what it should be.
        public let description: String
    }

    /// - Parameters:
    ///   - code: `fr`, `pt-BR`, `sr-Latn`.
    ///   - name: the language's own name for itself.
    ///   - source: the language that is translated.
    /// - Throws: ``BadCode``.
    public init(code: String, name: String, from source: Language) throws(BadCode) {
        guard Language.isCode(code) else {
            throw BadCode(
                description: "“\(code)” is no code of a language; BCP 47 has codes such as fr, pt-BR and sr-Latn.")
        }
        guard name.isReadable, name.contains(where: { !$0.isWhitespace }) else {
            throw BadCode(description: "a language needs a name that can be read, such as Français.")
        }
        self.code = code
        self.name = name
        self.source = source
    }

    /// The files of the new language by path.
    ///
    /// - Parameter files: all documents of the course by path, those of the source among them.
    public func files(from files: [String: String]) -> [String: String] {
        var made: [String: String] = [:]
        for (path, text) in files {
            guard let file = NamedDocument(path: path, text: text), file.language == source.code else { continue }
            let new = file.path(in: code)
            switch (file.name, file.ending) {
            case ("language", "yaml"): made[new] = declaration(text)
            case (_, "yaml"): made[new] = Self.catalogue(text)
            case (_, "md"): made[new] = Self.page(text)
            default: continue
            }
        }
        return made
    }

    /// The rules of the source as comments: what stands there holds until somebody writes other ones.
    private func declaration(_ text: String) -> String {
        let isPlain = name.first?.isLetter == true && name.allSatisfy { $0.isLetter || " ()".contains($0) }
        let escaped = name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        let quoted = isPlain ? name : "\"\(escaped)\""
        let rules = text.split(separator: "\n", omittingEmptySubsequences: false)
            .filter { line in !["name:", "english:", "fallback:", "#"].contains { line.hasPrefix($0) } }
            .map { $0.isEmpty ? "" : "# \($0)" }.joined(separator: "\n")
        return """
            # How the language writes numbers, lists and plurals, as CLDR has it (https://cldr.unicode.org). What is left out
            # is as in the language that it falls back to.
            name: \(quoted)
            # english: its name in English, for messages
            fallback: \(source.code)
            # direction: ltr, or rtl for a script that runs from right to left
            # font: the font that its script needs; noted down, pages and figures do not ask for it yet
            \(rules)
            """
    }

    // MARK: Texts with themselves beside

    /// Each pair of the outermost level under itself as a comment.
    private static func catalogue(_ text: String) -> String {
        var result: [Substring] = []
        var entry: [Substring] = []
        func isContinued(_ line: Substring) -> Bool { line.first?.isWhitespace == true }
        func flush() {
            var lines = entry
            var blanks: [Substring] = []
            while lines.last?.allSatisfy(\.isWhitespace) == true { blanks.append(lines.removeLast()) }
            result += lines.map { "# \($0)" } + lines + blanks
            entry = []
        }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if isContinued(line) || (line.isEmpty && !entry.isEmpty) {
                entry.append(line)
            } else {
                flush()
                if line.hasPrefix("#") || line.isEmpty { result.append(line) } else { entry = [line] }
            }
        }
        flush()
        return result.joined(separator: "\n")
    }

    /// Each piece of YAML and each paragraph under itself as a comment; code and the fences of blocks as they are.
    private static func page(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        var result: [Substring] = []
        var index = 0
        var mayBeYAML = true
        while index < lines.count {
            let line = lines[index]
            if mayBeYAML, line == "---", let end = lines[(index + 1)...].firstIndex(of: "---") {
                let inside = lines[(index + 1)..<end]
                result += [line] + inside.map { "# \($0)" } + inside + [lines[end]]
                index = end + 1
                mayBeYAML = false
            } else if line.isEmpty || line.hasPrefix(":::") {
                result.append(line)
                mayBeYAML = line.hasPrefix(":::") && line.contains("{")
                index += 1
            } else if line.hasPrefix("```") || line.hasPrefix("~~~") {
                let end = lines[(index + 1)...].firstIndex { $0.hasPrefix(line.prefix(3)) } ?? lines.count - 1
                result += lines[index...end]
                index = end + 1
                mayBeYAML = false
            } else {
                let end = lines[index...].firstIndex { $0.isEmpty || $0.hasPrefix(":::") } ?? lines.count
                let paragraph = lines[index..<end]
                // A formula alone is the same everywhere.
                if !(line.hasPrefix("$$") && lines[end - 1].hasSuffix("$$")) {
                    result += paragraph.map { "% \($0)" } + [""]
                }
                result += paragraph
                index = end
                mayBeYAML = false
            }
        }
        return result.joined(separator: "\n")
    }
}
