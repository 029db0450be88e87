import Languages

/// The line that opens a block: colons, the kind in braces, an argument.
struct Fence {
    let kind: DirectiveKind
    let argument: String
    let colons: Int
    let line: Int

    /// nil where the line opens no block.
    init?(_ text: Substring, number: Int, file: String) throws(DocumentError) {
        let colons = text.prefix { $0 == ":" }.count
        guard colons >= 3 else { return nil }
        func fault(_ problem: String) -> DocumentError { DocumentError(file: file, line: number, problem) }
        let rest = text.dropFirst(colons).drop { $0 == " " }
        guard rest.first == "{", let brace = rest.firstIndex(of: "}") else {
            throw fault(
                "behind the colons the kind is wanted, in braces: \(String(repeating: ":", count: colons)){figure} …")
        }
        let name = String(rest[rest.index(after: rest.startIndex)..<brace])
        guard let kind = DirectiveKind(rawValue: name) else {
            let known = DirectiveKind.allCases.map(\.rawValue)
            if let first = name.split(separator: " ").first, first.count < name.count, known.contains(String(first)) {
                throw fault("only the kind stands in the braces: {\(first)}\(name.dropFirst(first.count))")
            }
            let hint = NearMisses.hint(for: name, in: known, otherwise: "there are \(known.joined(separator: ", ")).")
            throw fault("no block is called {\(name)}; \(hint)")
        }
        let argument = String(rest[rest.index(after: brace)...]).trimmingSpaces()
        switch kind.argument {
        case .none where !argument.isEmpty:
            throw fault("nothing may follow {\(name)}; its text goes into the lines below")
        case .optionalId where !argument.isEmpty && !Self.isId(argument):
            throw fault("“\(argument)” is no name: use letters, digits and hyphens")
        case .id where !Self.isId(argument):
            throw fault(
                argument.isEmpty
                    ? "behind {\(name)} its name is wanted, as the lesson's Swift has it"
                    : "“\(argument)” is no name: use letters, digits, hyphens and points")
        case .line where argument.isEmpty:
            throw fault("behind {\(name)} the command is wanted")
        case .attributes: _ = try Attributes(argument, of: kind, file: file, line: number)
        default: break
        }
        self.kind = kind
        self.argument = argument
        self.colons = colons
        line = number
    }

    /// How many colons the line has where there is nothing else in it.
    static func closing(_ line: Substring) -> Int? {
        let text = line.trimmingSuffix
        return text.count >= 3 && text.allSatisfy { $0 == ":" } ? text.count : nil
    }

    static func isId(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"):
                    true
                default: false
                }
            }
    }
}

/// A fence of CommonMark around code, in which colons mean nothing.
struct CodeFence {
    private let mark: Character
    private let count: Int

    /// nil where the line opens no code.
    init?(_ line: Substring) {
        let text = line.drop { $0 == " " }
        guard line.count - text.count < 4, let mark = text.first, mark == "`" || mark == "~" else { return nil }
        count = text.prefix { $0 == mark }.count
        guard count >= 3, mark == "~" || !text.dropFirst(count).contains("`") else { return nil }
        self.mark = mark
    }

    func isClosed(by line: Substring) -> Bool {
        let text = line.drop { $0 == " " }.trimmingSuffix
        return text.count >= count && text.allSatisfy { $0 == mark }
    }
}

extension Substring {
    /// Without white space at the end.
    var trimmingSuffix: Substring {
        var text = self
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }

    var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
