import Languages
import Notebook

/// Numbers as code prints them: a point and a hyphen in every language, and no more decimals than are meant.
enum Printed {
    static func number(_ value: Double, digits: Int = 4) -> String {
        NumberFormat.code(value, digits: digits)
    }

    static func number(_ value: Float, digits: Int = 4) -> String { number(Double(value), digits: digits) }

    static func list(_ values: [Double], digits: Int = 4) -> String {
        "[" + values.map { number($0, digits: digits) }.joined(separator: ", ") + "]"
    }

    static func list(_ values: [Float], digits: Int = 4) -> String { list(values.map(Double.init), digits: digits) }
}

extension Material {
    /// What the code of a listing printed, in the words that its block has under `printed`.
    ///
    /// - Parameters:
    ///   - texts: what slots of those words read: numbers as code prints them.
    ///   - values: what other slots read.
    mutating func printed(
        _ name: String, _ texts: [String: String], _ values: [String: Value] = [:], file: String = #fileID,
        line: Int = #line
    ) {
        let all = values.merging(texts.mapValues { .text($0) }) { $1 }
        output(name, file: file, line: line) { words in try words("printed", all) }
    }
}
