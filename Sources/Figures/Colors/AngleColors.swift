import Drawing

/// Colours for directions: the hue goes once round the circle at one lightness and one strength, so no
/// direction stands out; a weak direction is dark.
public enum AngleColors {
    static let lightness = 0.74
    static let chroma = 0.115

    /// The colour of an angle in radians, at a strength from 0 (black) to 1.
    public static func color(angle: Double, strength: Double = 1) -> Color {
        guard angle.isFinite, strength.isFinite else { return .clear }
        let share = min(1, max(0, strength))
        return Color(
            lightness: lightness * share, chroma: chroma * share, hue: angle * 180 / .pi + 30)
    }

    /// The grey of an angle where there are no hues: darkest just behind half a turn back, lightest just before half
    /// a turn on. Greys can't close the circle; the wheel beside the map shows where they break.
    static func gray(angle: Double, strength: Double = 1) -> Color {
        guard angle.isFinite, strength.isFinite else { return .clear }
        let turn = (angle + .pi) / (2 * .pi)
        let share = turn - turn.rounded(.down)
        return Color(lightness: (0.3 + 0.66 * share) * min(1, max(0, strength)), chroma: 0, hue: 0)
    }
}
