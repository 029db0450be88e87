import Languages

/// What stands behind the kind of a block that computes: an id, then names with values.
///
///     outline image=house.jpg kernel=sobel-x
///     sharp image="my house.jpg" kernel=0,-1,0;-1,5,-1;0,-1,0
public struct Attributes: Hashable, Sendable {
    /// What figure and slots are called.
    public let id: String
    private let values: [String: String]
    private let file: String
    private let line: Int

    /// - Throws: ``DocumentError`` where the id is missing, a value lacks its name, or a name is there twice.
    public init(_ text: String, file: String, line: Int) throws(DocumentError) {
        (self.file, self.line) = (file, line)
        func fault(_ problem: String) -> DocumentError { DocumentError(file: file, line: line, problem) }
        let words = try Self.words(of: text, fault)
        guard let id = words.first, Fence.isId(id), !id.contains("/") else {
            throw fault(
                words.first.map { "“\($0)” is no name: use letters, digits, hyphens and points" }
                    ?? "a name is wanted behind the kind, then what it is made of: outline image=house.jpg kernel=sobel-x"
            )
        }
        self.id = id
        var values: [String: String] = [:]
        for word in words.dropFirst() {
            guard let sign = word.firstIndex(of: "="), sign > word.startIndex else {
                throw fault("“\(word)” is no name with a value: write name=value, or name=\"a value with spaces\"")
            }
            let name = String(word[..<sign])
            guard values.updateValue(String(word[word.index(after: sign)...]), forKey: name) == nil else {
                throw fault("“\(name)” is there twice")
            }
        }
        self.values = values
    }

    /// The words of the line; those in double quotes may hold spaces.
    private static func words(of text: String, _ fault: (String) -> DocumentError) throws(DocumentError) -> [String] {
        var words: [String] = []
        var word = ""
        var isQuoted = false
        for character in text {
            switch character {
            case "\"": isQuoted.toggle()
            case " " where !isQuoted:
                if !word.isEmpty { words.append(word) }
                word = ""
            default: word.append(character)
            }
        }
        guard !isQuoted else { throw fault("a double quote is opened here and never closed") }
        return word.isEmpty ? words : words + [word]
    }

    /// A fault at the block's first line.
    public func fault(_ problem: String) -> DocumentError { DocumentError(file: file, line: line, problem) }

    /// Where the block stands: file and line.
    public var place: (file: String, line: Int) { (file, line) }

    /// Makes sure that there is nothing else.
    ///
    /// - Throws: ``DocumentError`` for a name that is not among `known`, with the near miss.
    public func check(known: [String]) throws(DocumentError) {
        for name in values.keys.sorted() where !known.contains(name) {
            let hint = NearMisses.hint(for: name, in: known, otherwise: "there are \(known.joined(separator: ", ")).")
            throw fault("“\(id)” has no use for “\(name)”; \(hint)")
        }
    }

    /// A value that may be missing.
    public func value(_ name: String) -> String? { values[name] }

    /// A value that must be there.
    ///
    /// - Parameter example: what it may look like.
    /// - Throws: ``DocumentError`` where it is missing.
    public func value(_ name: String, such example: String) throws(DocumentError) -> String {
        guard let value = values[name], !value.isEmpty else {
            throw fault("“\(id)” lacks “\(name)”: write \(name)=\(example) behind it")
        }
        return value
    }

    /// A number that may be missing.
    ///
    /// - Throws: ``DocumentError`` for what is no number, or beyond `range`.
    public func number(
        _ name: String, in range: ClosedRange<Double>, otherwise: Double
    ) throws(DocumentError) -> Double {
        guard let text = values[name] else { return otherwise }
        guard let number = Double(text), range.contains(number) else {
            throw fault(
                "\(name)=\(text) is no number from \(Self.short(range.lowerBound)) to \(Self.short(range.upperBound))")
        }
        return number
    }

    private static func short(_ number: Double) -> String {
        number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
    }

    /// One of a few words that may be missing.
    ///
    /// - Throws: ``DocumentError`` for another word, with the near miss.
    public func choice<Choice: CaseIterable & RawRepresentable<String>>(
        _ name: String, otherwise: Choice
    ) throws(DocumentError) -> Choice {
        guard let text = values[name] else { return otherwise }
        guard let choice = Choice(rawValue: text) else {
            let known = Choice.allCases.map(\.rawValue)
            let hint = NearMisses.hint(
                for: text, in: known, otherwise: "it is one of \(known.joined(separator: ", ")).")
            throw fault("\(name)=\(text) is not one of its values; \(hint)")
        }
        return choice
    }
}
