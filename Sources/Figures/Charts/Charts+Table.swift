import Platform
import Imaging
import Languages

// What the charts with axes plot, as tables.

extension Bars {
    /// A row for each category, a column for each series.
    public var table: FigureTable? {
        let names = series.enumerated().map { index, series in
            // One alone needs no number.
            series.name
                ?? (self.series.count == 1 ? .value : Localized(.columnsNumberedSeries, ["n": .integer(index + 1)]))
        }
        let rows = categories.enumerated().map { index, category in
            let values = series.map { series -> FigureTable.Cell in
                series.values.indices.contains(index) ? .number(series.values[index]) : .none
            }
            return [FigureTable.Cell(category)] + values
        }
        return FigureTable(columns: [.category] + names, rows: rows)
    }
}

extension HistogramChart {
    /// A row for each bin: where it begins and ends, and its count.
    public var table: FigureTable? {
        var rows: [[FigureTable.Cell]] = []
        for (index, panel) in panels.enumerated() {
            for (bin, count) in zip(zip(panel.edges, panel.edges.dropFirst()), panel.counts) {
                rows.append([.integer(index), .number(bin.0), .number(bin.1), .integer(count)])
            }
        }
        return FigureTable(columns: [.panel, .start, .end, .count], rows: rows)
    }
}

extension Curves {
    /// A row for each value: its panel, series, x and y.
    public var table: FigureTable? {
        var rows: [[FigureTable.Cell]] = []
        for (index, panel) in panels.enumerated() {
            for series in panel.series {
                for (x, y) in zip(series.x, series.y) {
                    rows.append([.integer(index), .init(panel.names.title), .init(series.name), .number(x), .number(y)])
                }
            }
        }
        return FigureTable(columns: [.panel, .title, .series, .x, .y], rows: rows)
    }
}

extension ConfusionChart {
    /// A row for each cell: both classes, the count, and its share of the row.
    public var table: FigureTable? {
        var rows: [[FigureTable.Cell]] = []
        for (truth, row) in zip(classes, counts) {
            let total = row.reduce(0, +)
            for (answer, count) in zip(classes, row) {
                let share: FigureTable.Cell = total > 0 ? .number(Double(count) / Double(total)) : .none
                rows.append([.init(truth), .init(answer), .integer(count), share])
            }
        }
        return FigureTable(columns: [.truth, .predicted, .count, .shareOfRow], rows: rows)
    }
}

extension PolarHistogram {
    /// A row for each sector: the angle of its middle in degrees, and what it holds.
    public var table: FigureTable? {
        let step = 360 / Double(max(1, weights.count))
        return FigureTable(
            columns: [.degrees, .weight],
            rows: weights.enumerated().map { [.number(Double($0) * step - 180), .number($1)] })
    }
}

extension GradientTriangles {
    /// A row for each example: both parts of the gradient, and its magnitude.
    public var table: FigureTable? {
        FigureTable(
            columns: [.example, .x, .y, .magnitude],
            rows: examples.map {
                [.init($0.caption), .number($0.x), .number($0.y), .number(($0.x * $0.x + $0.y * $0.y).squareRoot())]
            })
    }
}

extension Architecture {
    /// A row for each layer: its name, height, width and channels.
    public var table: FigureTable? {
        FigureTable(
            columns: [.layer, .height, .width, .channels],
            rows: layers.map { [.init($0.name), .integer($0.height), .integer($0.width), .integer($0.channels)] })
    }
}

extension Composition {
    /// The tables of the parts one under the other; a column that a part does not have is empty there.
    public var table: FigureTable? {
        let tables = parts.enumerated().compactMap { index, part in part.figure.table.map { (index, $0) } }
        guard !tables.isEmpty else { return nil }
        let columns = tables.reduce(into: [Localized]()) { all, table in
            all += table.1.columns.filter { !all.contains($0) }
        }
        var rows: [[FigureTable.Cell]] = []
        for (index, table) in tables {
            let places = columns.map { table.columns.firstIndex(of: $0) }
            for row in table.rows { rows.append([.integer(index)] + places.map { $0.map { row[$0] } ?? .none }) }
        }
        return FigureTable(columns: [.part] + columns, rows: rows)
    }
}
