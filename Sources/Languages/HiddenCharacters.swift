extension StringProtocol {
    /// The first character that nobody sees and that changes what is seen: a control, a line's end, or one that turns the
    /// direction of what follows; nil where there is none. Joiners and marks of direction are part of some scripts.
    public var hidden: Unicode.Scalar? { unicodeScalars.first { $0.isHidden } }

    /// Whether all of it is seen as it is.
    public var isReadable: Bool { hidden == nil }
}

extension Unicode.Scalar {
    /// Zero-width joiners, and the marks of direction that stand alone (Unicode Standard Annex 9, section 2.6).
    private static let harmless: Set<UInt32> = [0x200C, 0x200D, 0x200E, 0x200F, 0x061C]

    fileprivate var isHidden: Bool {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: true
        case .format: !Self.harmless.contains(value)
        default: false
        }
    }

    /// `U+202E`.
    public var codePoint: String {
        let digits = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
