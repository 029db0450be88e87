import Drawing
import TestSupport
import Testing

@Suite("Text", .limited)
struct TextTests {
    @Test("has digits of one width, so that columns of numbers align")
    func tabularFigures() throws {
        let type = try Typesetter()
        let style = TextStyle(size: 9)
        let widths = try Set((0...9).map { try type.set(String(repeating: "\($0)", count: 4), style).width })
        #expect(widths.count == 1)
    }

    @Test("grows with its size and is not rounded to whole points")
    func scales() throws {
        let type = try Typesetter()
        let small = try type.set("Hamburgefonstiv", TextStyle(size: 8))
        let large = try type.set("Hamburgefonstiv", TextStyle(size: 16))
        #expect(abs(large.width - 2 * small.width) < 0.05)
        #expect(abs(large.height - 2 * small.height) < 0.05)
    }

    @Test("breaks at the width given and stays within it")
    func wraps() throws {
        let type = try Typesetter()
        let text = try type.set("one two three four five six seven", TextStyle(size: 10), width: 60)
        #expect(text.lines > 1)
        #expect(text.width <= 60.01)
        #expect(!text.breaksWords, "every line ends with a word")
    }

    @Test("a word that is wider than its line goes on in the next one, and that is told")
    func brokenWord() throws {
        let type = try Typesetter()
        let text = try type.set("one convolutional two", TextStyle(size: 10), width: 40)
        #expect(text.lines > 3 && text.breaksWords)
        #expect(try !type.set("convolutional", TextStyle(size: 10)).breaksWords, "a single line breaks nothing")
    }

    @Test(
        "can write what numbers, formulas and Spanish need",
        arguments: ["12\u{202F}345", "−4.5 × ∑ √ ≈ ∞ → θ ° …", "¿Qué señal?"])
    func glyphs(text: String) throws {
        let set = try Typesetter().set(text, TextStyle(size: 9))
        #expect(set.width > 0)
        #expect(set.text == text)
    }

    @Test("names the characters that no font can draw")
    func missingGlyph() throws {
        let type = try Typesetter()
        #expect(throws: DrawingError.missingGlyphs(text: "a\u{10FFFD}b\u{10FFFD}", characters: ["\u{10FFFD}"])) {
            try type.set("a\u{10FFFD}b\u{10FFFD}", TextStyle(size: 9))
        }
    }

    @Test("stands where its anchor says, and inside its frame", arguments: [72, 200])
    func anchors(dpi: Int) throws {
        let type = try Typesetter()
        let text = try type.set("HxH", TextStyle(size: 20))
        for anchor in [Anchor.topLeading, .center, .topTrailing, Anchor(.leading, .baseline), .bottom] {
            let canvas = try Canvas(page: Size(width: 200, height: 100), dpi: dpi)
            canvas.draw(text, at: Point(100, 50), anchor, color: .black)
            let frame = try #require(canvas.transcript?.labels.first?.frame)
            #expect(try frame.contains(canvas.inkFrame(dpi: dpi), tolerance: 0.5))
        }
    }

    @Test("turned a quarter back reads upwards, with glyphs turned too", arguments: [72, 144])
    func turned(dpi: Int) throws {
        let type = try Typesetter()
        let text = try type.set("IIIIIIIIIIII", TextStyle(size: 12))
        let canvas = try Canvas(page: Size(width: 100, height: 200), dpi: dpi)
        canvas.draw(text, at: Point(50, 100), .center, color: .clear)
        canvas.draw(text, at: Point(50, 100), .center, color: .black, turned: -.pi / 2)
        let ink = try canvas.inkFrame(dpi: dpi)
        #expect(ink.width < 10.5 && ink.width > 7)
        #expect(ink.height > 0.8 * text.width)
    }

    @Test("gives the same bytes on every run")
    func deterministic() throws {
        func bytes() throws -> [UInt8] {
            let canvas = try Canvas(page: Size(width: 120, height: 40), dpi: 200)
            canvas.draw(try Typesetter().set("0.9907 → 99,07 %", TextStyle(size: 9.5)), at: Point(3, 20), color: .black)
            return try canvas.image().pixels
        }
        #expect(try bytes() == bytes())
    }
}

extension Canvas {
    /// The smallest frame, in points, that holds every pixel drawn on.
    func inkFrame(dpi: Int) throws -> Rectangle {
        let image = try image()
        let page = Double(dpi) / 72
        var (left, top, right, bottom) = (Int.max, Int.max, 0, 0)
        for row in 0..<image.height {
            for column in 0..<image.width where image[row, column].alpha > 0 {
                (left, right) = (min(left, column), max(right, column + 1))
                (top, bottom) = (min(top, row), max(bottom, row + 1))
            }
        }
        return Rectangle(
            x: Double(left) / page, y: Double(top) / page, width: Double(right - left) / page,
            height: Double(bottom - top) / page)
    }
}
