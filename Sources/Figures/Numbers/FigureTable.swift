import Languages

/// Numbers in rows and columns, for those who want to compute with them.
///
/// In a file numbers have a point, whatever the reader's language: the file is for programs. A page shows the same table as
/// its reader writes numbers.
public struct FigureTable: Hashable, Sendable {
    /// What stands at one place.
    public enum Cell: Hashable, Sendable {
        case text(Localized)
        case integer(Int)
        /// Written with the fewest digits that read back as the same number.
        case number(Double)
        case none
    }

    /// What a column holds.
    public struct Column: Hashable, Sendable {
        /// What its values are.
        public let name: Localized
        /// In what they are counted, where that is not told by the name: `rad`.
        public let unit: String?

        /// A column of values that need no unit, or tell it by their name, as axes do: `accuracy, %`.
        public init(_ name: Localized, unit: String? = nil) {
            self.name = name
            self.unit = unit
        }

        /// What stands above the column, with its unit.
        public var heading: Localized { unit.map { name + Localized(same: Phrase(" (\($0))")) } ?? name }

        /// The name and the unit by themselves, in a language; an axis has its unit behind a comma.
        public func parts(in format: NumberFormat) -> (name: String, unit: String?) {
            let text = name.text(in: format)
            guard unit == nil, let last = text.split(separator: " ").last, Self.units.contains(last) else {
                return (text, unit)
            }
            // “accuracy, %” is the accuracy; “memory in MB” stays as it is.
            let rest = text.dropLast(last.count + 1)
            return (rest.hasSuffix(",") ? String(rest.dropLast()) : text, String(last))
        }

        private static let units: Set<Substring> = ["%", "MB", "px", "s"]
    }

    /// What each column holds.
    public let columns: [Column]
    /// The rows, as many cells in each as there are columns.
    public let rows: [[Cell]]

    /// A table; every row has as many cells as there are columns.
    public init(columns: [Column], rows: [[Cell]]) {
        self.columns = columns
        self.rows = rows.map { row in
            row.count == columns.count
                ? row
                : Array(row.prefix(columns.count)) + Array(repeating: .none, count: max(0, columns.count - row.count))
        }
    }

    /// Comma-separated values after RFC 4180, with line feeds alone.
    ///
    /// - Parameter language: of the names.
    public func csv(in language: Language) -> String { FigureData(self).csv(in: language) }

    static func quoted(_ text: String) -> String {
        guard text.contains(where: { "\",\n\r".contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}

extension FigureTable.Cell {
    /// A number of single precision with its own digits, not those that double precision adds.
    public init(_ value: Float) { self = .number(Double("\(value)") ?? Double(value)) }

    /// A text, where there is one.
    init(_ words: Localized?) { self = words.map { .text($0) } ?? .none }

    /// How programs write a number, with as few digits as read back as the same one; nil for what is none.
    public var digits: String? {
        switch self {
        case .integer(let value): "\(value)"
        case .number(let value):
            !value.isFinite ? nil : value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
        case .text, .none: nil
        }
    }
}
