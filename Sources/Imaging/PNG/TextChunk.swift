import CPNG

/// A keyword and a text as PNG stores them: `tEXt` in Latin-1, `iTXt` in UTF-8 for what Latin-1 lacks.
struct TextChunk {
    let keyword: [UInt8]
    let text: [UInt8]
    let isInternational: Bool

    init(_ keyword: String, _ text: String) throws(PNGError) {
        guard let name = Self.latin1(keyword), (1...79).contains(name.count) else {
            throw .badText(keyword: keyword, reason: "a keyword has 1 to 79 characters of Latin-1")
        }
        guard name.allSatisfy({ (32...126).contains($0) || $0 >= 161 }),
            name.first != 32, name.last != 32, !keyword.contains("  ")
        else {
            throw .badText(
                keyword: keyword, reason: "a keyword has no control characters and no spaces outside or doubled")
        }
        guard !text.utf8.contains(0) else {
            throw .badText(keyword: keyword, reason: "the text holds the character 0, which ends it")
        }
        self.keyword = name
        let plain = Self.latin1(text)
        self.text = plain ?? Array(text.utf8)
        isInternational = plain == nil
    }

    /// The text in Latin-1, or `nil` where it needs more. Of the control characters, PNG allows the line feed.
    private static func latin1(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            guard scalar.value == 10 || (32...126).contains(scalar.value) || (160...255).contains(scalar.value)
            else { return nil }
            bytes.append(UInt8(scalar.value))
        }
        return bytes
    }

    /// Lends the chunks to C, each keyword and text ended by a zero.
    static func withPointers<Result>(
        to chunks: [TextChunk], _ body: (UnsafeBufferPointer<cpng_text>) -> Result
    ) -> Result {
        var storage: [CChar] = []
        var starts: [(keyword: Int, text: Int)] = []
        for chunk in chunks {
            let start = storage.count
            storage += (chunk.keyword + [0]).map(CChar.init(bitPattern:))
            starts.append((start, storage.count))
            storage += (chunk.text + [0]).map(CChar.init(bitPattern:))
        }
        return storage.withUnsafeBufferPointer { buffer in
            let texts = zip(chunks, starts).map { chunk, start in
                cpng_text(
                    keyword: buffer.baseAddress.map { $0 + start.keyword },
                    text: buffer.baseAddress.map { $0 + start.text },
                    international: chunk.isInternational ? 1 : 0)
            }
            return texts.withUnsafeBufferPointer(body)
        }
    }
}
