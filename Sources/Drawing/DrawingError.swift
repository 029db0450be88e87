/// What can go wrong while drawing.
public enum DrawingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Cairo can't make a surface this large: each side is at least 1 and at most 32,767 pixels.
    case surfaceSize(width: Int, height: Int)
    /// Characters that no installed font can draw.
    case missingGlyphs(text: String, characters: [Character])
    /// The drawing can't be turned into pixels or a document of this kind.
    case wrongSurface(expected: String)
    /// Cairo reported an error; from then on it had ignored everything drawn.
    case cairo(doing: String, message: String)
    /// A number to be drawn is infinite or not a number.
    case notFinite(what: String)

    /// What can't be drawn, why, and what to do, in a sentence or two.
    public var description: String {
        switch self {
        case .surfaceSize(let width, let height):
            "A drawing or picture of \(width) x \(height) pixels is impossible: each side must be 1 to 32,767. "
                + "Choose fewer dots per inch or a smaller width."
        case .missingGlyphs(let text, let characters):
            "No installed font can draw \(characters.map { "“\($0)”\(Self.code(of: $0))" }.joined(separator: ", ")) "
                + "in “\(text)”. Install fonts-inter or fonts-dejavu-core, or reword the text."
        case .wrongSurface(let expected):
            "This drawing is not \(expected)."
        case .cairo(let doing, let message):
            "Cairo failed while \(doing): \(message)."
        case .notFinite(let what):
            "\(what) is infinite or not a number and can't be drawn. Check the computation before it."
        }
    }

    private static func code(of character: Character) -> String {
        let codes = character.unicodeScalars.map { scalar in
            let hex = String(scalar.value, radix: 16, uppercase: true)
            return "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
        }
        return " (" + codes.joined(separator: " ") + ")"
    }
}
