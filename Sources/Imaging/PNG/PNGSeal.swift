import CPNG

extension PNG {
    /// The file with one more text, as its last chunk before the end. Nothing else changes.
    ///
    /// - Returns: the file as it was where it does not end as PNG files do.
    /// - Throws: ``PNGError/badText(keyword:reason:)``.
    public static func adding(_ keyword: String, _ text: String, to file: [UInt8]) throws(PNGError) -> [UInt8] {
        let chunk = try TextChunk(keyword, text)
        guard file.count > end.count, file.suffix(end.count).elementsEqual(end), !chunk.isInternational else {
            return file
        }
        let content = chunk.keyword + [0] + chunk.text
        let named = Array("tEXt".utf8) + content
        let crc = named.withUnsafeBufferPointer { cpng_crc($0.baseAddress, $0.count) }
        return Array(file.dropLast(end.count)) + bigEndian(UInt32(content.count)) + named + bigEndian(crc) + end
    }

    /// What ``adding(_:_:to:)`` has put in under a keyword, and the file without it; `nil` where the last chunk is
    /// another.
    public static func last(_ keyword: String, of length: Int, in file: [UInt8]) -> (text: String, rest: [UInt8])? {
        let content = keyword.utf8.count + 1 + length
        let start = file.count - end.count - 12 - content
        guard start > 8, file.suffix(end.count).elementsEqual(end) else { return nil }
        let text = String(decoding: file[(start + 9 + keyword.utf8.count)..<(start + 8 + content)], as: UTF8.self)
        let rest = Array(file[..<start]) + end
        guard let again = try? adding(keyword, text, to: rest), again == file else { return nil }
        return (text, rest)
    }

    /// The last chunk of every PNG file.
    private static let end: [UInt8] = [0, 0, 0, 0] + Array("IEND".utf8) + [0xAE, 0x42, 0x60, 0x82]

    private static func bigEndian(_ number: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }
}
