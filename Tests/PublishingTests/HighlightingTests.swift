import TestSupport
import Testing

@testable import Publishing

@Suite("Swift is coloured when the page is made", .limited)
struct HighlightingTests {
    @Test("every line has its number, and a comment over two lines is coloured on both")
    func lines() {
        let lines = CodeHighlighter.numberedLines("/* a\nb */\nx < y\n", from: 9).joined(separator: "\n").markup
        #expect(
            lines == """
                <span class="line" data-line="9"><span class="comment">/* a</span></span>
                <span class="line" data-line="10"><span class="comment">b */</span></span>
                <span class="line" data-line="11">x &lt; y</span>
                """)
    }
}
