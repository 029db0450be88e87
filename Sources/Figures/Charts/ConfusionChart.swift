import Drawing
import Languages

/// How often each class was taken for which: rows are the true classes, columns the predicted ones. Right
/// answers are teal by their share of the row, mistakes crimson by theirs.
public struct ConfusionChart: Figure {
    /// What stands in a cell.
    public enum Numbers: Hashable, Sendable {
        /// How many pictures of the row's class got the column's answer.
        case counts
        /// The same as a share of the row.
        case shares
        /// Both, one under the other; where cells are too small for two lines, the counts alone.
        case countsAndShares
        /// Counts of mistakes; those of right answers, which are much larger, stand at the right of their rows.
        case mistakes
    }

    /// Rows are true classes, columns predicted ones.
    public let counts: [[Int]]
    /// The names, in the order of rows and columns.
    public let classes: [Localized]
    /// What stands in a cell.
    public let numbers: Numbers
    /// How much of a page's width the matrix asks for.
    public let breadth: Breadth

    /// A matrix of counts, as many rows and columns as there are names.
    public init(
        counts: [[Int]], classes: [Localized], numbers: Numbers = .countsAndShares, breadth: Breadth = .column
    ) {
        self.counts = counts
        self.classes = classes
        self.numbers = numbers
        self.breadth = breadth
    }

    /// With the counts of right answers at the right of their rows, so that narrow columns have room for the others.
    public var arrangements: [any Figure] {
        numbers == .mistakes
            ? [] : [ConfusionChart(counts: counts, classes: classes, numbers: .mistakes, breadth: breadth)]
    }

    /// How many answers are right, and which mistake is the most frequent; all that are where several are, or how many.
    public var alternative: Localized {
        let total = counts.joined().reduce(0, +)
        let right = counts.indices.reduce(0) { $0 + (counts[$1].indices.contains($1) ? counts[$1][$1] : 0) }
        let text = Localized(
            .confusionHead, ["count": .integer(classes.count), "right": .integer(right), "total": .integer(total)])
        let mistakes = counts.indices.flatMap { row in
            counts[row].indices.filter { $0 != row }.map { (row, $0, counts[row][$0]) }
        }
        let most = mistakes.map(\.2).max() ?? 0
        let worst = mistakes.filter { $0.2 == most && classes.indices.contains($0.0) && classes.indices.contains($0.1) }
        guard most > 0, !worst.isEmpty else { return text }
        let names: [Argument] = worst.prefix(Self.longestList).map { truth, answer, _ in
            .localized(
                Localized(
                    .confusionMistake, ["truth": .localized(classes[truth]), "answer": .localized(classes[answer])]))
        }
        return text
            + Localized(same: " ")
            + Localized(
                .confusionWorst,
                [
                    "n": .integer(worst.count), "isMany": .isSo(worst.count > Self.longestList),
                    "mistakes": .list(names), "times": .integer(most),
                ])
    }

    /// How many mistakes that are equally frequent are named.
    private static let longestList = 8

    private static let trueName = Localized(.confusionTruth)
    private static let predictedName = Localized(.confusionPredicted)

