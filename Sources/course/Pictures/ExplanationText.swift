import ArgumentParser
import Imaging
import Platform

/// A pixel as somebody types it: `20,31`, row before column, counted from 0.
struct PixelPlace: Equatable {
    let row: Int
    let column: Int

    init(_ text: String) throws {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { Int($0.filter { $0 != " " }) }
        guard parts.count == 2, numbers.count == 2, numbers.allSatisfy({ $0 >= 0 }) else {
            throw ValidationError("--explain takes a row and a column, counted from 0, such as 20,31, not “\(text)”.")
        }
        (row, column) = (numbers[0], numbers[1])
    }
}

/// How a number of a filtered picture comes about, as lesson 2 writes it: pixels, weights, products, their sum.
struct ExplanationText {
    let text: String

    init(_ channels: [Explanation], of filter: PictureFilter, at place: PixelPlace) {
        let names = channels.count == 1 ? [""] : ["red, ", "green, ", "blue, "]
        text = zip(channels, names).map { explanation, name in
            "\(name)row \(place.row), column \(place.column); \(filter.mode) with \(filter.kernel.id), "
                + "border \(filter.border)\n\n" + Self.body(explanation, filter)
        }.joined(separator: "\n")
    }

    private static func body(_ explanation: Explanation, _ filter: PictureFilter) -> String {
        let kernel = explanation.kernel
        let weights = (0..<kernel.rows).map { row in (0..<kernel.columns).map { kernel[row, $0] } }
        let blocks = [
            block("pixels", explanation.window.rows), block("weights", weights),
            block("products", explanation.products),
        ]
        var lines = (0...kernel.rows).map { line in
            blocks.map { $0[line] }.joined(separator: "   ").trimmingTrailingSpaces + "\n"
        }.joined()
        lines += "\nsum of products: \(number(explanation.sum))\n"
        if filter.divisor != 1 || filter.bias != 0 {
            let divided = filter.divisor == 1 ? "" : " / \(number(filter.divisor))"
            let moved = filter.bias == 0 ? "" : " \(filter.bias < 0 ? "-" : "+") \(number(abs(filter.bias)))"
            lines += "answer: \(number(explanation.sum))\(divided)\(moved) = \(number(explanation.answer))\n"
        }
        return lines
    }

    /// A heading over a matrix, all lines equally wide.
    private static func block(_ heading: String, _ rows: [[Float]]) -> [String] {
        let cells = rows.map { $0.map(number) }
        let width = cells.joined().map(\.count).max() ?? 0
        let lines = cells.map { $0.map { $0.right(width) }.joined(separator: " ") }
        let most = max(heading.count, lines.map(\.count).max() ?? 0)
        return [heading.left(most)] + lines.map { $0.left(most) }
    }

    /// At most four decimals, none where there are none.
    private static func number(_ value: Float) -> String {
        if value == value.rounded(), abs(value) < 1e9 { return String(Int(value)) }
        return Double(value).fixed(4)
    }
}

extension String {
    fileprivate var trimmingTrailingSpaces: String {
        String(reversed().drop { $0 == " " }.reversed())
    }
}
