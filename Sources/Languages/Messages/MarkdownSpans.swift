/// Where code and mathematics begin and end in Markdown, as md4c reads it with `DollarFences`: any dollar sign that is
/// not escaped may open mathematics, one or two in a row; the next such row closes it if it is as long.
struct MarkdownSpans {
    let bytes: [UInt8]
    /// The block that was asked for last. Spans reach no farther than it does.
    private var block = 0..<0
    /// Where its rows of backticks begin, by their length: so that no text makes anybody search it again and again.
    private var backticks: [Int: [Int]] = [:]

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// The end of the row of equal bytes that begins at an index.
    func endOfRow(at start: Int) -> Int {
        var end = start
        while end < bytes.count, bytes[end] == bytes[start] { end += 1 }
        return end
    }

    /// Where mathematics that opens here closes; `nil` where the sign is text.
    ///
    /// - Parameter isInBranch: then a brace that closes more than was opened ends the search, so that `one {$5} other
    ///   {$6}` holds two prices.
    mutating func mathematics(at start: Int, isInBranch: Bool) -> (content: Range<Int>, end: Int)? {
        let open = endOfRow(at: start)
        guard open - start <= 2 else { return nil }
        enter(start)
        var (index, depth) = (open, 0)
        while index < block.upperBound {
            switch bytes[index] {
            case UInt8(ascii: "\\"): index += 2
            case UInt8(ascii: "`"): index = code(at: index) ?? endOfRow(at: index)
            case UInt8(ascii: "$"):
                let end = endOfRow(at: index)
                guard end - index > 2 else { return end - index == open - start ? (open..<index, end) : nil }
                index = end
            case UInt8(ascii: "{"):
                depth += 1
                index += 1
            case UInt8(ascii: "}"):
                depth -= 1
                if isInBranch, depth < 0 { return nil }
                index += 1
            default: index += 1
            }
        }
        return nil
    }

    /// Where a code span ends that opens here; `nil` where the signs are text.
    mutating func code(at start: Int) -> Int? {
        let open = endOfRow(at: start)
        enter(start)
        guard let rows = backticks[open - start] else { return nil }
        // The first that begins behind those that open.
        var (low, high) = (0, rows.count)
        while low < high {
            let middle = (low + high) / 2
            if rows[middle] < open { low = middle + 1 } else { high = middle }
        }
        return low < rows.count ? rows[low] + open - start : nil
    }

    /// Where a fenced code block ends that opens with this row of signs; `nil` where it opens none.
    func fence(at start: Int) -> Int? {
        guard bytes[start] == UInt8(ascii: "`") || bytes[start] == UInt8(ascii: "~") else { return nil }
        let length = endOfRow(at: start) - start
        guard length >= 3, beginsLine(at: start) else { return nil }
        var line = endOfLine(at: start)
        // A backtick behind those that open is a code span's.
        if bytes[start] == UInt8(ascii: "`"), bytes[(start + length)..<line].contains(bytes[start]) { return nil }
        while line < bytes.count {
            let content = contentOfLine(from: line)
            line = endOfLine(at: line)
            guard content < line, bytes[content] == bytes[start] else { continue }
            let end = endOfRow(at: content)
            if end - content >= length, bytes[min(end, line)..<line].allSatisfy(Self.isBlank) { return line }
        }
        return bytes.count
    }

    // MARK: Blocks

    /// Finds the block that holds an index, unless it is the one that was asked for last.
    private mutating func enter(_ index: Int) {
        guard !block.contains(index) else { return }
        let start = bytes[..<index].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let content = contentOfLine(from: start)
        var end = endOfLine(at: index)
        if !isOneLine(at: content) {
            while end < bytes.count, !beginsBlock(at: contentOfLine(from: end)) { end = endOfLine(at: end) }
        }
        block = start..<end
        backticks = [:]
        var place = start
        while place < end {
            let row = bytes[place] == UInt8(ascii: "`") ? endOfRow(at: place) : place + 1
            if bytes[place] == UInt8(ascii: "`") { backticks[row - place, default: []].append(place) }
            place = row
        }
    }

    /// A heading, and a row of a table.
    private func isOneLine(at content: Int) -> Bool {
        guard content < bytes.count else { return false }
        if bytes[content] == UInt8(ascii: "|") { return true }
        let end = endOfRow(at: content)
        return bytes[content] == UInt8(ascii: "#") && end - content <= 6 && isSpace(at: end)
    }

    /// Whether a new block begins where a line's content does: behind an empty line, or with a mark.
    private func beginsBlock(at content: Int) -> Bool {
        guard content < bytes.count, !isOneLine(at: content) else { return true }
        switch bytes[content] {
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return true
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"): return isSpace(at: content + 1)
        case UInt8(ascii: "`"), UInt8(ascii: "~"): return fence(at: content) != nil
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            var end = content
            while end < bytes.count, end - content < 9, Self.isDigit(bytes[end]) { end += 1 }
            return end < bytes.count && [UInt8(ascii: "."), UInt8(ascii: ")")].contains(bytes[end])
                && isSpace(at: end + 1)
        default: return false
        }
    }

    private func isSpace(at index: Int) -> Bool { index < bytes.count && Self.isBlank(bytes[index]) }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n")
            || byte == UInt8(ascii: "\r")
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    /// Whether nothing stands before an index in its line but spaces and the marks of quotations and lists.
    private func beginsLine(at index: Int) -> Bool {
        var before = index - 1
        func skip(_ isMeant: (UInt8) -> Bool) -> Int {
            let start = before
            while before >= 0, isMeant(bytes[before]) { before -= 1 }
            return start - before
        }
        func isAtStart() -> Bool { before < 0 || bytes[before] == UInt8(ascii: "\n") }
        let blanks = skip(Self.indents.contains)
        if isAtStart() { return true }
        guard blanks > 0 else { return false }
        switch bytes[before] {
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"): before -= 1
        case UInt8(ascii: "."), UInt8(ascii: ")"):
            before -= 1
            guard (1...9).contains(skip(Self.isDigit)) else { return false }
        default: return false
        }
        _ = skip(Self.indents.contains)
        return isAtStart()
    }

    private static let indents = [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: ">")]

    /// Behind the line's end.
    private func endOfLine(at index: Int) -> Int {
        bytes[index...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
    }

    /// Where a line begins to say something, behind spaces and the marks of quotations.
    private func contentOfLine(from start: Int) -> Int {
        var index = start
        while index < bytes.count, Self.indents.contains(bytes[index]) {
            index += 1
        }
        return index
    }
}
