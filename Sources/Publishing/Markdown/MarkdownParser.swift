import CMD4C

/// CommonMark 0.31 with tables and `$…$`, read by md4c into a tree. Raw HTML is text.
enum MarkdownParser {
    /// The blocks of a text.
    ///
    /// - Throws: ``MarkdownError`` for images and for dollar signs that are no mathematics.
    static func blocks(_ text: String) throws(MarkdownError) -> [Block] {
        let fences = DollarFences(for: text)
        let builder = MarkdownBuilder(fences)
        var parser = MD_PARSER()
        parser.flags = UInt32(
            MD_FLAG_TABLES | MD_FLAG_LATEXMATHSPANS | MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_NOHTMLBLOCKS
                | MD_FLAG_NOHTMLSPANS)
        parser.enter_block = { type, detail, builder in MarkdownParser.relay(builder) { $0.enter(type, detail) } }
        parser.leave_block = { type, _, builder in MarkdownParser.relay(builder) { $0.leave(type) } }
        parser.enter_span = { type, detail, builder in MarkdownParser.relay(builder) { $0.enter(type, detail) } }
        parser.leave_span = { type, _, builder in MarkdownParser.relay(builder) { $0.leave(type) } }
        parser.text = { type, text, size, builder in
            MarkdownParser.relay(builder) { $0.add(type, UnsafeBufferPointer(start: text, count: Int(size))) }
        }
        // md4c looks for the end of a link one byte behind a text that ends within it: let that be the end of the line.
        let source = (fences.raised + [UInt8(ascii: "\n")]).map(CChar.init(bitPattern:))
        let status = source.withUnsafeBufferPointer { buffer in
            builder.source = buffer
            defer { builder.source = nil }
            guard let start = buffer.baseAddress else { return Int32(0) }
            return withExtendedLifetime(builder) {
                md_parse(start, MD_SIZE(buffer.count), &parser, Unmanaged.passUnretained(builder).toOpaque())
            }
        }
        if let error = builder.error { throw error }
        guard status == 0 else { throw .parserFailed(code: Int(status)) }
        return builder.result
    }

    /// One line of text: a caption, a cell of a table. Nothing at its start makes it a list or a heading.
    static func line(_ text: String) throws(MarkdownError) -> [Inline] {
        if text.allSatisfy(\.isWhitespace) { return [] }
        // Blocks are recognised by what a line starts with: a word joiner in front, and it is a paragraph.
        let joiner = "\u{2060}"
        let oneLine = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        let blocks = try blocks(joiner + oneLine)
        guard blocks.count == 1, case .paragraph(var inlines) = blocks[0] else { throw .notOneLine(text) }
        if case .text(let first) = inlines.first {
            inlines[0] = .text(String(String.UnicodeScalarView(first.unicodeScalars.dropFirst())))
        }
        return inlines
    }

    /// Hands a callback to the builder that md4c carries along, and stops md4c once something is wrong.
    private static func relay(_ context: UnsafeMutableRawPointer?, _ call: (MarkdownBuilder) -> Void) -> Int32 {
        guard let context else { return 1 }
        let builder = Unmanaged<MarkdownBuilder>.fromOpaque(context).takeUnretainedValue()
        call(builder)
        return builder.error == nil ? 0 : 1
    }
}
