/// A text in one language whose numbers are values, not digits.
///
/// A phrase is written as a string literal; what is interpolated keeps its value until the phrase is read,
/// and is then written as the reader's language writes numbers:
///
///     let phrase: Phrase = "\(9_907) of \(10_000) are right, \(0.9907, percent: 2)."
///     phrase.text(in: NumberFormat(.en))   // "9,907 of 10,000 are right, 99.07%."
public struct Phrase: Hashable, Sendable, ExpressibleByStringInterpolation {
    enum Piece: Hashable, Sendable {
        case text(String)
        case integer(Int)
        case decimal(Double, digits: Int)
        case percent(Double, digits: Int)
        case formula(Double, digits: Int)
    }

    var pieces: [Piece]

    /// A phrase without numbers.
    public init(stringLiteral value: String) { pieces = [.text(value)] }

    /// A phrase that is the same text for every reader: a name, a symbol, a line of code.
    public init(_ text: String) { pieces = [.text(text)] }

    /// A phrase whose interpolated numbers stay values.
    public init(stringInterpolation: Interpolation) { pieces = stringInterpolation.pieces }

    init(pieces: [Piece]) { self.pieces = pieces }

    /// The phrase as a reader sees it.
    public func text(in format: NumberFormat) -> String {
        pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .integer(let value): format.integer(value)
            case .decimal(let value, let digits): format.decimal(value, digits: digits)
            case .percent(let share, let digits): format.percent(share, digits: digits)
            case .formula(let value, let digits): format.formula(value, digits: digits)
            }
        }.joined()
    }

    /// Whether the phrase holds no character at all.
    public var isEmpty: Bool { pieces.allSatisfy { $0 == .text("") } }

    /// Collects the pieces of an interpolated literal.
    public struct Interpolation: StringInterpolationProtocol {
        var pieces: [Piece] = []

        /// Called by the compiler for each interpolated literal.
        public init(literalCapacity: Int, interpolationCount: Int) {
            pieces.reserveCapacity(2 * interpolationCount + 1)
        }

        /// The text between two interpolations.
        public mutating func appendLiteral(_ literal: String) { pieces.append(.text(literal)) }

        /// Text that is already in the phrase's language, or in none.
        public mutating func appendInterpolation(_ text: String) { pieces.append(.text(text)) }

        /// Another phrase, its numbers kept as values.
        public mutating func appendInterpolation(_ phrase: Phrase) { pieces += phrase.pieces }

        /// A whole number, thousands grouped by language.
        public mutating func appendInterpolation(_ value: Int) { pieces.append(.integer(value)) }

        /// A whole number as code and formulas write it: no grouping, a hyphen for minus.
        public mutating func appendInterpolation(plain value: Int) { pieces.append(.text(String(value))) }

        /// A number with a fixed count of decimals.
        public mutating func appendInterpolation(_ value: Double, digits: Int) {
            pieces.append(.decimal(value, digits: digits))
        }

        /// A number within a formula, with a fixed count of decimals: in TeX a decimal comma stands in braces.
        public mutating func appendInterpolation(tex value: Double, digits: Int) {
            pieces.append(.formula(value, digits: digits))
        }

        /// A share of one as a percentage with a fixed count of decimals.
        public mutating func appendInterpolation(_ share: Double, percent digits: Int) {
            pieces.append(.percent(share, digits: digits))
        }
    }
}
