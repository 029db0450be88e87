/// The sign between units and tenths.
public enum DecimalMark: String, CaseIterable, Codable, Sendable {
    case point, comma

    /// The character itself.
    public var character: String {
        switch self {
        case .point: "."
        case .comma: ","
        }
    }
}