    /// Lays out the names and the cells. A name longer than a third of the width is shortened; names wider than a
    /// column stand upright.
    public func layout(width: Double, in context: FigureContext) throws -> Block {
        try check()
        let names = try classes.map { try context.set($0, .label, atMost: width / 3) }
        let (trueWord, predictedWord) = (
            try context.set(Self.trueName, .label), try context.set(Self.predictedName, .label)
        )
        let longest = names.map(\.width).max() ?? 0
        let gutter = max(longest, trueWord.width) + 8
        let scale = context.theme.typeScale
        let rights = try numbers == .mistakes ? Rights(counts, context) : nil
        let side = min(38 * scale, (width - gutter - (rights?.width ?? 0)) / Double(classes.count))
        let cell = Size(width: side, height: min(side, 28 * scale))
        let isTurned = longest > side - 2
        let head = predictedWord.height + 4 + (isTurned ? longest : names.map(\.height).max() ?? 0) + 4
        let size = Size(
            width: gutter + side * Double(classes.count) + (rights?.width ?? 0),
            height: head + cell.height * Double(classes.count))
        let colors = colors(in: context)
        let numbers = try ConfusionNumbers(self, cell: cell, context)
        return Block(size) { canvas, origin in
            let theme = context.theme
            let grid = CellGrid(
                rows: classes.count, columns: classes.count, cell: cell, at: origin + Point(gutter, head))
            grid.fill(on: canvas, colors)
            grid.rule(on: canvas, theme.hairline)
            for row in classes.indices {
                for column in classes.indices where counts[row][column] > 0 {
                    let color = theme.text(on: colors(row, column))
                    numbers.draw(row, column, in: grid.frame(row: row, column: column), color, on: canvas)
                }
            }
            rights?.draw(beside: grid, on: canvas, theme)
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

    /// Mistakes are rare, so their colours have a range of their own: the most frequent one is as strong as its colour
    /// can be, and the others grow with the root of their share, so that one image and eleven differ at a glance.
    private func colors(in context: FigureContext) -> (Int, Int) -> Color {
        let totals = counts.map { max(1, $0.reduce(0, +)) }
        let (counts, theme) = (counts, context.theme)
        func share(_ row: Int, _ column: Int) -> Double { Double(counts[row][column]) / Double(totals[row]) }
        let most =
            counts.indices.flatMap { row in
                counts[row].indices.filter { $0 != row }.map { share(row, $0) }
            }.max() ?? 0
        let strongest = max(most, Self.leastRange)
        return { row, column in
            guard counts[row][column] > 0 else { return theme.paper }
            return row == column
                ? theme.tint(.output, 0.25 + 0.75 * share(row, column))
                : theme.tint(.error, 0.08 + 0.92 * (share(row, column) / strongest).squareRoot())
        }
    }

    /// The share of a class at which a mistake is drawn strongest where none is as frequent: a single image is to look
    /// like little.
    private static let leastRange = 0.004

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

/// The counts of right answers at the right of their rows, under what they are.
private struct Rights {
    private let head: TypesetText
    private let numbers: [TypesetText]
    private static let gap = 5.0

    init(_ counts: [[Int]], _ context: FigureContext) throws {
        head = try context.set(Localized(.confusionRight), .label)
        numbers = try counts.indices.map { try context.set(context.format.integer(counts[$0][$0]), .small) }
    }

    var width: Double { max(head.width, numbers.map(\.width).max() ?? 0) + Self.gap }

    func draw(beside grid: CellGrid, on canvas: Canvas, _ theme: Theme) {
        let end = grid.frame.maxX + width
        canvas.draw(head, at: Point(end, grid.frame.minY - 4), Anchor(.trailing, .bottom), color: theme.output)
        for (row, number) in numbers.enumerated() {
            let y = grid.frame(row: row, column: 0).midY
            canvas.draw(number, at: Point(end, y), .trailing, color: theme.output)
        }
    }
}

/// The numbers in the cells, set.
private struct ConfusionNumbers {
    /// What stands in each cell, one or two lines; none where nothing is told or fits.
    private let lines: [[[TypesetText]]]

    init(_ chart: ConfusionChart, cell: Size, _ context: FigureContext) throws {
        let isTold = { row, column in chart.counts[row][column] > 0 && (row != column || chart.numbers != .mistakes) }
        let counts = chart.counts.indices.map { row in
            chart.counts[row].indices.map { isTold(row, $0) ? context.format.integer(chart.counts[row][$0]) : "" }
        }
        let shares = chart.counts.map { row in Self.shares(of: row, context.format) }
        let half = Size(width: cell.width, height: cell.height * 0.5)
        func size(_ texts: [[String]], in cell: Size, _ largest: Double) throws -> Double? {
            try CellGrid.size(fitting: texts.flatMap { $0 }, in: cell, context, largest: largest)
        }
        var wanted: [([[String]], Double)] = []
        switch chart.numbers {
        case .counts, .mistakes: wanted = try size(counts, in: cell, 9).map { [(counts, $0)] } ?? []
        case .shares: wanted = try size(shares, in: cell, 9).map { [(shares, $0)] } ?? []
        case .countsAndShares:
            if let first = try size(counts, in: half, 8.5), let second = try size(shares, in: half, 7.2) {
                wanted = [(counts, first), (shares, second)]
            } else {
                wanted = try size(counts, in: cell, 9).map { [(counts, $0)] } ?? []
            }
        }
        if wanted.isEmpty { context.notes?.add(.noNumbers) }
        lines = try chart.counts.indices.map { row in
            try chart.counts[row].indices.map { column in
                guard isTold(row, column) else { return [] }
                return try wanted.map { try context.set($0.0[row][column], .sized($0.1)) }
            }
        }
    }

    /// Shares of a row with one decimal. Nothing is rounded to nothing, and nothing to certainty.
    private static func shares(of row: [Int], _ format: NumberFormat) -> [String] {
        let total = Double(max(1, row.reduce(0, +)))
        return row.map { count in
            let share = Double(count) / total
            if count > 0, share < 0.0005 { return "<\u{202F}" + format.percent(0.001, digits: 1) }
            if share < 1, share >= 0.9995 { return ">\u{202F}" + format.percent(0.999, digits: 1) }
            return format.percent(share, digits: share == 1 ? 0 : 1)
        }
    }

    func draw(_ row: Int, _ column: Int, in frame: Rectangle, _ color: Color, on canvas: Canvas) {
        let texts = lines[row][column]
        for (index, text) in texts.enumerated() {
            let share = texts.count == 1 ? 0.5 : index == 0 ? 0.31 : 0.71
            canvas.draw(text, at: Point(frame.midX, frame.y + share * frame.height), .center, color: color)
        }
    }
}
