import Drawing
import Imaging

/// Colours along a scale from 0 to 1: fixed points, and straight lines in sRGB between them.
public struct ColorMap: Hashable, Sendable {
    private let points: [GradientStop]
    /// The last place of `table`.
    let last: Int

    /// - Precondition: at least one point, their shares rising from 0 to 1.
    public init(_ points: [GradientStop]) {
        self.init(points, last: Self.lastOfPalette)
    }

    private init(_ points: [GradientStop], last: Int) {
        precondition(!points.isEmpty, "a colour map without a colour")
        self.last = last
        self.points = points
    }

    /// The colour at a share of the scale; beyond the ends it stays that of the end. NaN is clear.
    public subscript(share: Double) -> Color {
        guard !share.isNaN else { return .clear }
        guard let above = points.firstIndex(where: { $0.share >= share }) else { return points[points.count - 1].color }
        guard above > 0 else { return points[0].color }
        let (low, high) = (points[above - 1], points[above])
        return low.color.mixed(with: high.color, share: (share - low.share) / (high.share - low.share))
    }

    /// The colours at equal steps.
    var table: [ColorImage.Pixel] {
        (0...last).map { self[Double($0) / Double(last)].pixel }
    }

    /// As many places as a PNG's palette has, but for one: with an odd count the middle of the scale has one of its own.
    private static let lastOfPalette = 254
    /// Twice as many steps as there are greys of eight bits, so that each of them is met.
    private static let lastOfGreys = 510

    /// From black to white.
    public static let gray = ColorMap([GradientStop(0, .black), GradientStop(1, .white)], last: lastOfGreys)

    /// From white to black: as much ink as there is of something.
    static let inkOnPaper = ColorMap([GradientStop(0, .white), GradientStop(1, .black)], last: lastOfGreys)

    /// Blue through the paper to orange. Both ends are equally light and equally strong, so neither sign
    /// weighs more; the middle is exactly `middle`.
    public static func diverging(isDark: Bool, middle: Color) -> ColorMap {
        let (lightness, chroma) = isDark ? (0.76, 0.12) : (0.5, 0.125)
        let blue = Color(lightness: lightness, chroma: chroma, hue: 255)
        let orange = Color(lightness: lightness, chroma: chroma, hue: 50)
        let steps = 8
        let below = (0..<steps).map { step in
            let share = Double(step) / Double(steps)
            return GradientStop(share / 2, blue.mixedEvenly(with: middle, share: share))
        }
        let above = (1...steps).map { step in
            let share = Double(step) / Double(steps)
            return GradientStop(0.5 + share / 2, middle.mixedEvenly(with: orange, share: share))
        }
        return ColorMap(below + [GradientStop(0.5, middle)] + above)
    }

    /// Intensities of a picture that is looked into: black is the deepest blue, white is nearly paper.
    static func intensities(_ theme: Theme) -> ColorMap {
        let dark = Color(lightness: 0.3, chroma: 0.09, hue: 255)
        let light = Color(lightness: 0.96, chroma: 0.02, hue: 255)
        return ColorMap(
            (0...8).map { step in
                let share = Double(step) / 8
                return GradientStop(share, dark.mixedEvenly(with: light, share: share))
            })
    }
}

extension Color {
    /// The colour as a pixel.
    var pixel: ColorImage.Pixel {
        let (red, green, blue, alpha) = bytes
        return ColorImage.Pixel(red: red, green: green, blue: blue, alpha: alpha)
    }
}
