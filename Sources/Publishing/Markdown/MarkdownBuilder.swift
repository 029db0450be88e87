import CMD4C

/// Builds the tree while md4c walks through a text: one stack of unfinished blocks, one of unfinished lines.
final class MarkdownBuilder {
    /// The text that md4c reads, while it does.
    var source: UnsafeBufferPointer<CChar>?
    /// The first thing that was wrong.
    private(set) var error: MarkdownError?
    /// The finished blocks.
    var result: [Block] { blocks.first ?? [] }

    private let fences: DollarFences
    private var blocks: [[Block]] = [[]]
    private var inlines: [[Inline]] = []
    private var lists: [(start: Int?, items: [[Block]])] = []
    private var grid = Block.Grid()
    private var code: (language: String, text: String)?
    private var targets: [String] = []
    /// How many blocks and spans are unfinished.
    private var depth = 0
    /// Code that walks the tree recurses at every level, and a stack is not endless.
    private static let deepest = 100

    /// - Parameter fences: those around the text's dollar signs; they are taken out again.
    init(_ fences: DollarFences) { self.fences = fences }

    private func descend() {
        depth += 1
        if depth > Self.deepest { fail(.tooDeep(levels: Self.deepest)) }
    }

    // MARK: Blocks

    func enter(_ type: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?) {
        descend()
        flushItem(before: type)
        switch type {
        case MD_BLOCK_UL: lists.append((nil, []))
        case MD_BLOCK_OL:
            let start = detail?.load(as: MD_BLOCK_OL_DETAIL.self).start ?? 1
            lists.append((Int(start), []))
        case MD_BLOCK_LI:
            blocks.append([])
            inlines.append([])
        case MD_BLOCK_QUOTE: blocks.append([])
        case MD_BLOCK_P: inlines.append([])
        case MD_BLOCK_H:
            inlines.append([])
            headingLevel = Int(detail?.load(as: MD_BLOCK_H_DETAIL.self).level ?? 2)
        case MD_BLOCK_CODE:
            let language = detail.map { string($0.load(as: MD_BLOCK_CODE_DETAIL.self).lang) }
            code = (language ?? "", "")
        case MD_BLOCK_TABLE: grid = Block.Grid()
        case MD_BLOCK_TR: row = []
        case MD_BLOCK_TH:
            grid.alignments.append(alignment(detail))
            inlines.append([])
        case MD_BLOCK_TD: inlines.append([])
        default: break
        }
    }

    private var headingLevel = 2
    private var row: [[Inline]] = []

    func leave(_ type: MD_BLOCKTYPE) {
        depth -= 1
        switch type {
        case MD_BLOCK_UL, MD_BLOCK_OL:
            guard let list = lists.popLast() else { return }
            append(.list(start: list.start, items: list.items))
        case MD_BLOCK_LI:
            flushItem(before: type)
            _ = inlines.popLast()
            guard let item = blocks.popLast(), !lists.isEmpty else { return }
            lists[lists.count - 1].items.append(item)
        case MD_BLOCK_QUOTE:
            guard let content = blocks.popLast() else { return }
            append(.note(content))
        case MD_BLOCK_P:
            let content = inlines.popLast() ?? []
            if case .text(let text) = content.first, text.hasPrefix("|") { fail(.strayTable(text)) }
            append(.paragraph(content))
        case MD_BLOCK_H: append(.heading(level: headingLevel, inlines.popLast() ?? []))
        case MD_BLOCK_CODE:
            if let code { append(.code(language: code.language, code.text)) }
            code = nil
        case MD_BLOCK_HR: append(.rule)
        case MD_BLOCK_TH, MD_BLOCK_TD: row.append(inlines.popLast() ?? [])
        case MD_BLOCK_TR: if grid.head.isEmpty { grid.head = row } else { grid.rows.append(row) }
        case MD_BLOCK_TABLE: append(.table(grid))
        default: break
        }
    }

    private func append(_ block: Block) { blocks[blocks.count - 1].append(block) }

    /// In a tight list md4c sends an item's text without a paragraph around it; it is complete when another
    /// block begins or the item ends.
    private func flushItem(before type: MD_BLOCKTYPE) {
        guard type != MD_BLOCK_DOC, !lists.isEmpty, let text = inlines.last, !text.isEmpty else { return }
        append(.plain(text))
        inlines[inlines.count - 1] = []
    }

