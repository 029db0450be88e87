import Languages
import Notebook

/// What exercises ask for and show: small data of their own, which no run changes, and answers that are computed of them.
extension Material {
    /// A whole number that an exercise asks for: a slot, and a record of the page.
    mutating func exercise(_ name: String, _ number: Int, file: String = #fileID, line: Int = #line) {
        value(name, number, file: file, line: line)
        record("exercises.\(name)", number)
    }

    /// A number with decimals that an exercise asks for.
    mutating func exercise(_ name: String, _ number: Double, file: String = #fileID, line: Int = #line) {
        value(name, number, file: file, line: line)
        record("exercises.\(name)", number)
    }

    /// Which of an exercise's choices is right.
    mutating func exercise<Outcome>(
        _ name: String, _ outcome: Outcome, file: String = #fileID, line: Int = #line
    ) where Outcome: CaseIterable & RawRepresentable<String> {
        self.outcome(name, outcome, file: file, line: line)
        record("exercises.\(name)", outcome.rawValue)
    }

    /// Numbers in rows and columns, as a matrix in a formula.
    ///
    /// - Parameter hidden: the place of a number that the reader is to find; a question mark stands there.
    mutating func grid(
        _ name: String, _ rows: [[Float]], digits: Int = 0, hidden: (row: Int, column: Int)? = nil,
        file: String = #fileID, line: Int = #line
    ) {
        var phrase: Phrase = "$\\begin{bmatrix} "
        for (row, numbers) in rows.enumerated() {
            if row > 0 { phrase = "\(phrase) \\\\ " }
            for (column, number) in numbers.enumerated() {
                if column > 0 { phrase = "\(phrase) & " }
                let isHidden = hidden.map { $0 == (row, column) } ?? false
                phrase = isHidden ? "\(phrase)?" : "\(phrase)\(tex: Double(number), digits: digits)"
            }
        }
        value(name, .name(Localized(same: "\(phrase) \\end{bmatrix}$")), file: file, line: line)
    }

    /// Numbers one after the other. Semicolons part them: in many languages a comma stands within numbers.
    mutating func series(
        _ name: String, _ numbers: [Double], digits: Int = 0, file: String = #fileID, line: Int = #line
    ) {
        var phrase: Phrase = ""
        for (index, number) in numbers.enumerated() {
            phrase = index > 0 ? "\(phrase); \(number, digits: digits)" : "\(number, digits: digits)"
        }
        value(name, .name(Localized(same: phrase)), file: file, line: line)
    }
}
