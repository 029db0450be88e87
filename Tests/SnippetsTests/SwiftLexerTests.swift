import Snippets
import TestSupport
import Testing

@Suite("Swift is cut into what a reader tells apart by colour", .limited)
struct SwiftLexerTests {
    func kinds(_ source: String) -> [String] {
        SwiftLexer.tokens(of: source)
            .filter { !$0.text.allSatisfy(\.isWhitespace) }
            .map { "\($0.kind):\($0.text.trimming(while: \.isWhitespace))" }
    }

    @Test("keywords, types, strings, comments and numbers are told apart")
    func kinds() {
        #expect(
            kinds("let x: Float = 0.5 // half")
                == ["keyword:let", "plain:x:", "type:Float", "plain:=", "number:0.5", "comment:// half"])
        #expect(kinds("0..<3") == ["number:0", "plain:..<", "number:3"])
        #expect(kinds("1_000e-3 0xFFp-2") == ["number:1_000e-3", "number:0xFFp-2"])
        #expect(kinds("/* a /* b */ c */ x") == ["comment:/* a /* b */ c */", "plain:x"])
        #expect(kinds("@Test #expect(a)") == ["keyword:@Test", "keyword:#expect", "plain:(a)"])
        #expect(kinds(".zero + image.Self") == ["plain:.zero + image.Self"])
        #expect(kinds("`let` b") == ["plain:`let` b"])
    }

    @Test("strings end where Swift ends them")
    func strings() {
        #expect(kinds(#""a \" b" c"#) == [#"string:"a \" b""#, "plain:c"])
        #expect(kinds(##"#"a " \n"# b"##) == [##"string:#"a " \n"#"##, "plain:b"])
        #expect(
            kinds(#""n = \(count + 1)!""#) == [
                #"string:"n = \"#, "plain:(count +", "number:1", "plain:)", #"string:!""#,
            ])
        #expect(kinds("\"open\nlet") == ["string:\"open", "keyword:let"])
        #expect(kinds("\"\"\"\na \" b\n\"\"\" c") == ["string:\"\"\"\na \" b\n\"\"\"", "plain:c"])
    }

    @Test(
        "the tokens are the source again, also of what is no Swift",
        arguments: [
            "let a = \"x", "\"\\(\"\\(\"", "/* /*", "#\"\"", "\\", "`", "0x", "1e", "é = ñ", "\"\"\"", "a\r\nb", ".",
        ])
    func whole(source: String) {
        #expect(SwiftLexer.tokens(of: source).map(\.text).joined() == source)
    }
}

extension Substring {
    fileprivate func trimming(while holds: (Character) -> Bool) -> Substring {
        let start = drop(while: holds)
        let kept = start.reversed().drop(while: holds).count
        return start.prefix(kept)
    }
}
