/// How far the computation of a unit is.
public enum UnitEvent: Sendable {
    case began(String)
    /// A training moved on; the share of it that is done, 0 to 1.
    case moved(String, share: Double)
    case ended(String)
}
