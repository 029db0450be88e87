import Figures
import Languages
import Storage

extension FigureData {
    /// The numbers as JSON, a line for each row; what is no number, or endless, is `null`.
    ///
    /// A panel has `title`, where it has one, and either `columns`, each with its `name` and where it has one its `unit`, and
    /// `rows`, or `pictures`, each with its `name`, `width`, `height` and `values`: for each channel its rows of pixels.
    ///
    /// - Parameters:
    ///   - head: members that come before the numbers: of which figure they are.
    ///   - language: of the names.
    func json(_ head: [(name: String, value: JSONText)], in language: Language) -> String {
        let writer = FigureDataWriter(format: NumberFormat(language))
        let members = head.map { "  " + writer.member($0, $1) + ",\n" }.joined()
        let panels = parts.map { "    " + writer.panel($0) }.joined(separator: ",\n")
        return "{\n\(members)  \"panels\": [\n\(panels)\n  ]\n}\n"
    }
}

/// Writes rows of numbers into lines: half a million of them in a figure are no rarity.
private struct FigureDataWriter {
    let format: NumberFormat

    func member(_ name: String, _ value: JSONText) -> String { JSONText.text(name).line + ": " + value.line }

    func panel(_ part: FigureData.Part) -> String {
        let title = part.title.map { member("title", .text($0.text(in: format))) + ", " } ?? ""
        switch part.content {
        case .table(let table):
            let columns = table.columns.map { "{ " + members(of: $0) + " }" }.joined(separator: ", ")
            let rows = table.rows.map { row in "      [" + row.map(cell).joined(separator: ", ") + "]" }
            return "{ \(title)\"columns\": [\(columns)], \"rows\": [\n\(rows.joined(separator: ",\n"))\n    ] }"
        case .pictures(let planes):
            let pictures = planes.map { "      " + picture($0) }.joined(separator: ",\n")
            return "{ \(title)\"pictures\": [\n\(pictures)\n    ] }"
        }
    }

    private func picture(_ plane: FigureData.Plane) -> String {
        let name = plane.name.map { member("name", .text($0.text(in: format))) + ", " } ?? ""
        let size = "\"width\": \(plane.width), \"height\": \(plane.height)"
        let values = plane.channels.map { channel in
            let rows = (0..<plane.height).map { row in
                let values = channel.values[(row * plane.width)..<((row + 1) * plane.width)]
                return "        [" + values.map { FigureTable.Cell($0).digits ?? "null" }.joined(separator: ", ") + "]"
            }
            return "{ \(members(of: channel.column)), \"rows\": [\n\(rows.joined(separator: ",\n"))\n      ] }"
        }
        return "{ \(name)\(size), \"values\": [\(values.joined(separator: ", "))] }"
    }

    private func members(of column: FigureTable.Column) -> String {
        let (name, unit) = column.parts(in: format)
        return member("name", .text(name)) + (unit.map { ", " + member("unit", .text($0)) } ?? "")
    }

    private func cell(_ cell: FigureTable.Cell) -> String {
        if case .text(let words) = cell { return JSONText.text(words.text(in: format)).line }
        return cell.digits ?? "null"
    }
}
