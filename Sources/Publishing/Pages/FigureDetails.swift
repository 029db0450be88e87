import Figures
import Languages

/// What can be unfolded under a figure: what it says of itself, and the numbers behind it.
struct FigureDetails {
    let file: FigureFile
    let number: String
    let context: PageContext

    /// Rows that a page shows; the file beside it holds all.
    private static let mostRows = 40
    private static let mostColumns = 8

    init(_ file: FigureFile, number: String, context: PageContext) {
        self.file = file
        self.number = number
        self.context = context
    }

    /// The fold of a figure, absent where there is nothing to say.
    var slot: Slot {
        get throws(PublishingError.Problem) {
            let table = try numbers()
            guard file.description != nil || table != nil else { return .absent }
            let words = context.words
            return .list([
                [
                    "label": .html(words.marked(table == nil ? .description : .descriptionAndNumbers)),
                    "texts": .list(file.description.map { [["text": .html(context.marked($0))]] } ?? []),
                    "table": table.map { .list([$0]) } ?? .absent,
                    "data": data.map { .list([["address": .text($0), "label": .html(words.marked(.csv))]]) } ?? .absent,
                ]
            ])
        }
    }

    /// The address of the file with all numbers.
    private var data: String? {
        context.pictures.hasFiles ? file.dataPath.map(context.addresses.file) : nil
    }

    private func numbers() throws(PublishingError.Problem) -> Slots? {
        guard let table = file.table, !table.rows.isEmpty, table.columns.count <= Self.mostColumns else { return nil }
        let shown = table.rows.prefix(Self.mostRows)
        let note = context.words.marked(
            .rows, ["shown": .integer(shown.count), "count": .integer(table.rows.count)])
        return [
            "caption": .text("\(number). \(context.words[.numbers])"),
            "columns": .list(table.columns.map { ["text": .html(context.marked($0.heading))] }),
            "rows": .list(shown.map { row in ["cells": .list(row.map(cell))] }),
            "note": shown.count < table.rows.count ? .list([["text": .html(note)]]) : .absent,
        ]
    }

    private func cell(_ cell: FigureTable.Cell) -> Slots {
        let format = context.format
        return switch cell {
        case .text(let text): ["text": .html(context.marked(text)), "isNumber": .flag(false)]
        case .integer(let value): ["text": .text(format.integer(value)), "isNumber": .flag(true)]
        case .number(let value): ["text": .text(Self.text(value, format)), "isNumber": .flag(true)]
        case .none: ["text": .text(""), "isNumber": .flag(false)]
        }
    }

    /// About five digits, no zeros at the end; the file has them all.
    private static func text(_ value: Double, _ format: NumberFormat) -> String {
        guard value.isFinite, value != 0 else { return format.decimal(value, digits: 0) }
        var magnitude = 0
        var rest = abs(value)
        while rest >= 10, magnitude < 9 { (rest, magnitude) = (rest / 10, magnitude + 1) }
        while rest < 1, magnitude > -9 { (rest, magnitude) = (rest * 10, magnitude - 1) }
        let digits = max(0, 4 - magnitude)
        // The fewest digits that show the same number.
        let exact = format.decimal(value, digits: digits)
        let mark = format.decimalMark.character
        guard exact.contains(mark) else { return exact }
        var text = exact[...]
        while text.last == "0" { text.removeLast() }
        if text.hasSuffix(mark) { text.removeLast(mark.count) }
        return String(text)
    }
}
