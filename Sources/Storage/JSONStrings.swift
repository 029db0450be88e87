/// Whether the strings of a JSON text are what RFC 8259, section 7, takes for strings.
///
/// A decoder would say so itself, but Foundation's in Swift 6.0 ends the program where a key holds a control character, an
/// escape that there is not, or half a character.
enum JSONStrings {
    /// What is wrong with the first string that is not valid; nil where all are. Other faults of the text are left to the
    /// decoder.
    static func fault(in bytes: [UInt8]) -> String? {
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "\"") else {
                index += 1
                continue
            }
            index += 1
            if let fault = readString(bytes, &index) { return fault }
        }
        return nil
    }

    /// Reads on from behind the first quotation mark to behind the last one.
    private static func readString(_ bytes: [UInt8], _ index: inout Int) -> String? {
        /// Whether the first half of a character came just before.
        var isOpen = false
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\\") {
                guard let (unit, length) = escape(bytes[index...].dropFirst()) else {
                    return "an escape that there is not in JSON"
                }
                let isSecond = unit.map { (0xDC00..<0xE000).contains($0) } ?? false
                guard isSecond == isOpen else { return half }
                isOpen = unit.map { (0xD800..<0xDC00).contains($0) } ?? false
                index += 1 + length
                continue
            }
            if isOpen { return half }
            if byte == UInt8(ascii: "\"") {
                index += 1
                return nil
            }
            if byte < 0x20 { return "a control character within a string" }
            index += 1
        }
        return isOpen ? half : "a string that never ends"
    }

    private static let half = "half a character: a surrogate without the other"

    /// The number of `u0041`, or nil for the short escapes, and how long the escape is behind its backslash; nil for what is
    /// no escape.
    private static func escape(_ rest: ArraySlice<UInt8>) -> (unit: UInt16?, length: Int)? {
        guard let sign = rest.first else { return nil }
        if "\"\\/bfnrt".utf8.contains(sign) { return (nil, 1) }
        let digits = rest.dropFirst().prefix(4)
        guard sign == UInt8(ascii: "u"), digits.count == 4,
            digits.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }),
            let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
        else { return nil }
        return (unit, 5)
    }
}
