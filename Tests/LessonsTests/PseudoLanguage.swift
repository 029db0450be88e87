import Documents
import Languages

/// A language that nobody speaks: English with an accent on every letter and a third more of them. What is not in it on
/// a page was never handed to translators.
struct PseudoLanguage {
    /// A code for private use.
    static let code = "qps"

    /// The files of English in the pseudo-language, by path.
    static func files(from files: [String: String]) throws -> [String: String] {
        var made: [String: String] = [:]
        for (path, text) in files {
            guard let file = NamedDocument(path: path, text: text), file.language == "en" else { continue }
            let new = path.replacing(".en.", with: ".\(code).")
            switch (file.name, file.ending) {
            case ("language", "yaml"):
                made[new] =
                    "name: Þšéüðö\nfallback: en\nnumbers: {decimal: comma, group: ' '}\nforeign: {}\nlists:\n"
                    + ["and", "or"].map { name in
                        let last = "\"{0} \(accented(name, isMarkdown: false)) {1}\""
                        return "  \(name): {two: \(last), start: \"{0}, {1}\", middle: \"{0}, {1}\", end: \(last)}\n"
                    }.joined()
            case (_, "yaml"):
                guard let node = try YAMLReader.node(of: text, file: path) else { continue }
                made[new] = yaml(node, in: 0, untouched: file.name == "glossary" ? ["lesson"] : [])
            case (_, "md"):
                let document = try DocumentParser.document(text, file: path)
                made[new] =
                    "---\n" + yaml(document.front, in: 0, untouched: ["minutes", "opening"]) + "---\n\n"
                    + document.blocks.map(block).joined(separator: "\n")
            default: continue
            }
        }
        return made
    }

    // MARK: Files

    private static func block(_ block: Document.Block) -> String {
        switch block {
        case .prose(let text): return accented(text.source, isMarkdown: true) + "\n"
        case .directive(let directive):
            let fence = directive.blocks.contains { if case .directive = $0 { true } else { false } } ? "::::" : ":::"
            let options =
                directive.options.isEmpty ? "" : "---\n" + yaml(directive.options, in: 0, untouched: []) + "---\n"
            let kind = "\(fence){\(directive.kind.rawValue)} \(directive.argument)"
            return kind + "\n" + options + directive.blocks.map(Self.block).joined(separator: "\n") + fence + "\n"
        }
    }

    private static func yaml(_ entries: [YAMLNode.Entry], in depth: Int, untouched: Set<String>) -> String {
        let margin = String(repeating: " ", count: depth)
        return entries.map { entry in
            let key = "\(margin)\(quoted(entry.key)):"
            switch entry.value.content {
            case .scalar(let text):
                return "\(key) \(quoted(untouched.contains(entry.key) ? text : accented(text, isMarkdown: false)))\n"
            case .mapping, .sequence: return "\(key)\n" + yaml(entry.value, in: depth + 2, untouched: untouched)
            }
        }.joined()
    }

    private static func yaml(_ node: YAMLNode, in depth: Int, untouched: Set<String>) -> String {
        let margin = String(repeating: " ", count: depth)
        switch node.content {
        case .scalar(let text): return margin + quoted(accented(text, isMarkdown: false)) + "\n"
        case .mapping(let entries): return yaml(entries, in: depth, untouched: untouched)
        case .sequence(let members):
            return members.map { member in
                // A mapping begins on the hyphen's line.
                let text = yaml(member, in: depth + 2, untouched: untouched)
                return margin + "- " + text.dropFirst(depth + 2)
            }.joined()
        }
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n") + "\""
    }

    // MARK: Texts

    private static let accents: [Character: Character] = Dictionary(
        uniqueKeysWithValues: zip(
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
            "àƀćďéƒğħïĵķľɱñöƥɋřšţüṽŵẋýžÀƁĆĎÉƑĞĦÏĴĶĽṀÑÖƤɊŘŠŢÜṼŴẊÝŽ"))

    /// A text with every letter accented that a reader reads as a word. Slots, code, formulas and addresses stay.
    static func accented(_ text: String, isMarkdown: Bool) -> String {
        var writer = Writer(text, isMarkdown: isMarkdown)
        writer.write()
        return writer.result
    }

    private struct Writer {
        private let characters: [Character]
        private let isMarkdown: Bool
        private var index = 0
        private(set) var result = ""
        private var letters = 0

        init(_ text: String, isMarkdown: Bool) {
            characters = Array(text)
            self.isMarkdown = isMarkdown
        }

        /// Up to the end, or to the brace that closes a branch.
        mutating func write(inBranch: Bool = false) {
            while index < characters.count {
                let character = characters[index]
                switch character {
                case "}" where inBranch: return
                case "{": slot()
                case "`" where isMarkdown: copy(run: "`")
                case "$" where isMarkdown:
                    copy(run: "$")
                case "]" where isMarkdown && next == "(": copy(through: ")")
                case "\\":
                    copy(1)
                    copy(1)
                case "'" where next == "{" || next == "}":
                    copy(1)
                    copy(through: "'")
                default:
                    if let accented = PseudoLanguage.accents[character] {
                        result.append(accented)
                        letters += 1
                        // A third longer.
                        if letters.isMultiple(of: 3) { result.append(accented) }
                    } else {
                        result.append(character)
                    }
                    index += 1
                }
            }
        }

        private var next: Character? { index + 1 < characters.count ? characters[index + 1] : nil }

        private mutating func copy(_ count: Int) {
            for _ in 0..<count where index < characters.count {
                result.append(characters[index])
                index += 1
            }
        }

        private mutating func copy(through end: Character) {
            while index < characters.count {
                let character = characters[index]
                copy(1)
                if character == end { return }
            }
        }

        /// What stands between two runs of a mark.
        private mutating func copy(run mark: Character) {
            var count = 0
            while index < characters.count, characters[index] == mark {
                copy(1)
                count += 1
            }
            while index < characters.count {
                var closing = 0
                while index < characters.count, characters[index] == mark {
                    copy(1)
                    closing += 1
                }
                if closing == count { return }
                copy(1)
            }
        }

        /// A slot: name and kind stay, the texts of branches do not.
        private mutating func slot() {
            while index < characters.count, characters[index] != "}" {
                let character = characters[index]
                copy(1)
                guard character == ",", head.contains("plural") || head.contains("select") else { continue }
                while index < characters.count, characters[index] != "}" {
                    if characters[index] == "{" {
                        copy(1)
                        write(inBranch: true)
                    }
                    copy(1)
                }
            }
            copy(1)
        }

        /// What has been written since the slot's brace.
        private var head: Substring { result[(result.lastIndex(of: "{") ?? result.startIndex)...] }
    }
}
