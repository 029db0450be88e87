import Drawing
import Foundation

/// An axis with its numbers, as a reader uses it: what stands beside a number has that value.
struct ReadAxis {
    /// The numbers and where their middles are, from the top.
    let ticks: [(value: Double, y: Double)]

    /// The value at a height, between the numbers and a little beyond.
    func value(at y: Double) -> Double {
        guard let top = ticks.first, let foot = ticks.last, top.y != foot.y else { return .nan }
        return top.value + (y - top.y) / (foot.y - top.y) * (foot.value - top.value)
    }

    /// Marks stand at the heights of their values: read off, none is off by more than a hundredth of the axis.
    func reads(_ values: [Double], at heights: [Double], within share: Double = 0.012) -> [Measure] {
        let extent = abs((ticks.first?.value ?? 0) - (ticks.last?.value ?? 0))
        let errors = zip(values, heights).map { abs($0 - value(at: $1)) / extent }
        return [
            .count(values.count, "marks", heights.count),
            .atMost(share, "share of the axis that a mark is off its value", errors.max() ?? .infinity),
        ]
    }
}

extension Shown {
    /// The vertical axes from left to right: numbers under each other that end at one line and fall from top to bottom.
    var axes: [ReadAxis] {
        let numbers = labels.compactMap { label in
            Double(label.text.plainNumber).map { (value: $0, frame: label.frame) }
        }
        let columns = Dictionary(grouping: numbers) { ($0.frame.maxX * 2).rounded() }
        return columns.sorted { $0.key < $1.key }.compactMap { column in
            let ticks = column.value.map { (value: $0.value, y: $0.frame.midY) }.sorted { $0.y < $1.y }
            let isFalling = zip(ticks, ticks.dropFirst()).allSatisfy { $0.value > $1.value }
            return ticks.count > 1 && isFalling ? ReadAxis(ticks: ticks) : nil
        }
    }

    /// One of the vertical axes.
    ///
    /// - Throws: where there are fewer.
    func axis(_ index: Int) throws -> ReadAxis {
        guard axes.indices.contains(index) else { throw NothingToMeasure("there is no vertical axis \(index)") }
        return axes[index]
    }
}
