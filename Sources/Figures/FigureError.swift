/// Why a figure can't be drawn.
public enum FigureError: Error, Hashable, Sendable, CustomStringConvertible {
    /// There is nothing to draw.
    case empty(figure: String, what: String)
    /// Two things that belong together have different counts.
    case mismatch(figure: String, what: String, expected: Int, got: Int)
    /// A number that has to be drawn is infinite or not a number.
    case notFinite(figure: String, what: String)
    /// A number lies where it can't.
    case outOfRange(figure: String, what: String, value: Double)
    /// The page is too narrow for what stands side by side; both widths in points.
    case tooNarrow(points: Double, needed: Double)
    /// At no width can the figure be read in a box of this name.
    case misfit(box: String)

    /// What can't be drawn, why, and what to do, in a sentence or two.
    public var description: String {
        switch self {
        case .empty(let figure, let what):
            "\(figure) has no \(what) to draw. Give it at least one."
        case .mismatch(let figure, let what, let expected, let got):
            "\(figure) needs \(expected) \(what) but got \(got)."
        case .notFinite(let figure, let what):
            "\(figure) can't draw \(what): a number is infinite or not a number. Check the computation before it."
        case .outOfRange(let figure, let what, let value):
            "\(figure) can't draw \(what): \(value) lies outside of what it may be."
        case .tooNarrow(let points, let needed):
            "A page \(Self.millimetres(points)) mm wide is too narrow for the figure, which needs "
                + "\(Self.millimetres(needed)) mm. Ask for more width."
        case .misfit(let box):
            "No arrangement of the figure can be read in a box of \(box). Ask for a larger one, or for a --width."
        }
    }

    /// A length in points as whole millimetres, rounded up.
    public static func millimetres(_ points: Double) -> Int {
        Int(max(0, min(1e6, (points / 72 * 25.4 - 1e-6).rounded(.up))))
    }
}
