import Languages
import TestSupport
import Testing

@testable import Publishing

@Suite("Messages and md4c agree what code and mathematics are", .limited)
struct MessageSpansTests {
    @Test(
        "what a message keeps as code or mathematics is what readers see as such",
        arguments: [
            "a $x$ b `c` $$d$$", "\\$a$ b$", "$a \\$ b$", "$a`$`b$", "`` a ` b `` ` c", "a $b\nc$ d", "> $a\n> b$ c",
            "```\n$a$ `b`\n```\n$c$", "a\n~~~ x\n`\n~~~\n`b`", "``` a`b\nc```", "$ a $", "a$b$c", "\\`a`b`",
            "- `a\n- b` $c$", "# `a\n` $b$", "1. `a\n2. `b`", "| $a$ | `b` |\n| --- | --- |\n| `c` | $d$ |",
            "- ```\n  `a\n  ```\n- `b` $c$", "1. ~~~ x\n   $a\n   ~~~\n\n   $c$", "a - ``` b\n` ``` $c$",
            "`a\n\n`b` $c$", "a `$` b $c$",
        ])
    func agree(source: String) throws {
        let message = try Message(source, dialect: .markdown)
        let kept = message.literals.filter { $0.kind != .text }.map { Self.content(of: $0.text) }
        let spans = Self.spans(in: try MarkdownParser.blocks(source))
        #expect(kept == spans)
    }

    /// Texts made of all that matters. Those with a dollar sign that stands alone are refused by themselves.
    @Test("also in texts that nobody would write", arguments: UInt64(0)..<8)
    func unlikely(seed: UInt64) throws {
        var state = seed
        func next(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        let pieces = [
            "a", "b", " ", "$", "$$", "$c$", "$$d\n$$", "$`$`$", "`", "``", "`e`", "\\", "\n", "\n\n", "\n- ", "\n# ",
            ".",
        ]
        var compared = 0
        for _ in 0..<500 {
            let source = "x" + (0..<(1 + next(10))).map { _ in pieces[next(pieces.count)] }.joined()
            // A fence in an item of a list that nobody closes ends with the item; messages read on, to the braces' end.
            if source.contains("- ```") { continue }
            guard let blocks = try? MarkdownParser.blocks(source) else { continue }
            compared += 1
            let message = try Message(source, dialect: .markdown)
            let kept = message.literals.filter { $0.kind != .text }.map { Self.content(of: $0.text) }
            #expect(kept == Self.spans(in: blocks), "\(source.debugDescription)")
        }
        #expect(compared > 200)
    }

    /// A span without white space and the signs around it, of which Markdown takes some away.
    private static func content(of span: String) -> String { span.filter { !$0.isWhitespace && !"`~$>".contains($0) } }

    private static func spans(in blocks: [Block]) -> [String] {
        blocks.flatMap { block -> [String] in
            switch block {
            case .paragraph(let inlines), .plain(let inlines), .heading(_, let inlines): spans(in: inlines)
            case .list(_, let items): items.flatMap { spans(in: $0) }
            case .note(let blocks): spans(in: blocks)
            case .code(let language, let text): [content(of: language + text)]
            case .rule: []
            case .table(let grid): (grid.head + grid.rows.flatMap { $0 }).flatMap { spans(in: $0) }
            }
        }
    }

    private static func spans(in inlines: [Inline]) -> [String] {
        inlines.flatMap { inline -> [String] in
            switch inline {
            case .emphasis(let inner), .strong(let inner), .link(_, let inner): spans(in: inner)
            case .code(let text), .mathematics(let text, _): [content(of: text)]
            case .text, .lineBreak: []
            }
        }
    }
}
