import Languages

extension Material {
    /// What Swift hands over for a slot: numbers, names, outcomes, sentences that lessons share. Never words.
    public indirect enum Value: Hashable, Sendable {
        /// A count.
        case integer(Int)
        /// A measured number; the slot says with how many decimals it is written.
        case number(Double)
        /// What is the same in every language: a name, a symbol, code.
        case text(String)
        /// A name that may be another one in each language.
        case name(Localized)
        /// What came of something, for `select`, and what might have come of it.
        case outcome(String, of: [String])
        /// For `list`: a, b and c.
        case list([Value])
        /// A sentence of the shared catalogue by its key, and what its slots read.
        case shared(String, [String: Value])

        /// Whether something is so, for `select`: its branches are `yes` and `no`.
        public static func isSo(_ isSo: Bool) -> Value { .outcome(isSo ? "yes" : "no", of: ["yes", "no"]) }

        /// A sentence of the shared catalogue that reads nothing.
        public static func shared(_ key: String) -> Value { .shared(key, [:]) }
    }
}
