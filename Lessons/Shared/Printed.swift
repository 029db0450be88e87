import Languages

/// Numbers as code prints them: a point and a hyphen in every language, and no more decimals than are meant.
enum Printed {
    static func number(_ value: Double, digits: Int = 4) -> String {
        NumberFormat.code(value, digits: digits)
    }

    static func number(_ value: Float, digits: Int = 4) -> String { number(Double(value), digits: digits) }

    static func list(_ values: [Float], digits: Int = 4) -> String {
        "[" + values.map { number($0, digits: digits) }.joined(separator: ", ") + "]"
    }
}
