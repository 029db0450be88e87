import Languages

/// What stands behind the kind of a block that computes: an id, then names with values; behind `train` the file of a
/// network, behind `lab` what is played with, then names with values.
///
///     outline image=house.jpg kernel=sobel-x
///     sharp image="my house.jpg" kernel=0,-1,0;-1,5,-1;0,-1,0
///     net.json show=confusion
///     kernel kernel=sobel-x
public struct Attributes: Hashable, Sendable {
    /// What the figure is called.
    public let id: String
    /// What the names of slots begin with: letters, digits and `_`.
    public let prefix: String
    /// The file or the kind of lab that stands in the place of an id; nil where an id stands there.
    public let subject: String?
    private let values: [String: String]
    private let file: String
    private let line: Int

    /// Which figure a network shows where nobody says it.
    public static let usualFigure = "curves"

    /// - Throws: ``DocumentError`` where the id or the file is missing, a value lacks its name, or a name is there twice.
    public init(_ text: String, of kind: DirectiveKind, file: String, line: Int) throws(DocumentError) {
        (self.file, self.line) = (file, line)
        func fault(_ problem: String) -> DocumentError { DocumentError(file: file, line: line, problem) }
        let words = try Self.words(of: text, fault)
        values = try Self.values(of: words.dropFirst(), fault)
        if kind == .train {
            guard let name = words.first, name.lowercased().hasSuffix(Self.ending), name.count > Self.ending.count
            else {
                throw fault(
                    (words.first.map { "“\($0)” is no file of a network" } ?? "the file of a network is wanted")
                        + " behind {train}: net.json, then what is shown of it: show=confusion")
            }
            let stem = String(name.dropLast(Self.ending.count).split(separator: "/").last ?? "")
            subject = name
            prefix = Self.slot(stem)
            // One file may be shown several times.
            let usual = "\(stem)-\(values["show"] ?? Self.usualFigure)"
            id = values["id"] ?? String(usual.map { Fence.isId(String($0)) && $0 != "/" ? $0 : "-" })
        } else if kind == .lab {
            guard let name = words.first, Fence.isId(name) else {
                throw fault(
                    "what is played with is wanted behind {lab}, then what it shows at first: kernel kernel=sobel-x")
            }
            subject = name
            prefix = Self.slot(name)
            id = values["id"] ?? name + "-lab"
        } else {
            guard let name = words.first else {
                throw fault(
                    "a name is wanted behind the kind, then what it is made of: outline image=house.jpg kernel=sobel-x")
            }
            subject = nil
            prefix = Self.slot(name)
            id = name
        }
        guard Fence.isId(id), !id.contains("/") else {
            throw fault("“\(id)” is no name: use letters, digits, hyphens and points")
        }
    }

    private static let ending = ".json"

    /// Slots have no hyphens.
    private static func slot(_ name: String) -> String {
        String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
    }

    private static func values(
        of words: ArraySlice<String>, _ fault: (String) -> DocumentError
    ) throws(DocumentError) -> [String: String] {
        var values: [String: String] = [:]
        for word in words {
            guard let sign = word.firstIndex(of: "="), sign > word.startIndex else {
                throw fault("“\(word)” is no name with a value: write name=value, or name=\"a value with spaces\"")
            }
            let name = String(word[..<sign])
            guard values.updateValue(String(word[word.index(after: sign)...]), forKey: name) == nil else {
                throw fault("“\(name)” is there twice")
            }
        }
        return values
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
            let meant = NearMisses.of(name, in: values.keys.sorted()).first
            throw fault(
                "“\(id)” lacks “\(name)”: write \(name)=\(example) behind it"
                    + (meant.map { ", where “\($0)” is now" } ?? ""))
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

    /// A whole number that may be missing.
    ///
    /// - Throws: ``DocumentError`` for what is no whole number, or beyond `range`.
    public func whole(_ name: String, in range: ClosedRange<Int>, otherwise: Int) throws(DocumentError) -> Int {
        guard let text = values[name] else { return otherwise }
        guard let number = Int(text), range.contains(number) else {
            throw fault("\(name)=\(text) is no whole number from \(range.lowerBound) to \(range.upperBound)")
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
