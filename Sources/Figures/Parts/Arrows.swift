import Drawing
import Platform

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
