import Drawing
import Figures
import Foundation

/// What a reader compares by length and by place.
enum Plots {
    /// Lengths that grow with values from nothing, as bars do: each as long as its value, the longest long enough to
    /// compare others with it.
    static func lengths(_ lengths: [Double], follow values: [Double], atLeast points: Double) -> [Measure] {
        let most = values.map(abs).max() ?? 0
        let longest = lengths.max() ?? 0
        let errors = zip(lengths, values).map { most > 0 ? abs($0 - abs($1) / most * longest) : .infinity }
        return [
            .count(values.count, "bars", lengths.count),
            .atLeast(points, "points of the longest bar", longest),
            .atMost(0.75, "points that a bar is off its value", errors.max() ?? .infinity),
        ]
    }

    /// Places on a line that stand for values, as dots and the ends of curves do: between the lowest and the highest value
    /// lie so many points, and every other value stands where it has to.
    static func places(
        _ places: [Double], follow values: [Double], atLeast points: Double, within tolerance: Double = 0.75
    ) -> [Measure] {
        guard places.count == values.count, let low = values.indices.min(by: { values[$0] < values[$1] }),
            let high = values.indices.max(by: { values[$0] < values[$1] }), values[high] > values[low]
        else {
            let isLevel = places.count == values.count && Set(values).count == 1
            return [
                .count(values.count, "marks", places.count),
                .holds("equal values stand equally high", isLevel && Set(places.map { ($0 * 2).rounded() }).count == 1),
            ]
        }
        let unit = (places[high] - places[low]) / (values[high] - values[low])
        let errors = zip(places, values).map { abs($0 - (places[low] + ($1 - values[low]) * unit)) }
        return [
            .atLeast(points, "points between the lowest and the highest value", abs(places[high] - places[low])),
            .atMost(tolerance, "points that a mark is off its value", errors.max() ?? .infinity),
        ]
    }

    /// How far the nearest two of some places are from each other.
    static func nearest(_ places: [Double]) -> Double {
        let sorted = places.sorted()
        return zip(sorted, sorted.dropFirst()).map { $1 - $0 }.min() ?? 0
    }
}

extension Shown {
    /// Bars that stand on one floor, of a colour, from left to right.
    func bars(_ color: Color, where isMeant: (Rectangle) -> Bool = { _ in true }) -> [Rectangle] {
        let all = fills(color, where: isMeant)
        // The sign in the key is a square of eight points, and stands on no floor.
        return all.filter { abs($0.width - 8) > 0.4 || abs($0.height - 8) > 0.4 }
    }

    /// A chart's bars stand for the values of a column of its table, from zero.
    func barsFollow(
        _ color: Color, column: Int, ofTable table: Int = 0, atLeast points: Double,
        where isMeant: (Rectangle) -> Bool = { _ in true }
    ) throws -> [Measure] {
        Plots.lengths(
            bars(color, where: isMeant).map(\.height), follow: try numbers(column, ofTable: table), atLeast: points)
    }

    /// The lines of a chart reach from the lowest to the highest value of their series, all on one scale.
    ///
    /// - Parameter series: the names of the series in the table, or `nil` for one without a name.
    func curvesFollow(_ curves: [Rectangle], ofTable table: Int = 0, atLeast points: Double) throws -> [Measure] {
        guard tables.indices.contains(table) else { throw NothingToMeasure("there is no table \(table)") }
        var series: [(name: FigureTable.Cell, values: [Double])] = []
        for row in tables[table].rows {
            guard case .number(let value) = row[2], value.isFinite else { continue }
            if series.last?.name != row[0] { series.append((row[0], [])) }
            series[series.count - 1].values.append(value)
        }
        guard series.count == curves.count else {
            return [.count(series.count, "curves", curves.count)]
        }
        let values: [Double] = series.flatMap { line -> [Double] in [line.values.max() ?? 0, line.values.min() ?? 0] }
        return [.count(series.count, "curves", curves.count)]
            + Plots.places(curves.flatMap { [$0.minY, $0.maxY] }, follow: values, atLeast: points)
    }

    /// Numbers that were measured several times: a ring for each at the height of its value, so that the runs can be seen
    /// apart, and a line as high as their mean.
    ///
    /// - Parameter colors: of the series in the table's order.
    func runsFollow(_ colors: [Color], ofTable table: Int = 0, atLeast points: Double) throws -> [Measure] {
        let values = try numbers(2, ofTable: table)
        let rings = colors.flatMap { color in
            strokes(color) { abs($0.width - $0.height) < 0.2 && $0.width > 2.5 && $0.width < 6 }
        }
        var measures = Plots.places(rings.map(\.midY), follow: values, atLeast: points)
        measures.append(.count(values.count, "rings", rings.count))
        let means = colors.flatMap { strokes($0) { $0.width > 9 && $0.height < 3 } }
        guard let runs = try numbers(3, ofTable: table).max().map({ Int($0) + 1 }), rings.count == values.count else {
            return measures
        }
        measures.append(.count(values.count / runs, "lines of means", means.count))
        let heights = stride(from: 0, to: rings.count, by: runs).map { start in
            rings[start..<start + runs].reduce(0) { $0 + $1.midY } / Double(runs)
        }
        let errors = zip(means, heights).map { abs($0.midY - $1) }
        measures.append(.atMost(1, "points that a line is off the mean of its rings", errors.max() ?? .infinity))
        return measures
    }
}
