/// Makes every md4c read dollar signs alike. Before 0.5 any of them might open or close mathematics; since then only one
/// beside white space or punctuation does. So each gets a fence on both sides that counts as punctuation. The sign is
/// punctuation itself, so nothing else changes for its neighbours.
struct DollarFences {
    /// Punctuation of scripts that nobody writes any more: Aegean, cuneiform, Kharoshthi. One that a text does not hold
    /// can be taken out of it again.
    private static let candidates: [ClosedRange<UInt32>] = [
        0x10100...0x10102, 0x12470...0x12473, 0x10A50...0x10A57, 0x1091F...0x1091F, 0x1093F...0x1093F,
    ]

    /// The bytes of the fence; empty for a text that needs none.
    private let fence: [UInt8]
    private let text: String

    /// Fences for a text. One that holds all of the candidates is read as it is.
    init(for text: String) {
        self.text = text
        guard text.utf8.contains(UInt8(ascii: "$")) else {
            fence = []
            return
        }
        let held = Set(text.unicodeScalars.map(\.value).filter { $0 > 0xFFFF })
        let free = Self.candidates.joined().first { !held.contains($0) }
        fence = free.flatMap(Unicode.Scalar.init).map { Array(String($0).utf8) } ?? []
    }

    /// The text with a fence on both sides of every run of dollar signs. One behind a backslash is text anyway.
    var raised: [UInt8] {
        guard !fence.isEmpty else { return Array(text.utf8) }
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
    func removed(from bytes: UnsafeBufferPointer<CChar>) -> String {
        var result = bytes.map(UInt8.init(bitPattern:))
        guard !fence.isEmpty else { return String(decoding: result, as: UTF8.self) }
        for index in result.indices.reversed() where result[index...].starts(with: fence) {
            result.removeSubrange(index..<index + fence.count)
        }
        return String(decoding: result, as: UTF8.self)
    }
}
