/// A form of words that goes with some numbers, by CLDR's names.
public enum PluralCategory: String, CaseIterable, Codable, Sendable {
    case zero, one, two, few, many, other
}

/// Which form of a word goes with which number: a language's cardinal rules in the syntax of CLDR (Unicode Technical
/// Standard 35, part 3, “Language Plural Rules”).
public struct PluralRules: Hashable, Sendable {
    /// `n % 100 = 3..10, 13`.
    struct Relation: Hashable, Sendable {
        let operand: PluralOperand
        var modulus: Int?
        var isEqual = true
        let ranges: [ClosedRange<Int>]
    }

    struct Rule: Hashable, Sendable {
        let category: PluralCategory
        /// One of these holds, all of its relations at once.
        let alternatives: [[Relation]]
    }

    let rules: [Rule]

    init(rules: [Rule]) { self.rules = rules }

    /// - Parameter rules: the condition of each category but `other`, which is what no condition meets:
    ///   `["one": "i = 1 and v = 0"]`. Samples behind an `@` are passed over.
    /// - Throws: ``PluralRuleError`` for a category that CLDR has not, and for a condition that can't be read.
    public init(_ rules: [String: String]) throws(PluralRuleError) {
        var read: [Rule] = []
        for (name, condition) in rules.sorted(by: { $0.key < $1.key }) {
            guard let category = PluralCategory(rawValue: name) else {
                let known = PluralCategory.allCases.map(\.rawValue)
                let hint = NearMisses.hint(
                    for: name, in: known, otherwise: "there are \(known.joined(separator: ", ")).")
                throw PluralRuleError(category: name, column: 1, problem: "there is no such plural category; \(hint)")
            }
            var parser = PluralRuleParser(condition, of: name)
            let alternatives = try parser.condition()
            guard category != .other else {
                if alternatives.isEmpty { continue }
                throw PluralRuleError(
                    category: name, column: 1, problem: "it has no condition: it is for what meets no other one")
            }
            guard !alternatives.isEmpty else {
                throw PluralRuleError(category: name, column: 1, problem: "a condition is expected: n = 1")
            }
            read.append(Rule(category: category, alternatives: alternatives))
        }
        let order = PluralCategory.allCases
        self.rules = order.flatMap { category in read.filter { $0.category == category } }
    }

    /// The categories that the language has, in CLDR's order; `other` is always one of them.
    public var categories: [PluralCategory] { rules.map(\.category) + [.other] }

    /// The form that goes with a whole number; the sign doesn't matter.
    public func category(of value: Int) -> PluralCategory { category(of: PluralQuantity(value)) }

    /// The form that goes with a number that is written with so many decimals: 1.0 may need another one than 1.
    public func category(of value: Double, decimals: Int) -> PluralCategory {
        PluralQuantity(value, decimals: decimals).map(category) ?? .other
    }

    func category(of quantity: PluralQuantity) -> PluralCategory {
        rules.first { $0.alternatives.contains { $0.allSatisfy(quantity.meets) } }?.category ?? .other
    }
}

/// A condition of a plural category that can't be read.
public struct PluralRuleError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Whose condition it is.
    public let category: String
    /// Where in the condition, from 1 on.
    public let column: Int
    /// What was expected.
    public let problem: String

    /// All in one sentence.
    public var description: String { "plural category “\(category)”, column \(column): \(problem)" }
}

/// What a condition may ask of a number.
enum PluralOperand: String, CaseIterable, Sendable {
    /// The number itself, without its sign.
    case n
    /// Its whole part.
    case i
    /// How many decimals are seen, and how many without zeros at the end.
    case v, w
    /// The decimals that are seen as a whole number, and without zeros at the end.
    case f, t
    /// The exponent of a compact form, which this course never writes: 0.
    case c, e
}

/// A number as it is seen.
struct PluralQuantity {
    private let whole: [Int]
    private let decimals: [Int]

    init(_ value: Int) {
        whole = String(value.magnitude).compactMap(\.wholeNumberValue)
        decimals = []
    }

    /// `nil` for what is not finite.
    init?(_ value: Double, decimals count: Int) {
        guard value.isFinite else { return nil }
        let parts = NumberFormat.fixed(value.magnitude, digits: max(0, count)).split(separator: ".")
        whole = parts[0].compactMap(\.wholeNumberValue)
        decimals = parts.count > 1 ? parts[1].compactMap(\.wholeNumberValue) : []
    }

    func meets(_ relation: PluralRules.Relation) -> Bool {
        // Ranges hold whole numbers, so nothing with a fraction is in one.
        if relation.operand == .n, !significant.isEmpty { return !relation.isEqual }
        let value = self.value(of: relation.operand, modulus: relation.modulus)
        return relation.ranges.contains { $0.contains(value) } == relation.isEqual
    }

    /// Whether it is seen as this whole number.
    func isEqual(to value: Int) -> Bool { significant.isEmpty && Self.number(whole, modulus: nil) == value }

    /// The decimals without zeros at the end.
    private var significant: ArraySlice<Int> {
        decimals[..<(decimals.lastIndex { $0 != 0 }.map { $0 + 1 } ?? 0)]
    }

    private func value(of operand: PluralOperand, modulus: Int?) -> Int {
        switch operand {
        case .n, .i: Self.number(whole, modulus: modulus)
        case .v: Self.remainder(decimals.count, modulus)
        case .w: Self.remainder(significant.count, modulus)
        case .f: Self.number(decimals, modulus: modulus)
        case .t: Self.number(significant, modulus: modulus)
        case .c, .e: 0
        }
    }

    private static func remainder(_ value: Int, _ modulus: Int?) -> Int { modulus.map { value % $0 } ?? value }

    /// The digits as a number. One that is larger than any rule's number is the largest there is.
    private static func number(_ digits: some Sequence<Int>, modulus: Int?) -> Int {
        var value = 0
        for digit in digits {
            let (product, isLarge) = value.multipliedReportingOverflow(by: 10)
            let (sum, isLarger) = product.addingReportingOverflow(digit)
            if isLarge || isLarger { return .max }
            value = remainder(sum, modulus)
        }
        return value
    }
}
