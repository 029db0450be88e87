/// A pattern of a language's that says something else than it should.
public struct PatternError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The pattern and what was expected.
    public let description: String
}

/// How a percentage is written, as CLDR has it: `{0}%` in English, a space before the sign in Spanish.
public struct PercentPattern: Hashable, Sendable {
    let before: String
    let after: String

    init(before: String = "", after: String) {
        self.before = before
        self.after = after
    }

    /// - Throws: ``PatternError`` where `{0}` doesn't stand in it once.
    public init(_ pattern: String) throws(PatternError) {
        let parts = pattern.pieces(around: ["{0}"])
        guard let parts else {
            throw PatternError(description: "“\(pattern)” is no way to write a percentage: it must contain {0} once.")
        }
        self.init(before: parts[0], after: parts[1])
    }
}

/// How two members of a list are joined, as CLDR has it: `{0}, {1}`.
public struct ListPattern: Hashable, Sendable {
    let before: String
    let between: String
    let after: String

    init(before: String = "", between: String, after: String = "") {
        self.before = before
        self.between = between
        self.after = after
    }

    /// - Throws: ``PatternError`` where `{0}` and `{1}` don't stand in it once each, in this order.
    public init(_ pattern: String) throws(PatternError) {
        let parts = pattern.pieces(around: ["{0}", "{1}"])
        guard let parts else {
            throw PatternError(
                description: "“\(pattern)” is no way to write a list: {0} and {1} stand in it once each, in this order."
            )
        }
        self.init(before: parts[0], between: parts[1], after: parts[2])
    }
}

/// How the members of a list are joined.
public struct ListPatterns: Hashable, Sendable {
    /// What replaces the last conjunction where it would not sound: Spanish says “e” before another i, “u” before an o.
    /// ICU has this in its source; here it is data, so that a language needs no code.
    public struct Variant: Hashable, Sendable {
        /// Beginnings of the last member, in small letters. A space matches the member's end, too.
        public let before: [String]
        /// Longer beginnings that are not meant.
        public let except: [String]
        /// For two members.
        public let two: ListPattern
        /// For the last two of several.
        public let end: ListPattern

        /// All as the properties say.
        public init(before: [String], except: [String] = [], two: ListPattern, end: ListPattern) {
            self.before = before
            self.except = except
            self.two = two
            self.end = end
        }

        func isMeant(before member: String) -> Bool {
            let text = member.lowercased() + " "
            return before.contains { text.hasPrefix($0) } && !except.contains { text.hasPrefix($0) }
        }
    }

    let two: ListPattern
    let start: ListPattern
    let middle: ListPattern
    let end: ListPattern
    let variants: [Variant]

    /// - Parameters:
    ///   - two: for a list of two.
    ///   - start: between the first member and the others.
    ///   - middle: between members in the middle.
    ///   - end: between the last two of several.
    ///   - variants: the first that is meant is taken.
    public init(two: ListPattern, start: ListPattern, middle: ListPattern, end: ListPattern, variants: [Variant] = []) {
        self.two = two
        self.start = start
        self.middle = middle
        self.end = end
        self.variants = variants
    }

    /// The members as one phrase.
    func joined(_ members: [Phrase]) -> Phrase {
        guard var result = members.last else { return "" }
        let variant = variants.first { $0.isMeant(before: members[members.count - 1].beginning) }
        for index in members.indices.dropLast().reversed() {
            let pattern =
                members.count == 2
                ? variant?.two ?? two
                : index == members.count - 2 ? variant?.end ?? end : index == 0 ? start : middle
            result = "\(pattern.before)\(members[index])\(pattern.between)\(result)\(pattern.after)"
        }
        return result
    }
}

extension Phrase {
    /// What it begins with, numbers as plain digits.
    fileprivate var beginning: String {
        for piece in pieces {
            switch piece {
            case .text(""): continue
            case .text(let text): return text
            case .integer(let value): return String(value)
            case .decimal(let value, let digits), .formula(let value, let digits):
                return value.isFinite ? NumberFormat.fixed(value.magnitude, digits: digits) : ""
            case .percent(let share, let digits):
                return share.isFinite ? NumberFormat.fixed((share * 100).magnitude, digits: digits) : ""
            }
        }
        return ""
    }
}

extension String {
    /// What stands around marks that all stand in the text once, in this order.
    fileprivate func pieces(around marks: [String]) -> [String]? {
        var pieces: [String] = []
        var rest = self
        for mark in marks {
            guard let range = rest.firstRange(of: mark) else { return nil }
            pieces.append(String(rest[..<range.lowerBound]))
            rest = String(rest[range.upperBound...])
        }
        pieces.append(rest)
        return pieces.contains { piece in marks.contains { piece.contains($0) } } ? nil : pieces
    }
}
