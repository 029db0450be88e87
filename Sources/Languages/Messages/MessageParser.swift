/// Reads a message: text here, slots in `MessageParser+Slots`.
struct MessageParser {
    /// What stands around a piece of text.
    struct Scope {
        /// Where the brace is that opened it; `nil` for the message itself.
        var opening: Int?
        var depth = 0
        /// The number that `#` stands for.
        var count = Count.none

        /// What an apostrophe quotes.
        var signs: [UInt8] {
            let braces = [UInt8(ascii: "{"), UInt8(ascii: "}")]
            if case .none = count { return braces }
            return braces + [UInt8(ascii: "#")]
        }
    }

    enum Count {
        case none
        case plural(String)
        /// A `select` within a plural. ICU takes `#` for text there, most people for the number.
        case hidden(String)
    }

    let bytes: [UInt8]
    let dialect: Message.Dialect
    var index = 0
    private var spans: MarkdownSpans
    private let firstLine: Int
    private let lineStarts: [Int]

    init(_ source: String, dialect: Message.Dialect, line: Int) {
        let bytes = Array(source.utf8)
        self.bytes = bytes
        self.dialect = dialect
        firstLine = line
        spans = MarkdownSpans(bytes: bytes)
        lineStarts = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
    }

    mutating func message() throws(MessageError) -> [MessageNode] { try nodes(in: Scope()) }

