import Drawing
import Foundation

@testable import Figures

extension Color {
    /// The colour in Oklab, by how light it looks and how it is tinted.
    var look: (lightness: Double, a: Double, b: Double) { oklab }

    /// How different two colours look: 0.02 is just seen where they touch, 1 is from black to white.
    func difference(from other: Color) -> Double {
        let (left, right) = (oklab, other.oklab)
        return hypot(hypot(left.lightness - right.lightness, left.a - right.a), left.b - right.b)
    }
}

extension Shown {
    /// The colours in which values of either sign are drawn: 0 is the deepest blue, 1 the deepest orange.
    func signed(_ share: Double) -> Color { ColorMap.diverging(isDark: false, middle: theme.paper)[share] }

    /// The colours in which values from zero on are drawn.
    func magnitude(_ share: Double) -> Color { ColorMap.cividis[share] }
}

extension Rectangle {
    /// Whether something lies inside, but for the width of a line.
    func encloses(_ other: Rectangle) -> Bool { contains(other, tolerance: 2.5) }
}

extension Point {
    /// How far another point is.
    func distance(to other: Point) -> Double { hypot(x - other.x, y - other.y) }
}
