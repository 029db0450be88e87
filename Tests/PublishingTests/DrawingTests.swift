import Drawing
import Imaging
import TestSupport
import Testing

@testable import Publishing

@Suite("Figures in lines and curves stand in a page", .limited)
struct DrawingTests {
    private let paper = (light: Color(0xfdfcf8), dark: Color(0x17171c))

    private func markup(_ light: VectorDrawing, _ dark: VectorDrawing? = nil) -> (drawing: String, parts: String) {
        var shared = SharedParts()
        let markup = shared.markup(
            of: ThemedDrawing(light: light, dark: dark), size: (684, 380), alternative: "a \"b\" <c>")
        return (markup.markup, shared.markup.markup)
    }

    /// What a page holds of a light and a dark drawing.
    private func markup(
        _ light: (Canvas) -> Void, _ dark: (Canvas) -> Void
    ) throws -> (drawing: String, parts: String) {
        func drawing(_ draw: (Canvas) -> Void) throws -> VectorDrawing {
            let canvas = try Canvas(.svg, page: Size(width: 40, height: 30))
            canvas.paint(.white)
            draw(canvas)
            return try canvas.drawing()
        }
        return markup(try drawing(light), try drawing(dark))
    }

    @Test("colours that differ are said once for each scheme; the paper is left to the page")
    func colours() throws {
        let (drawing, _) = markup(
            try Sample.drawing(paper: paper.light, ink: .black), try Sample.drawing(paper: paper.dark, ink: .white))
        #expect(drawing.contains("<g fill=\"var(--c0)\" transform=\"scale(.009)\"><use href=\"#p0\""))
        #expect(drawing.contains("stroke=\"var(--c0)\""))
        #expect(!drawing.contains("fdfcf8") && !drawing.contains("17171c") && !drawing.contains("style="))
        #expect(drawing.contains("role=\"img\" aria-label=\"a &quot;b&quot; &lt;c&gt;\""))
        #expect(MarkupChecker(drawing).faults.isEmpty)
    }

    @Test("each pair of colours has a name, and a plain value by day that old browsers understand")
    func scheme() throws {
        var shared = SharedParts()
        #expect(shared.style.markup.isEmpty)
        let (day, night) = (
            try Sample.drawing(paper: paper.light, ink: .black), try Sample.drawing(paper: paper.dark, ink: .white)
        )
        for _ in 0..<2 {
            _ = shared.markup(of: ThemedDrawing(light: day, dark: night), size: (6, 4), alternative: "")
        }
        #expect(
            shared.style.markup == """

                :root { --c0:#000000; }
                @media screen {
                html.by-night { --c0:#ffffff; }
                }
                @media screen and (prefers-color-scheme: dark) {
                html:not(.by-day) { --c0:#ffffff; }
                }

                """)
    }

    @Test("no page asks for light-dark(), which browsers before 2024 take for no colour at all")
    func oldBrowsers() throws {
        let publisher = try HTMLPublisher(Sample.report())
        let files = try publisher.site([Sample.kernelsPage(), Sample.edgesPage()], figures: Sample.figures)
        for file in files {
            #expect(!String(decoding: file.bytes, as: UTF8.self).contains("light-dark(#"), "\(file.path)")
        }
    }

    @Test("for one theme a drawing brings its paper")
    func oneTheme() throws {
        let (drawing, _) = markup(try Sample.drawing(paper: paper.light, ink: .black))
        #expect(drawing.contains("<path fill=\"#fdfcf8\" d=\"M0 0h453.54v252h-453.54z\"/>"))
        #expect(!drawing.contains("var("))
    }

    @Test("what differs by more than a colour stands there for each scheme")
    func pixels() throws {
        let (drawing, parts) = markup(
            try Sample.drawing(paper: paper.light, ink: .black),
            try Sample.drawing(paper: paper.dark, ink: .black, pixel: .white))
        #expect(drawing.contains("<use class=\"day pixels\" h") && drawing.contains("<use class=\"night pixels\" h"))
        #expect(MarkupChecker(parts).all("image").count == 2)
        let area = Rectangle(x: 1, y: 1, width: 3, height: 3)
        let opacities = try markup({ $0.fill(area, .black) }, { $0.fill(area, .black.opacity(0.5)) }).drawing
        #expect(opacities.contains("<path class=\"day\" fill=\"#000000\" d="))
        #expect(opacities.contains("<path class=\"night\" fill=\"#000000\" fill-opacity=\".5\" d="))
    }

    @Test("drawings of different parts stand side by side, clips and all")
    func different() throws {
        let area = Rectangle(x: 1, y: 1, width: 3, height: 3)
        let (drawing, parts) = try markup(
            { $0.fill(area, .black) },
            { canvas in
                canvas.clip(to: Path(area))
                for _ in 0..<2 { canvas.fill(area, .white) }
            })
        #expect(
            drawing.contains(
                "<path class=\"day\" fill=\"#000000\" d=\"M1 1h3v3h-3z\"/><g clip-path=\"url(#p0)\">"
                    + "<g class=\"night\" fill=\"#ffffff\"><path d=\"M1 1h3v3h-3z\"/>"
                    + "<path d=\"M1 1h3v3h-3z\"/></g></g>"))
        #expect(parts.contains("<clipPath id=\"p0\"><path d=\"M1 1h3v3h-3z\"/></clipPath>"))
    }

    @Test("letters and pictures are parts that drawings share; blanks are nothing; enlarged pixels stay squares")
    func parts() throws {
        var shared = SharedParts()
        for ink in [Color.black, Color(0x800000)] {
            let drawing = ThemedDrawing(light: try Sample.drawing(paper: .white, ink: ink))
            let markup = shared.markup(of: drawing, size: (684, 380), alternative: "").markup
            #expect(MarkupChecker(markup).all("use").count == 3)
            let use = "<use class=\"pixels\" href=\"#p1\" transform=\"matrix(4.16667 0 0 4.125 6 28)\"/>"
            #expect(markup.contains(use))
        }
        let parts = MarkupChecker(shared.markup.markup)
        #expect(parts.faults.isEmpty && parts.all("path").count == 1 && parts.all("image").count == 1)
    }
}
