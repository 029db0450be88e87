import Drawing
import Imaging

/// The colours of figures as tables, three bytes a colour, for pages that draw by themselves.
public enum ColorTables {
    /// Of magnitudes, from zero to the largest.
    public static var magnitudes: [UInt8] { bytes(ColorMap.cividis.table) }

    /// Of values of either sign, zero in the middle: the paper.
    public static func signed(_ theme: Theme) -> [UInt8] {
        bytes(ColorMap.diverging(isDark: theme.isDark, middle: theme.paper).table)
    }

    /// Of angles at their full strength, a degree each: from 0, to the right, clockwise.
    public static var angles: [UInt8] {
        bytes((0..<360).map { AngleColors.color(angle: Double($0) * .pi / 180).pixel })
    }

    private static func bytes(_ pixels: [ColorImage.Pixel]) -> [UInt8] {
        pixels.flatMap { [$0.red, $0.green, $0.blue] }
    }
}
