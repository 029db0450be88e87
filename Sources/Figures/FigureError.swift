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
        }
    }
}
