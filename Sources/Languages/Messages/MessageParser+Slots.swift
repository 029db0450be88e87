extension MessageParser {
    private static let keywords = ["number", "plural", "select", "list"]

    /// What ICU has and the course has not.
    private static let refused = [
        "selectordinal": "ordinal forms; name the outcomes and use select",
        "date": "dates", "time": "times of day", "choice": "choice, which ICU itself advises against; use plural",
        "spellout": "numbers in words", "ordinal": "ordinal numbers", "duration": "durations",
    ]

    /// `{name}`, `{name, number, …}` and their kind, read from the brace on.
    mutating func slot(in scope: Scope, isFormula: Bool = false) throws(MessageError) -> MessageNode {
        let opening = index
        guard scope.depth < Message.deepest else {
            throw error(at: opening, "slots stand in each other more than \(Message.deepest) deep; take the text apart")
        }
        index += 1
        skipBlanks()
        let name = identifier()
        guard !name.isEmpty else {
            throw unexpected(
                opening, "a slot's name, of letters, digits and _,", hint: "; a brace that is text is \(quoted("{"))")
        }
        skipBlanks()
        let place = line(at: opening)
        func node(_ kind: Message.Slot.Kind, branches: [SlotNode.Branch] = [], names: [String] = []) -> SlotNode {
            SlotNode(
                slot: Message.Slot(name: name, kind: kind, line: place, isFormula: isFormula, branches: names),
                branches: branches)
        }
        if take("}") { return .slot(node(.value)) }
        try expect(",", "} or , behind “\(name)”", opening)
        skipBlanks()
        let word = index
        let keyword = identifier()
        if let meaning = Self.refused[keyword] {
            throw error(at: word, "“\(keyword)” is ICU's; messages here have no \(meaning)")
        }
        guard Self.keywords.contains(keyword) else {
            guard !keyword.isEmpty else { throw unexpected(opening, Self.keywords.joined(separator: ", ")) }
            let hint = NearMisses.hint(
                for: keyword, in: Self.keywords, otherwise: "there are \(Self.keywords.joined(separator: ", "))")
            throw error(at: word, "there is no “\(keyword)” in a message; \(hint)")
        }
        if isFormula, keyword != "number" {
            throw error(at: word, "in mathematics a slot is a value or a number, not “\(keyword)”")
        }
        skipBlanks()
        if keyword == "number" { return .slot(node(.number(try style(opening, isFormula: isFormula)))) }
        try expect(",", ", behind “\(keyword)”", opening)
        skipBlanks()
        if keyword == "list" {
            var list = node(.list)
            list.conjunction = try conjunction(opening)
            return .slot(list)
        }
        let isPlural = keyword == "plural"
        let (branches, names) = try self.branches(opening, of: name, isPlural: isPlural, in: scope)
        return .slot(node(isPlural ? .plural : .select, branches: branches, names: names))
    }

    // MARK: Styles

    private mutating func style(_ opening: Int, isFormula: Bool) throws(MessageError) -> NumberStyle {
        if take("}") { return .standard }
        try expect(",", "} or , behind “number”", opening)
        skipBlanks()
        let start = index
        let written = try words(opening)
        let known = NumberStyle.spellings
        guard let style = NumberStyle(written) else {
            let otherwise =
                "there are \(known.joined(separator: ", ")), with up to \(NumberStyle.mostDecimals) decimals"
            // Of styles that are nothing but signs, each is near to all others.
            let isWord = !written.hasPrefix("::")
            let hint = isWord ? NearMisses.hint(for: written, in: known, otherwise: otherwise) : otherwise
            throw error(at: start, "there is no number style “\(written)”; \(hint)")
        }
        if isFormula, case .percent = style {
            throw error(at: start, "in mathematics there is no percentage; write \\val{…, number, ::.00}")
        }
        return style
    }

    private mutating func conjunction(_ opening: Int) throws(MessageError) -> SlotNode.Conjunction {
        let start = index
        let written = try words(opening)
        guard let conjunction = SlotNode.Conjunction(rawValue: written) else {
            throw error(at: start, "a list is joined by “and” or “or”, not by “\(written)”")
        }
        return conjunction
    }

    /// What stands before the brace that closes the slot.
    private mutating func words(_ opening: Int) throws(MessageError) -> String {
        let start = index
        while index < bytes.count, bytes[index] != UInt8(ascii: "}") {
            guard bytes[index] != UInt8(ascii: "{") else { throw unexpected(opening, "}") }
            index += 1
        }
        let words = String(decoding: bytes[start..<index], as: UTF8.self).trimmingSpaces()
        try expect("}", "}", opening)
        return words
    }

    // MARK: Branches

    private mutating func branches(
        _ opening: Int, of name: String, isPlural: Bool, in scope: Scope
    ) throws(MessageError) -> ([SlotNode.Branch], [String]) {
        var inner = Scope(depth: scope.depth + 1, count: isPlural ? .plural(name) : scope.count)
        if !isPlural, case .plural(let counted) = scope.count { inner.count = .hidden(counted) }
        var branches: [SlotNode.Branch] = []
        var names: [String] = []
        while true {
            skipBlanks()
            if take("}") { break }
            let start = index
            let written = selector(isPlural: isPlural)
            guard !written.isEmpty else {
                throw unexpected(opening, isPlural ? "a branch as in one {…} or =0 {…}" : "a branch as in more {…}")
            }
            let selector = try self.selector(written, at: start, isPlural: isPlural)
            guard !names.contains(written), !branches.contains(where: { $0.selector == selector }) else {
                throw error(at: start, "there is a branch “\(written)” already")
            }
            skipBlanks()
            guard index < bytes.count, bytes[index] == UInt8(ascii: "{") else {
                throw unexpected(opening, "the text of “\(written)” in braces")
            }
            inner.opening = index
            index += 1
            let nodes = try self.nodes(in: inner)
            index += 1
            names.append(written)
            branches.append(
                SlotNode.Branch(selector: selector, line: line(at: start), column: column(at: start), nodes: nodes))
        }
        guard names.contains("other") else {
            let problem = "{\(name)} has no branch “other”, for what meets none of the others"
            throw error(at: opening, names.isEmpty ? "{\(name)} has no branches" : problem)
        }
        return (branches, names)
    }

    private mutating func selector(isPlural: Bool) -> String {
        guard isPlural, index < bytes.count, bytes[index] == UInt8(ascii: "=") else { return identifier() }
        index += 1
        return "=" + identifier()
    }

    private func selector(
        _ written: String, at start: Int, isPlural: Bool
    ) throws(MessageError) -> SlotNode.Branch.Selector {
        guard isPlural else { return .outcome(written) }
        if written.hasPrefix("=") {
            guard let number = Int(written.dropFirst()), number >= 0 else {
                throw error(at: start, "a whole number is expected behind =, as in =0")
            }
            return .exactly(number)
        }
        if let category = PluralCategory(rawValue: written) { return .category(category) }
        if written == "offset" { throw error(at: start, "“offset” is ICU's; hand over the number that is meant") }
        let known = PluralCategory.allCases.map(\.rawValue)
        let hint = NearMisses.hint(
            for: written, in: known, otherwise: "there are \(known.joined(separator: ", ")), and numbers as in =0")
        throw error(at: start, "there is no plural category “\(written)”; \(hint)")
    }

    // MARK: Pieces

    /// Letters, digits and `_`, as names in Swift and ICU have them both.
    private mutating func identifier() -> String {
        let start = index
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
                index += 1
            default: return String(decoding: bytes[start..<index], as: UTF8.self)
            }
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func skipBlanks() {
        while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
    }

    private mutating func take(_ sign: Character) -> Bool {
        guard index < bytes.count, bytes[index] == sign.asciiValue else { return false }
        index += 1
        return true
    }

    private mutating func expect(_ sign: Character, _ expected: String, _ opening: Int) throws(MessageError) {
        guard take(sign) else { throw unexpected(opening, expected) }
    }

    /// What is here instead of what was expected; at the end of the text, the brace that was never closed.
    private func unexpected(_ opening: Int, _ expected: String, hint: String = "") -> MessageError {
        guard index < bytes.count else { return unclosed(opening) }
        let found = String(decoding: bytes[index...].prefix(16), as: UTF8.self).first.map(String.init) ?? ""
        let shown = found.allSatisfy(\.isNewline) ? "the end of the line" : "“\(found)”"
        return error(at: index, "\(expected) was expected, not \(shown)\(hint)")
    }
}
