import Drawing

extension Canvas {
    /// Fills an area that a reader compares with others, in its role's colour. Without hues it has its role's hatch
    /// and an outline; too narrow for that, it is filled with ink.
    func fillArea(_ frame: Rectangle, _ role: Role, _ theme: Theme) {
        guard case .hatch(let hatch) = theme.fill(role), frame.width > 4 else {
            return fill(frame, theme.color(role))
        }
        fill(Path(frame), .hatch(hatch))
        if frame.height > 1.2 { stroke(Path(frame.inset(0.3)), hatch.ink, width: 0.6) }
    }
}
