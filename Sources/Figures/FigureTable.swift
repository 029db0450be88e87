import Imaging
import Languages

/// The plotted numbers in rows and columns, for those who want to compute with them.
///
/// In the file names are in the language that the course is written in first and numbers have a point, whatever the reader's
/// language: the file is for programs. A page shows the same table in its reader's language.
public struct FigureTable: Hashable, Sendable {
    /// What stands at one place.
    public enum Cell: Hashable, Sendable {
        case text(Localized)
        case integer(Int)
        /// Written with the fewest digits that read back as the same number.
        case number(Double)
        case none
    }

    /// The names of the columns.
    public let columns: [Localized]
    /// The rows, as many cells in each as there are columns.
    public let rows: [[Cell]]

    /// A table; every row has as many cells as there are columns.
    public init(columns: [Localized], rows: [[Cell]]) {
        self.columns = columns
        self.rows = rows.map { row in
            Array(row.prefix(columns.count)) + Array(repeating: .none, count: max(0, columns.count - row.count))
        }
    }

    /// Comma-separated values after RFC 4180, with line feeds alone.
    ///
    /// - Parameter language: of the names.
    public func csv(in language: Language) -> String {
        let format = NumberFormat(language)
        let lines = [columns.map { Self.quoted($0.text(in: format)) }] + rows.map { $0.map { $0.csv(in: format) } }
        return lines.map { $0.joined(separator: ",") + "\n" }.joined()
    }

    fileprivate static func quoted(_ text: String) -> String {
        guard text.contains(where: { "\",\n\r".contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    /// More numbers than this are a picture, and the picture's file holds them.
    static let mostValues = 50_000

    /// The values of pictures, one a row; `nil` if there are none or too many.
    static func values(of pictures: [(name: Localized?, values: GrayImage?)]) -> FigureTable? {
        let known = pictures.enumerated().compactMap { index, picture in
            picture.values.map { (index, picture.name, $0) }
        }
        let count = known.reduce(0) { $0 + $1.2.pixels.count }
        guard count > 0, count <= mostValues else { return nil }
        var rows: [[Cell]] = []
        rows.reserveCapacity(count)
        for (index, name, image) in known {
            for (place, value) in image.pixels.enumerated() {
                let (row, column) = (place / image.width, place % image.width)
                rows.append([
                    .integer(index), .init(name ?? Localized(same: "")), .integer(row), .integer(column), Cell(value),
                ])
            }
        }
        return FigureTable(columns: [.picture, .name, .row, .column, .value], rows: rows)
    }
}

extension FigureTable.Cell {
    /// A number of single precision with its own digits, not those that double precision adds.
    init(_ value: Float) { self = .number(Double("\(value)") ?? Double(value)) }

    /// A text, where there is one.
    init(_ words: Localized?) { self = words.map { .text($0) } ?? .none }

    fileprivate func csv(in format: NumberFormat) -> String {
        switch self {
        case .text(let text): FigureTable.quoted(text.text(in: format))
        case .integer(let value): "\(value)"
        case .number(let value):
            value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : value.isFinite ? "\(value)" : ""
        case .none: ""
        }
    }
}
