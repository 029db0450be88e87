import Imaging
import Languages
import Platform

// What the charts with axes plot, panel by panel; columns are called what their axes are.

extension Bars {
    /// A row for each category, a column for each series.
    public var data: FigureData {
        let names = series.enumerated().map { index, series -> FigureTable.Column in
            // One alone needs no number.
            let other = self.series.count == 1 ? valueName ?? Localized(.columnsValue) : numbered(index)
            return .init(series.name ?? other)
        }
        let rows = categories.enumerated().map { index, category in
            let values = series.map { series -> FigureTable.Cell in
                series.values.indices.contains(index) ? .number(series.values[index]) : .none
            }
            return [FigureTable.Cell(category)] + values
        }
        return FigureData(columns: [categoryName.map { .init($0) } ?? .category] + names, rows: rows)
    }

    private func numbered(_ index: Int) -> Localized {
        Localized(.columnsNumberedSeries, ["n": .integer(index + 1)])
    }
}

extension HistogramChart {
    /// A row for each bin: where it begins and ends, and its count.
    public var data: FigureData {
        FigureData(
            panels.map { panel in
                let rows = zip(zip(panel.edges, panel.edges.dropFirst()), panel.counts).map { bin, count in
                    [FigureTable.Cell.number(bin.0), .number(bin.1), .integer(count)]
                }
                let count = panel.names.y.map { FigureTable.Column($0) } ?? .count
                return .init(
                    title: panels.count > 1 ? panel.names.title ?? panel.names.x : nil,
                    content: .table(FigureTable(columns: [.start, .end, count], rows: rows)))
            })
    }
}

extension Curves {
    /// A row for each value of each series.
    public var data: FigureData {
        FigureData(
            panels.map { panel in
                let rows = panel.series.flatMap { series in
                    zip(series.x, series.y).map { [FigureTable.Cell(series.name), .number($0), .number($1)] }
                }
                let x = panel.names.x.map { FigureTable.Column($0) } ?? .x
                let y = panel.names.y.map { FigureTable.Column($0) } ?? .y
                return .init(
                    title: panels.count > 1 ? panel.names.title ?? panel.names.y : nil,
                    content: .table(FigureTable(columns: [.series, x, y], rows: rows)))
            })
    }
}

extension CategoryDots {
    /// A row for each mark: its category, its series, its value, and its interval where one is known.
    public var data: FigureData {
        let hasIntervals = series.contains { $0.intervals.contains { $0 != nil } }
        let rows = series.flatMap { series in
            zip(categories, zip(series.values, series.intervals)).map { category, mark -> [FigureTable.Cell] in
                [.init(category), .init(series.name), .number(mark.0)]
                    + (hasIntervals ? FigureTable.Cell.bounds(mark.1) : [])
            }
        }
        return FigureData(
            columns: .measured(categoryName, valueName) + (hasIntervals ? [.low, .high] : []), rows: rows)
    }
}

extension RunsChart {
    /// A row for each run: its category, its series, its value, its number among the runs, and the interval of their mean.
    public var data: FigureData {
        let hasIntervals = series.contains { $0.intervals.contains { $0 != nil } }
        let rows = series.flatMap { series in
            zip(categories, zip(series.runs, series.intervals)).flatMap { category, measured in
                measured.0.enumerated().map { run, value -> [FigureTable.Cell] in
                    [.init(category), .init(series.name), .number(value), .integer(run)]
                        + (hasIntervals ? FigureTable.Cell.bounds(measured.1) : [])
                }
            }
        }
        return FigureData(
            columns: .measured(categoryName, valueName) + [.run] + (hasIntervals ? [.low, .high] : []), rows: rows)
    }
}

extension [FigureTable.Column] {
    /// A category, a series and what was measured of them, under the names of the axes.
    fileprivate static func measured(_ category: Localized?, _ value: Localized?) -> Self {
        [category.map { .init($0) } ?? .category, .series, value.map { .init($0) } ?? .value]
    }
}

extension FigureTable.Cell {
    /// Both ends of an interval, empty where it is not known.
    fileprivate static func bounds(_ interval: ClosedRange<Double>?) -> [FigureTable.Cell] {
        [interval.map { .number($0.lowerBound) } ?? .none, interval.map { .number($0.upperBound) } ?? .none]
    }
}

extension ConfusionChart {
    /// A row for each cell: both classes, the count, and its share of the row.
    public var data: FigureData {
        var rows: [[FigureTable.Cell]] = []
        for (truth, row) in zip(classes, counts) {
            let total = row.reduce(0, +)
            for (answer, count) in zip(classes, row) {
                let share: FigureTable.Cell = total > 0 ? .number(Double(count) / Double(total)) : .none
                rows.append([.init(truth), .init(answer), .integer(count), share])
            }
        }
        return FigureData(columns: [.truth, .predicted, .count, .shareOfRow], rows: rows)
    }
}

extension PolarHistogram {
    /// A row for each sector: the angle of its middle in degrees, and what it holds.
    public var data: FigureData {
        let step = 360 / Double(max(1, weights.count))
        return FigureData(
            columns: [.degrees, .weight],
            rows: weights.enumerated().map { [.number(Double($0) * step - 180), .number($1)] })
    }
}

extension LabeledPoints {
    /// A row for each point.
    public var data: FigureData {
        FigureData(
            columns: [.name, xName.map { .init($0) } ?? .x, yName.map { .init($0) } ?? .y, .margin],
            rows: items.map { [.init($0.name), .number($0.x), .number($0.y), .number($0.margin)] })
    }
}

extension ContourTrajectories {
    /// A row for each place that a walk visits, and behind them the landscape, a row for each of its points.
    public var data: FigureData {
        let (x, y) = (xName.map { FigureTable.Column($0) } ?? .x, yName.map { FigureTable.Column($0) } ?? .y)
        let walks = trajectories.flatMap { walk in
            zip(walk.x, walk.y).enumerated().map { step, place in
                [FigureTable.Cell(walk.name), .integer(step), .number(place.0), .number(place.1)]
            }
        }
        func place(_ index: Int, of count: Int, in range: ClosedRange<Double>) -> Double {
            count < 2
                ? range.lowerBound
                : range.lowerBound + Double(index) * (range.upperBound - range.lowerBound) / Double(count - 1)
        }
        let land = heights.enumerated().flatMap { row, heights in
            heights.enumerated().map { column, height in
                [
                    FigureTable.Cell.number(place(column, of: heights.count, in: xRange)),
                    .number(place(row, of: self.heights.count, in: yRange)), .number(height),
                ]
            }
        }
        return FigureData(columns: [.walk, .step, x, y], rows: walks)
            .and(FigureData(columns: [x, y, .altitude], rows: land))
    }
}
