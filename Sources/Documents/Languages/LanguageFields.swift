import Languages

/// The pairs of a piece of YAML whose keys are known beforehand.
struct LanguageFields {
    private let entries: [YAMLNode.Entry]
    private let file: String

    /// - Parameters:
    ///   - node: nil where nothing is written.
    ///   - what: for errors: whose fields they are.
    ///   - known: the keys that there may be; nil where any may.
    init(
        _ node: YAMLNode?, of what: String, knows known: [String]?, file: String
    ) throws(DocumentError) {
        self.file = file
        guard let node else {
            entries = []
            return
        }
        guard let entries = node.entries else {
            throw DocumentError(file: file, line: node.line, "pairs are wanted here: `name: …`, a line each")
        }
        for entry in entries {
            guard let known, !known.contains(entry.key) else { continue }
            let hint = NearMisses.hint(
                for: entry.key, in: known, otherwise: "there are \(known.joined(separator: ", ")).")
            throw DocumentError(file: file, line: entry.line, "\(what) has no “\(entry.key)”; \(hint)")
        }
        self.entries = entries
    }

    var keys: [String] { entries.map(\.key) }

    func has(_ key: String) -> Bool { entries.contains { $0.key == key } }

    /// Of the key, from 1; 1 where it is missing.
    func line(of key: String) -> Int { entries.first { $0.key == key }?.line ?? 1 }

    private func value(_ key: String) -> YAMLNode? { entries.first { $0.key == key }?.value }

    func text(_ key: String) throws(DocumentError) -> String? {
        guard let value = value(key) else { return nil }
        return try text(of: value)
    }

    private func text(of node: YAMLNode) throws(DocumentError) -> String {
        guard let text = node.text else { throw DocumentError(file: file, line: node.line, "a text is wanted here") }
        if let hidden = text.hidden {
            throw DocumentError(
                file: file, line: node.line,
                "this text has a character that can't be seen, \(hidden.codePoint); take it out")
        }
        return text
    }

    func texts(_ key: String) throws(DocumentError) -> [String]? {
        guard let value = value(key) else { return nil }
        guard let members = value.members else {
            throw DocumentError(file: file, line: value.line, "a list is wanted here: `[…, …]`")
        }
        var texts: [String] = []
        for member in members { texts.append(try text(of: member)) }
        return texts
    }

    func number(_ key: String, in range: ClosedRange<Int>) throws(DocumentError) -> Int? {
        guard let text = try text(key) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw DocumentError(
                file: file, line: line(of: key),
                "“\(key)” is a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    func choice<Value>(
        _ key: String, _ read: (String) -> Value?, of known: [String]
    ) throws(DocumentError) -> Value? {
        guard let text = try text(key) else { return nil }
        guard let value = read(text) else {
            let hint = NearMisses.hint(for: text, in: known, otherwise: "it is \(known.joined(separator: " or ")).")
            throw DocumentError(file: file, line: line(of: key), "“\(key)” can't be “\(text)”; \(hint)")
        }
        return value
    }

    func pattern<Value>(
        _ key: String, _ read: (String) throws(PatternError) -> Value
    ) throws(DocumentError) -> Value? {
        guard let text = try text(key) else { return nil }
        do throws(PatternError) { return try read(text) } catch {
            throw DocumentError(file: file, line: line(of: key), error.description)
        }
    }

    /// Pairs of texts.
    func pairs(_ key: String) throws(DocumentError) -> [(key: String, text: String, line: Int)]? {
        guard let value = value(key) else { return nil }
        let inner = try LanguageFields(value, of: "“\(key)”", knows: nil, file: file)
        var pairs: [(key: String, text: String, line: Int)] = []
        for entry in inner.entries { pairs.append((entry.key, try text(of: entry.value), entry.line)) }
        return pairs
    }

    /// The pairs under a key; none where it is missing.
    func fields(_ key: String, knows known: [String]?) throws(DocumentError) -> LanguageFields {
        try LanguageFields(value(key), of: "“\(key)”", knows: known, file: file)
    }

    /// The members of a list, each a mapping; none where the key is missing.
    func members(_ key: String, knows known: [String]) throws(DocumentError) -> [LanguageFields] {
        guard let value = value(key) else { return [] }
        guard let members = value.members else {
            throw DocumentError(file: file, line: value.line, "a list is wanted here, a hyphen before each member")
        }
        var all: [LanguageFields] = []
        for member in members {
            all.append(try LanguageFields(member, of: "a member of “\(key)”", knows: known, file: file))
        }
        return all
    }
}
