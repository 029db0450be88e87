import Drawing
import Languages

/// How often each class was taken for which: rows are the true classes, columns the predicted ones. Right
/// answers are teal by their share of the row, mistakes crimson by theirs.
public struct ConfusionChart: Figure {
    public let counts: [[Int]]
    public let classes: [Bilingual]
    public let breadth: Breadth

    /// - Parameters:
    ///   - counts: rows are true classes, columns predicted ones.
    ///   - classes: the names, in the order of rows and columns.
    public init(counts: [[Int]], classes: [Bilingual], breadth: Breadth = .column) {
        self.counts = counts
        self.classes = classes
        self.breadth = breadth
    }

    public var alternative: Bilingual {
        let total = counts.joined().reduce(0, +)
        let right = counts.indices.reduce(0) { $0 + (counts[$1].indices.contains($1) ? counts[$1][$1] : 0) }
        let text = Bilingual(
            en: "Confusion matrix of \(classes.count) classes: \(right) of \(total) answers are right.",
            es: "Matriz de confusión de \(classes.count) clases: \(right) de \(total) respuestas son correctas.")
        let mistakes = counts.indices.flatMap { row in
            counts[row].indices.filter { $0 != row }.map { (row, $0, counts[row][$0]) }
        }
        guard let worst = mistakes.max(by: { $0.2 < $1.2 }), worst.2 > 0, classes.indices.contains(worst.0),
            classes.indices.contains(worst.1)
        else { return text }
        let (truth, answer) = (classes[worst.0], classes[worst.1])
        return text
            + Bilingual(
                en: " The most frequent mistake takes \(truth.en) for \(answer.en), \(worst.2) times.",
                es: " El error más frecuente toma \(truth.es) por \(answer.es), \(worst.2) veces.")
    }

    private static let trueName = Bilingual(en: "true", es: "real")
    private static let predictedName = Bilingual(en: "predicted", es: "predicho")

    public func layout(width: Double, in context: FigureContext) throws -> Block {
        try check()
        let names = try classes.map { try context.set($0, .label) }
        let (trueWord, predictedWord) = (
            try context.set(Self.trueName, .label), try context.set(Self.predictedName, .label)
        )
        let longest = names.map(\.width).max() ?? 0
        let gutter = max(longest, trueWord.width) + 8
        let side = min(38, (width - gutter) / Double(classes.count))
        let cell = Size(width: side, height: min(side, 28))
        // Names that are wider than a column stand upright.
        let isTurned = longest > side - 2
        let head = predictedWord.height + 4 + (isTurned ? longest : names.map(\.height).max() ?? 0) + 4
        let size = Size(
            width: gutter + side * Double(classes.count), height: head + cell.height * Double(classes.count))
        let colors = colors(in: context)
        return Block(size) { canvas, origin in
            let theme = context.theme
            let grid = CellGrid(
                rows: classes.count, columns: classes.count, cell: cell, at: origin + Point(gutter, head))
            grid.fill(on: canvas, colors)
            grid.rule(on: canvas, theme.hairline)
            try grid.write(on: canvas, in: context, largest: 9, isAligned: false) { row, column in
                let count = counts[row][column]
                return count == 0
                    ? nil : (context.format.integer(count), theme.text(on: colors(row, column)))
            }
            canvas.draw(predictedWord, at: Point(grid.frame.minX, origin.y), .topLeading, color: theme.quiet)
            canvas.draw(
                trueWord, at: Point(grid.frame.minX - 8, grid.frame.minY - 4), Anchor(.trailing, .bottom),
                color: theme.quiet)
            for (index, name) in names.enumerated() {
                let row = grid.frame(row: index, column: 0)
                canvas.draw(name, at: Point(row.minX - 8, row.midY), .trailing, color: theme.ink)
                let column = grid.frame(row: 0, column: index)
                if isTurned {
                    canvas.draw(
                        name, at: Point(column.midX, column.minY - 4), .leading, color: theme.ink, turned: -.pi / 2)
                } else {
                    canvas.draw(name, at: Point(column.midX, column.minY - 4), .bottom, color: theme.ink)
                }
            }
        }
    }

    /// Mistakes are rare, so their colour grows with the root of their share: one in a hundred is visible.
    private func colors(in context: FigureContext) -> (Int, Int) -> Color {
        let totals = counts.map { max(1, $0.reduce(0, +)) }
        let (counts, theme) = (counts, context.theme)
        return { row, column in
            guard counts[row][column] > 0 else { return theme.paper }
            let share = Double(counts[row][column]) / Double(totals[row])
            return row == column
                ? theme.tint(.output, 0.25 + 0.75 * share) : theme.tint(.error, min(1, 0.06 + 1.9 * share.squareRoot()))
        }
    }

    private func check() throws {
        guard !classes.isEmpty else { throw FigureError.empty(figure: "A confusion matrix", what: "class") }
        for row in [counts.count] + counts.map(\.count) where row != classes.count {
            throw FigureError.mismatch(
                figure: "A confusion matrix", what: "rows and columns", expected: classes.count, got: row)
        }
        if let negative = counts.joined().first(where: { $0 < 0 }) {
            throw FigureError.outOfRange(
                figure: "A confusion matrix", what: "a negative count", value: Double(negative))
        }
    }
}