    /// The pieces up to the brace that closes the scope, which is left to be read.
    mutating func nodes(in scope: Scope) throws(MessageError) -> [MessageNode] {
        var text = Pending(start: index)
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "'"): try apostrophe(into: &text, in: scope)
            case UInt8(ascii: "{"):
                text.close(at: line(at: text.start))
                text.nodes.append(try slot(in: scope))
                text.start = index
            case UInt8(ascii: "}"):
                guard scope.opening == nil else { return text.closed(at: line(at: text.start)) }
                throw error(at: index, "this brace closes nothing; a brace that is text is written \(quoted("}"))")
            case UInt8(ascii: "#"):
                switch scope.count {
                case .none: text.bytes.append(bytes[index])
                case .hidden(let name):
                    throw error(
                        at: index,
                        "within select, # is no number in ICU; write {\(name)}, or \(quoted("#")) for the sign itself")
                case .plural(let name):
                    text.close(at: line(at: text.start))
                    text.nodes.append(.count(name: name, line: line(at: index)))
                    text.start = index + 1
                }
                index += 1
            default:
                if dialect == .markdown, try markdown(into: &text, in: scope) { continue }
                text.bytes.append(bytes[index])
                index += 1
            }
        }
        if let opening = scope.opening { throw unclosed(opening) }
        return text.closed(at: line(at: text.start))
    }

    // MARK: Apostrophes

    /// As in ICU's default mode: two are one; one quotes where a brace follows directly, or within a plural `#`.
    private mutating func apostrophe(into text: inout Pending, in scope: Scope) throws(MessageError) {
        let start = index
        index += 1
        guard index < bytes.count else { return text.bytes.append(bytes[start]) }
        guard scope.signs.contains(bytes[index]) else {
            if bytes[index] == UInt8(ascii: "'") { index += 1 }
            return text.bytes.append(bytes[start])
        }
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "'") {
                index += 1
                guard index < bytes.count, bytes[index] == UInt8(ascii: "'") else { return }
            }
            text.bytes.append(bytes[index])
            index += 1
        }
        throw error(
            at: start,
            "this apostrophe begins a quotation that no other one ends; before a slot, an apostrophe is written twice: "
                + "l''{name}")
    }

    /// How a sign is written that is text.
    func quoted(_ sign: String) -> String { dialect == .markdown ? "\\\(sign)" : "'\(sign)'" }

    // MARK: Markdown

    /// Takes what Markdown reads as one: an escape, code, mathematics. `false` where it is nothing of the kind.
    private mutating func markdown(into text: inout Pending, in scope: Scope) throws(MessageError) -> Bool {
        switch bytes[index] {
        case UInt8(ascii: "\\"):
            if bytes[index...].starts(with: Self.valueCommand) {
                throw error(at: index, "\\val is for mathematics; in text a slot is written {name}")
            }
            guard index + 1 < bytes.count, Self.isPunctuation(bytes[index + 1]) else { return false }
            text.bytes += bytes[index...index + 1]
            index += 2
        case UInt8(ascii: "`"), UInt8(ascii: "~"):
            let isTilde = bytes[index] == UInt8(ascii: "~")
            guard let end = spans.fence(at: index) ?? (isTilde ? nil : spans.code(at: index)) else {
                takeRow(into: &text)
                return true
            }
            text.close(at: line(at: text.start))
            text.nodes.append(literal(index..<end, .code))
            (index, text.start) = (end, end)
        case UInt8(ascii: "$"):
            guard let found = spans.mathematics(at: index, isInBranch: scope.opening != nil) else {
                takeRow(into: &text)
                return true
            }
            text.close(at: line(at: text.start))
            text.nodes += try mathematics(found.content, end: found.end, in: scope)
            (index, text.start) = (found.end, found.end)
        default: return false
        }
        return true
    }

    /// A row of equal signs that open nothing.
    private mutating func takeRow(into text: inout Pending) {
        let end = spans.endOfRow(at: index)
        text.bytes += bytes[index..<end]
        index = end
    }

    /// `\val{`
    private static let valueCommand = Array("\\val{".utf8)

    private mutating func mathematics(
        _ content: Range<Int>, end: Int, in scope: Scope
    ) throws(MessageError) -> [MessageNode] {
        var nodes: [MessageNode] = []
        var start = index
        index = content.lowerBound
        while index < content.upperBound {
            guard bytes[index] == UInt8(ascii: "\\") else {
                index += 1
                continue
            }
            guard bytes[index...].starts(with: Self.valueCommand) else {
                index += 2
                continue
            }
            nodes.append(literal(start..<index, .mathematics))
            index += Self.valueCommand.count - 1
            nodes.append(try slot(in: scope, isFormula: true))
            start = index
        }
        nodes.append(literal(start..<end, .mathematics))
        return nodes
    }

    private func literal(_ range: Range<Int>, _ kind: Message.Literal.Kind) -> MessageNode {
        .literal(
            Message.Literal(
                text: String(decoding: bytes[range], as: UTF8.self), line: line(at: range.lowerBound), kind: kind))
    }

    private static func isPunctuation(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }

    // MARK: Places

    func line(at offset: Int) -> Int { firstLine + row(at: offset) }

    func column(at offset: Int) -> Int {
        String(decoding: bytes[lineStarts[row(at: offset)]..<offset], as: UTF8.self).count + 1
    }

    func error(at offset: Int, _ problem: String) -> MessageError {
        MessageError(line: line(at: offset), column: column(at: offset), problem: problem)
    }

    func unclosed(_ opening: Int) -> MessageError {
        error(at: opening, "this brace is never closed; a brace that is text is written \(quoted("{"))")
    }

    /// How many lines end before a place.
    private func row(at offset: Int) -> Int {
        var (low, high) = (0, lineStarts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }
}

/// Text that is being read, and what came before it.
private struct Pending {
    var nodes: [MessageNode] = []
    var bytes: [UInt8] = []
    /// Where the text begins in the source.
    var start: Int

    init(start: Int) { self.start = start }

    mutating func close(at line: Int) {
        guard !bytes.isEmpty else { return }
        nodes.append(
            .literal(Message.Literal(text: String(decoding: bytes, as: UTF8.self), line: line, kind: .text)))
        bytes = []
    }

    func closed(at line: Int) -> [MessageNode] {
        var last = self
        last.close(at: line)
        return last.nodes
    }
}
