/// A string of a Python source, taken apart: `f`, `"`, what it says.
public struct PythonText: Hashable, Sendable {
    private let opening: String
    private let closing: String
    /// What stands between the quotation marks, as it is typed.
    public let content: String

    init(_ literal: Substring) {
        let prefix = literal.prefix { $0.isLetter }
        let quoted = literal.dropFirst(prefix.count)
        let mark = quoted.first.map(String.init) ?? ""
        let isLong = quoted.count >= 6 && quoted.hasPrefix(mark + mark + mark)
        let quote = isLong ? mark + mark + mark : mark
        opening = prefix + quote
        let inside = quoted.dropFirst(quote.count)
        let isClosed = inside.hasSuffix(quote)
        closing = isClosed ? quote : ""
        content = String(isClosed ? inside.dropLast(quote.count) : inside)
    }

    /// The same string with another text in it. A quotation mark or a backslash of it would change the code.
    func saying(_ other: String) -> String {
        let mark = closing.last.map(String.init) ?? "\""
        let kept = Self.slots(in: other)
        guard kept.sorted() == Self.slots(in: content).sorted() else { return opening + content + closing }
        let isSafe = !Self.words(in: other).contains { $0 == "\\" || String($0) == mark || $0.isNewline }
        return opening + (isSafe ? other : content) + closing
    }

    /// What it puts in: `{answer:.2f}`, each as it is typed.
    public static func slots(in content: String) -> [String] { pieces(of: content).slots }

    /// What is left when slots are taken out.
    static func words(in content: String) -> String { pieces(of: content).words }

    private static func pieces(of content: String) -> (words: String, slots: [String]) {
        var (words, slots, slot, depth) = ("", [String](), "", 0)
        for character in content {
            if character == "{" { depth += 1 }
            if depth > 0 { slot.append(character) } else { words.append(character) }
            if character == "}", depth > 0 {
                depth -= 1
                if depth == 0 {
                    slots.append(slot)
                    slot = ""
                }
            }
        }
        return (words + slot, slots)
    }

    /// The texts of a source that its readers see when it runs, each with its line, from 1: what is printed, titles,
    /// names of axes and curves. What holds no words is left out.
    public static func shown(in source: String) -> [(text: String, line: Int)] {
        shown(in: PythonLexer.tokens(of: source)).map { ($0.text, $0.line) }
    }

    /// The same with the places of their tokens.
    static func shown(in tokens: [SourceToken]) -> [(text: String, line: Int, token: Int)] {
        var found: [(String, Int, Int)] = []
        var calls: [Call] = []
        var (word, line) = ("", 1)
        for (index, token) in tokens.enumerated() {
            switch token.kind {
            case .string:
                let content = PythonText(token.text).content
                let letters = words(in: content)
                let hasWords = zip(letters, letters.dropFirst()).contains { $0.isLetter && $1.isLetter }
                if hasWords, calls.last(where: { $0 != .grouping })?.isShown ?? false {
                    found.append((content, line, index))
                }
                word = "x"
            case .comment: break
            default: follow(token.text, &calls, &word)
            }
            line += token.text.count(where: \.isNewline)
        }
        return found
    }

    /// The strings that stand among a function's arguments, each once.
    static func arguments(of function: String, in source: String) -> [String] {
        var found: [String] = []
        for call in source.components(of: function + "(") {
            let inside = call.prefix { $0 != ")" }
            guard let start = inside.firstIndex(of: "\"") else { continue }
            let name = String(inside[inside.index(after: start)...].prefix { $0 != "\"" })
            if !found.contains(name) { found.append(name) }
        }
        return found
    }

    /// What a bracket that is open belongs to.
    private enum Call: Hashable {
        case call(String, keyword: String)
        /// A list, or a pair of parentheses for its own sake.
        case grouping
        case subscripting

        /// Functions that show texts to readers, and names of arguments that do so in any function.
        private static let functions: Set<String> = [
            "print", "show", "title", "set_title", "suptitle", "xlabel", "ylabel", "set_xlabel", "set_ylabel", "legend",
        ]
        private static let keywords: Set<String> = ["label", "title", "xlabel", "ylabel"]

        var isShown: Bool {
            guard case .call(let name, let keyword) = self else { return false }
            return Self.keywords.contains(keyword) || Self.functions.contains(name) && keyword != "sep"
        }
    }

    private static func follow(_ code: Substring, _ calls: inout [Call], _ word: inout String) {
        for character in code {
            switch character {
            case "(": calls.append(word.isEmpty ? .grouping : .call(word, keyword: ""))
            case "[", "{": calls.append(word.isEmpty ? .grouping : .subscripting)
            case ")", "]", "}": _ = calls.popLast()
            case "=":
                if case .call(let name, _)? = calls.last { calls[calls.count - 1] = .call(name, keyword: word) }
            case ",":
                if case .call(let name, _)? = calls.last { calls[calls.count - 1] = .call(name, keyword: "") }
            default: break
            }
            if character.isLetter || character.isNumber || character == "_" {
                word.append(character)
            } else {
                // After a closing bracket comes a call or a subscript of what it gave.
                word = ")]".contains(character) ? "x" : ""
            }
        }
        if keywordsBefore.contains(word) { word = "" }
    }

    /// Behind these a bracket opens no call.
    private static let keywordsBefore: Set<String> = [
        "in", "and", "or", "not", "if", "else", "return", "for", "lambda",
    ]
}

extension String {
    /// What follows each place where some code stands.
    fileprivate func components(of code: String) -> [Substring] { Array(split(separator: code).dropFirst()) }
}