    private func alignment(_ detail: UnsafeMutableRawPointer?) -> Block.ColumnAlignment {
        switch detail?.load(as: MD_BLOCK_TD_DETAIL.self).align {
        case MD_ALIGN_RIGHT: .trailing
        case MD_ALIGN_CENTER: .centre
        default: .leading
        }
    }

    // MARK: Spans and text

    func enter(_ type: MD_SPANTYPE, _ detail: UnsafeMutableRawPointer?) {
        descend()
        inlines.append([])
        switch type {
        case MD_SPAN_A: targets.append(detail.map { string($0.load(as: MD_SPAN_A_DETAIL.self).href) } ?? "")
        case MD_SPAN_IMG: fail(.image(detail.map { string($0.load(as: MD_SPAN_IMG_DETAIL.self).src) } ?? ""))
        default: break
        }
    }

    func leave(_ type: MD_SPANTYPE) {
        depth -= 1
        let content = inlines.popLast() ?? []
        switch type {
        case MD_SPAN_EM: add(.emphasis(content))
        case MD_SPAN_STRONG: add(.strong(content))
        case MD_SPAN_CODE: add(.code(plain(content)))
        case MD_SPAN_A: add(.link(target: targets.popLast() ?? "", content))
        case MD_SPAN_LATEXMATH: add(.mathematics(plain(content), display: false))
        case MD_SPAN_LATEXMATH_DISPLAY: add(.mathematics(plain(content), display: true))
        default: break
        }
    }

    func add(_ type: MD_TEXTTYPE, _ bytes: UnsafeBufferPointer<CChar>) {
        let text = string(bytes)
        if code != nil {
            code?.text += text
            return
        }
        switch type {
        case MD_TEXT_BR: add(.lineBreak)
        case MD_TEXT_SOFTBR: add(.text("\n"))
        case MD_TEXT_NULLCHAR: add(.text("\u{FFFD}"))
        case MD_TEXT_ENTITY: add(.text(HTMLEntity.decoded(text)))
        case MD_TEXT_NORMAL:
            if let near = strayDollar(in: bytes) { fail(.strayDollar(near: near)) }
            add(.text(text))
        default: add(.text(text))
        }
    }

    private func add(_ inline: Inline) {
        guard let last = inlines.indices.last, inline != .text("") else { return }
        if case .text(let more) = inline, case .text(let text) = inlines[last].last {
            inlines[last][inlines[last].count - 1] = .text(text + more)
        } else {
            inlines[last].append(inline)
        }
    }

    private func plain(_ content: [Inline]) -> String {
        content.map { if case .text(let text) = $0 { text } else { " " } }.joined()
    }

    // MARK: Mistakes

    private func fail(_ error: MarkdownError) { self.error = self.error ?? error }

    /// A dollar sign that md4c took for text, unless a backslash stands before it.
    private func strayDollar(in bytes: UnsafeBufferPointer<CChar>) -> String? {
        let dollar = CChar(UInt8(ascii: "$"))
        guard let index = bytes.firstIndex(of: dollar) else { return nil }
        if index == 0, let start = bytes.baseAddress, let first = source?.baseAddress, start > first,
            start[-1] == CChar(UInt8(ascii: "\\"))
        {
            return strayDollar(in: UnsafeBufferPointer(rebasing: bytes.dropFirst()))
        }
        return String(string(bytes).prefix(40))
    }

    private func string(_ bytes: UnsafeBufferPointer<CChar>) -> String {
        fences.removed(from: bytes)
    }

    /// A text that md4c gives in pieces: plain ones and entities.
    private func string(_ attribute: MD_ATTRIBUTE) -> String {
        guard let text = attribute.text, attribute.size > 0 else { return "" }
        var result = ""
        var piece = 0
        while let offset = attribute.substr_offsets?[piece], offset < attribute.size {
            let end = attribute.substr_offsets[piece + 1]
            let part = string(UnsafeBufferPointer(start: text + Int(offset), count: Int(end - offset)))
            result += attribute.substr_types[piece] == MD_TEXT_ENTITY ? HTMLEntity.decoded(part) : part
            piece += 1
        }
        return result
    }
}
