/// Makes every md4c read dollar signs alike. Before 0.5 any of them might open or close mathematics; since then only one
/// beside white space or punctuation does. So each gets a fence on both sides that counts as punctuation. The sign is
/// punctuation itself, so nothing else changes for its neighbours.
enum DollarFences {
    /// U+10101, AEGEAN WORD SEPARATOR DOT: punctuation that prose about convolution has no use for.
    private static let fence: [UInt8] = [0xF0, 0x90, 0x84, 0x81]

    /// The text with a fence on both sides of every run of dollar signs. One behind a backslash is text anyway.
    static func raised(in text: String) -> [UInt8] {
        var result: [UInt8] = []
        var (isEscaped, isInside) = (false, false)
        for byte in text.utf8 {
            let isSign = byte == UInt8(ascii: "$") && !isEscaped
            if isSign != isInside { result += fence }
            isInside = isSign
            result.append(byte)
            isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
        }
        return isInside ? result + fence : result
    }

    /// What md4c gives back, without them.
    static func removed(from bytes: UnsafeBufferPointer<CChar>) -> String {
        var result = bytes.map(UInt8.init(bitPattern:))
        for index in result.indices.reversed() where result[index...].starts(with: fence) {
            result.removeSubrange(index..<index + fence.count)
        }
        return String(decoding: result, as: UTF8.self)
    }
}
