import Testing

@testable import Publishing

@Suite("Figures in lines and curves stand in a page")
struct DrawingTests {
    func markup(_ light: [UInt8], _ dark: [UInt8]? = nil) throws -> (drawing: String, parts: String) {
        var shared = SharedParts()
        let drawing = try ThemedDrawing(named: "a", light: light, dark: dark)
        let markup = shared.markup(of: drawing, size: (684, 380), alternative: "a \"b\" <c>")
        return (markup.markup, shared.markup.markup)
    }

    @Test("colours that differ are said once for each scheme; the paper is left to the page")
    func colours() throws {
        let (drawing, _) = try markup(
            Sample.svg(paper: "rgb(99%,98%,97%)", ink: "rgb(0%,0%,0%)"),
            Sample.svg(paper: "rgb(9%,9%,10%)", ink: "rgb(100%,100%,100%)"))
        #expect(drawing.contains("<g fill=\"light-dark(#000000,#ffffff)\"><use href=\"#p0\""))
        #expect(drawing.contains("stroke=\"light-dark(#000000,#ffffff)\""))
        #expect(!drawing.contains("<rect") && !drawing.contains("style="))
        #expect(MarkupChecker(drawing).faults.isEmpty)
    }

    @Test("what differs by more than a colour stands there for each scheme")
    func pixels() throws {
        let (drawing, parts) = try markup(
            Sample.svg(paper: "rgb(99%,98%,97%)", ink: "rgb(0%,0%,0%)", pixels: "AAAA"),
            Sample.svg(paper: "rgb(9%,9%,10%)", ink: "rgb(0%,0%,0%)", pixels: "BBBB"))
        #expect(drawing.contains("class=\"day\"") && drawing.contains("class=\"night\""))
        #expect(parts.contains("AAAA") && parts.contains("BBBB"))
    }

    @Test("letters and pictures are parts that drawings share; blanks are nothing; enlarged pixels stay squares")
    func parts() throws {
        var shared = SharedParts()
        let svg = Sample.svg(paper: "rgb(99%,98%,97%)", ink: "rgb(0%,0%,0%)")
        for ink in ["rgb(0%,0%,0%)", "rgb(50%,0%,0%)"] {
            let drawing = try ThemedDrawing(named: "a", light: Sample.svg(paper: "rgb(1%,1%,1%)", ink: ink))
            _ = shared.markup(of: drawing, size: (684, 380), alternative: "")
        }
        let parts = MarkupChecker(shared.markup.markup)
        #expect(parts.faults.isEmpty && parts.all("path").count == 1 && parts.all("image").count == 1)
        let (drawing, _) = try markup(svg)
        #expect(MarkupChecker(drawing).all("use").count == 2)
        #expect(drawing.contains("transform=\"matrix(4.16191,0,0,4.16191,6,28.3125)\" class=\"pixels\""))
    }

    @Test("a picture keeps a clip that cuts something off it, and only that")
    func clips() throws {
        let svg = String(decoding: Sample.svg(paper: "rgb(99%,98%,97%)", ink: "rgb(0%,0%,0%)"), as: UTF8.self)
        let whole = try markup(Array(svg.utf8))
        #expect(!whole.drawing.contains("clip-path") && !whole.parts.contains("clipPath"))
        let clip = "L 105.886719 28.3125 L 105.886719 94.902344 L 6 94.902344"
        for part in ["L 60 28.3125 L 60 94.902344 L 6 94.902344", "C 105 60 60 94 6 94.902344"] {
            // The first is the clip's path; the pixels' own frame is none.
            let cut = svg.replacing(clip, with: part, maxReplacements: 1)
            let drawn = try markup(Array(cut.utf8))
            #expect(drawn.drawing.contains("<g clip-path=\"url(#p") && drawn.parts.contains("<clipPath"))
        }
    }

    @Test(
        "numbers keep what can be seen",
        arguments: [
            ("M 0.796875 0 L 5.765625 -1.21875 Z M 0.796875 0 ", "M.797 0L5.766 -1.219Z"),
            ("M 10 -0.0001 L 100.9996 0.5", "M10 0L101 .5"), ("", ""), ("M 1 2", "M1 2"),
            ("M 1e-05 2 L 3 4", "M1e-05 2L3 4"), ("M 10995116277709 2", "M10995116277709 2"),
        ])
    func numbers(path: String, expected: String) {
        #expect(SVGNumbers.path(path, places: 3) == expected)
    }

    @Test(
        "what Cairo does not write is refused",
        arguments: [
            "", "<", "<svg", "<svg>", "<svg viewBox=\"0 0 1 1\"><script/></svg>", "<svg viewBox=\"0 0 1 1\">text</svg>",
            "<svg viewBox=\"0 0 1 1\"><path onload=\"x\"/></svg>", "<svg viewBox=\"0 0 1 1\"><path d=\"&lt;\"/></svg>",
            "<svg viewBox=\"0 0 1 1\"><path d='M0'/></svg>", "<svg viewBox=\"0 0 1 1\"></svg><svg/>",
            "<svg viewBox=\"0 0 1 1\"><use xlink:href=\"https://example.org/\"/></svg>",
            "<svg viewBox=\"0 0 1 1\"><use xlink:href=\"#nowhere\"/></svg>", "<svg><path/></svg>",
            "<svg viewBox=\"0 0 1 1\"><image xlink:href=\"data:text/html,x\"/></svg>",
            String(repeating: "<g>", count: 5_000),
        ])
    func refused(svg: String) {
        #expect(throws: PublishingError.Problem.self) { try ThemedDrawing(named: "a", light: Array(svg.utf8)) }
    }

    @Test("a colour or a place of no number is kept as it stands")
    func strange() throws {
        let svg = """
            <svg viewBox="0 0 1 1"><path fill="rgb(nan%,inf%,1%)" transform="translate(10995116277709)" d="M 0 1"/></svg>
            """
        let drawing = try ThemedDrawing(named: "a", light: Array(svg.utf8))
        #expect(drawing.content.first?["fill"] == "rgb(nan%,inf%,1%)")
        #expect(drawing.content.first?["transform"] == "translate(10995116277709)")
    }

    @Test("a part that is made of itself ends")
    func circle() throws {
        let svg = """
            <svg viewBox="0 0 1 1"><defs><clipPath id="c1"><g clip-path="url(#c1)"><path d="M 0 0 L 1 1 "/></g></clipPath></defs>\
            <g clip-path="url(#c1)"><path d="M 0 0 L 1 1 "/></g></svg>
            """
        #expect(throws: Never.self) { try ThemedDrawing(named: "a", light: Array(svg.utf8)) }
    }
}
