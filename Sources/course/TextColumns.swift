/// Lines of which the columns stand below each other in a terminal and in a file alike.
enum TextColumns {
    /// The rows as lines, two spaces between columns. The last column is not filled up.
    ///
    /// - Parameter rightAligned: the columns of which the ends meet, such as numbers.
    static func lines(_ rows: [[String]], rightAligned: Set<Int> = []) -> [String] {
        let count = rows.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in
            rows.map { column < $0.count ? width(of: $0[column]) : 0 }.max() ?? 0
        }
        return rows.map { row in
            row.enumerated().map { column, text in
                if rightAligned.contains(column) { return text.right(widths[column]) }
                return column == row.count - 1 ? text : text.left(widths[column])
            }.joined(separator: "  ")
        }
    }

    /// How many columns of a terminal a text takes: an accent none of its own, a Chinese character two.
    static func width(of text: String) -> Int {
        text.reduce(0) { sum, character in
            sum + (character.unicodeScalars.contains { isWide($0) } ? 2 : 1)
        }
    }

    /// The blocks of which Unicode's annex 11 says that they are wide, and pictures.
    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            true
        default: scalar.properties.isEmojiPresentation
        }
    }
}

extension String {
    /// The text in a column of that width, at its left end; what is longer stays whole.
    func left(_ width: Int) -> String { self + blanks(upTo: width) }

    /// The text in a column of that width, at its right end; what is longer stays whole.
    func right(_ width: Int) -> String { blanks(upTo: width) + self }

    private func blanks(upTo width: Int) -> String {
        String(repeating: " ", count: max(0, width - TextColumns.width(of: self)))
    }
}
