/// A language that the course is written in.
public enum Language: String, CaseIterable, Codable, Sendable, Comparable {
    case en, es

    /// The language's name in that language, as a reader who looks for it writes it.
    public var endonym: String { rules.endonym }

    /// By code, so that lists of languages have one order.
    public static func < (left: Language, right: Language) -> Bool { left.rawValue < right.rawValue }
}

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
