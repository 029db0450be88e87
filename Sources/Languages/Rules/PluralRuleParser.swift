/// Reads one condition: relations, joined by `and`, and those by `or`.
struct PluralRuleParser {
    /// Numbers in rules are small; so no remainder can overflow.
    private static let largest = 1_000_000_000

    private struct Token {
        let text: String
        let column: Int
    }

    private let category: String
    private var tokens: [Token] = []
    private var index = 0
    private let end: Int

    init(_ condition: String, of category: String) {
        self.category = category
        let characters = Array(condition.prefix { $0 != "@" && $0 != "…" })
        end = characters.count + 1
        var position = 0
        while position < characters.count {
            let start = position
            let character = characters[position]
            position += 1
            if character.isWhitespace { continue }
            if let kind = Self.kind(of: character) {
                while position < characters.count, Self.kind(of: characters[position]) == kind { position += 1 }
            } else if position < characters.count, ["!=", ".."].contains(String(characters[start...position])) {
                position += 1
            }
            tokens.append(Token(text: String(characters[start..<position]), column: start + 1))
        }
    }

    private enum Kind { case letters, digits }

    private static func kind(of character: Character) -> Kind? {
        guard character.isASCII else { return nil }
        return character.isLetter ? .letters : character.isNumber ? .digits : nil
    }

    /// The alternatives, one of which must hold; none where nothing is written.
    mutating func condition() throws(PluralRuleError) -> [[PluralRules.Relation]] {
        guard !tokens.isEmpty else { return [] }
        var alternatives: [[PluralRules.Relation]] = []
        repeat {
            var relations = [try relation()]
            while take("and") { relations.append(try relation()) }
            alternatives.append(relations)
        } while take("or")
        if index < tokens.count { throw error(expected: "and, or, or the end") }
        return alternatives
    }

    private mutating func relation() throws(PluralRuleError) -> PluralRules.Relation {
        guard index < tokens.count, let operand = PluralOperand(rawValue: tokens[index].text) else {
            throw error(expected: "one of \(PluralOperand.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        index += 1
        var modulus: Int?
        if take("%") {
            let value = try number()
            guard value > 0 else {
                index -= 1
                throw error(expected: "a number above 0 behind %")
            }
            modulus = value
        }
        let isEqual = take("=")
        guard isEqual || take("!=") else { throw error(expected: modulus == nil ? "%, = or !=" : "= or !=") }
        var ranges: [ClosedRange<Int>] = []
        repeat {
            let low = try number()
            guard take("..") else {
                ranges.append(low...low)
                continue
            }
            let high = try number()
            guard high >= low else {
                index -= 1
                throw error(expected: "a number not below \(low)")
            }
            ranges.append(low...high)
        } while take(",")
        return PluralRules.Relation(operand: operand, modulus: modulus, isEqual: isEqual, ranges: ranges)
    }

    private mutating func number() throws(PluralRuleError) -> Int {
        guard index < tokens.count, let value = Int(tokens[index].text), value >= 0, value <= Self.largest else {
            throw error(expected: "a whole number up to \(Self.largest)")
        }
        index += 1
        return value
    }

    private mutating func take(_ text: String) -> Bool {
        guard index < tokens.count, tokens[index].text == text else { return false }
        index += 1
        return true
    }

    private func error(expected: String) -> PluralRuleError {
        let found = index < tokens.count ? "“\(tokens[index].text)”" : "the end"
        return PluralRuleError(
            category: category, column: index < tokens.count ? tokens[index].column : end,
            problem: "\(expected) was expected, not \(found)")
    }
}
