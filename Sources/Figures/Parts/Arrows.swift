import Drawing
import Foundation

extension Canvas {
    /// A straight arrow with a filled head.
    func arrow(from start: Point, to end: Point, _ color: Color, width: Double = 1, head: Double = 4) {
        let along = end - start
        let length = (along.x * along.x + along.y * along.y).squareRoot()
        guard length > 0 else { return }
        let size = min(head, length)
        let unit = along * (1 / length)
        let side = Point(-unit.y, unit.x)
        let base = end - unit * size
        if length > size { stroke(Path([start, base]), color, Stroke(width: width)) }
        fill(Path([end, base + side * (size * 0.45), base - side * (size * 0.45)], closed: true), color)
    }
}

/// Pushes labels apart along a line until none covers another.
enum LabelSpread {
    /// - Parameters:
    ///   - centers: where the labels would like to be.
    ///   - extents: how much room each takes.
    ///   - limits: what they have to stay within, if there is room at all.
    /// - Returns: where each goes, in the order given.
    static func places(_ centers: [Double], extents: [Double], within limits: ClosedRange<Double>) -> [Double] {
        let order = centers.indices.sorted { (centers[$0], $0) < (centers[$1], $1) }
        var places = centers
        var floor = limits.lowerBound
        for index in order {
            places[index] = max(places[index], floor + extents[index] / 2)
            floor = places[index] + extents[index] / 2
        }
        var ceiling = limits.upperBound
        for index in order.reversed() {
            places[index] = min(places[index], ceiling - extents[index] / 2)
            ceiling = places[index] - extents[index] / 2
        }
        return places
    }
}
