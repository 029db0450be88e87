extension Phrase {
    /// A number as a phrase holds it.
    public struct Number: Hashable, Sendable {
        /// The value; of a percentage, the share of one.
        public let value: Double
        /// How many decimals are written.
        public let decimals: Int
        /// Whether it is written as a percentage.
        public let isShare: Bool
    }

    /// The number that the phrase is; nil where it says anything else besides.
    public var number: Number? {
        let pieces = pieces.filter { $0 != .text("") }
        guard pieces.count == 1, let piece = pieces.first else { return nil }
        switch piece {
        case .integer(let value): return Number(value: Double(value), decimals: 0, isShare: false)
        case .decimal(let value, let digits), .formula(let value, let digits):
            return Number(value: value, decimals: digits, isShare: false)
        case .percent(let value, let digits): return Number(value: value, decimals: digits, isShare: true)
        case .text: return nil
        }
    }
}
