/// The character references of HTML that prose has a use for. Everything else is easier typed.
enum HTMLEntity {
    private static let named: [String: String] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "thinsp": "\u{2009}",
        "shy": "\u{AD}", "ndash": "–", "mdash": "—", "hellip": "…", "times": "×", "middot": "·", "copy": "©",
    ]

    /// The text that a reference stands for; an unknown reference stands for itself.
    static func decoded(_ reference: String) -> String {
        let name = reference.dropFirst().dropLast()
        if let text = named[String(name)] { return text }
        guard name.hasPrefix("#") else { return reference }
        let digits = name.dropFirst()
        let isHexadecimal = digits.first == "x" || digits.first == "X"
        let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        guard let value, value != 0, let scalar = Unicode.Scalar(value) else { return "\u{FFFD}" }
        return String(scalar)
    }
}
