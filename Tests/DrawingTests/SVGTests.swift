import Drawing
import Foundation
import Imaging
import TestSupport
import Testing

@Suite("An SVG file", .limited)
struct SVGTests {
    private static let page = Size(width: 100, height: 60)

    /// The lines of a file between the outermost element's tags.
    private func lines(_ draw: (Canvas) throws -> Void) throws -> [String] {
        let canvas = try Canvas(.svg, page: Self.page)
        try draw(canvas)
        let file = String(decoding: try canvas.document(), as: UTF8.self)
        return file.split(separator: "\n").dropFirst(2).dropLast().map(String.init)
    }

    @Test("says its size in points, its title, and what covers the page")
    func frame() throws {
        let canvas = try Canvas(.svg, page: Size(width: 453.5433, height: 60))
        canvas.paint(Color(0xfdfcf8))
        let file = String(decoding: try canvas.document(title: "1 < 2 & \"ñ\"\u{0}"), as: UTF8.self)
        #expect(
            file == """
                <?xml version="1.0" encoding="UTF-8"?>
                <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="453.54pt" \
                height="60pt" viewBox="0 0 453.54 60" fill="none" stroke-miterlimit="10">
                <title>1 &lt; 2 &amp; &quot;ñ&quot;</title>
                <path fill="#fdfcf8" d="M0 0h453.54v60h-453.54z"/>
                </svg>

                """)
    }

    @Test("has a rectangle as four steps, its opacity beside its colour; neighbours of one colour say it once")
    func rectangle() throws {
        let color = Color(0x1f5fa8, alpha: 0.25)
        let single = try lines { $0.fill(Rectangle(x: 10, y: 10, width: 30.126, height: 0.5), color) }
        #expect(single == ["<path fill=\"#1f5fa8\" fill-opacity=\".25\" d=\"M10 10h30.13v.5h-30.13z\"/>"])
        let crooked = try lines { $0.fill(Rectangle(x: -0.004, y: 0.125, width: 12.3, height: 100), .black) }
        #expect(crooked == ["<path fill=\"#000000\" d=\"M0 .13h12.3v100h-12.3z\"/>"])
        let several = try lines { canvas in
            for x in [0.0, 5] { canvas.fill(Rectangle(x: x, y: 0, width: 4, height: 4), .black) }
        }
        #expect(several == ["<g fill=\"#000000\"><path d=\"M0 0h4v4h-4z\"/><path d=\"M5 0h4v4h-4z\"/></g>"])
        #expect(try lines { $0.fill(Rectangle(x: 0, y: 0, width: 4, height: 4), .clear) }.allSatisfy(\.isEmpty))
    }

    @Test("has clips as parts, one inside the other, until they end")
    func clips() throws {
        let drawn = try lines { canvas in
            canvas.isolated {
                canvas.clip(to: Path(Rectangle(x: 0, y: 0, width: 5, height: 5)))
                canvas.fill(Rectangle(x: 1, y: 1, width: 9, height: 9), .white)
                canvas.translate(x: 1, y: 2)
                canvas.clip(to: Path(circleAt: Point(2, 2), radius: 2))
                canvas.fill(Rectangle(x: 1, y: 1, width: 9, height: 9), .white)
            }
            canvas.fill(Rectangle(x: 1, y: 1, width: 9, height: 9), .white)
        }
        #expect(
            drawn == [
                "<defs>",
                "<clipPath id=\"p0\"><path d=\"M0 0h5v5h-5z\"/></clipPath>",
                "<clipPath id=\"p1\"><path d=\"M5 4a2 2 0 1 1-4 0 2 2 0 1 1 4 0z\"/></clipPath>",
                "</defs>",
                "<g clip-path=\"url(#p0)\"><path fill=\"#ffffff\" d=\"M1 1h9v9h-9z\"/>"
                    + "<g clip-path=\"url(#p1)\"><path fill=\"#ffffff\" d=\"M2 3h9v9h-9z\"/></g></g>"
                    + "<path fill=\"#ffffff\" d=\"M1 1h9v9h-9z\"/>",
            ])
    }

    @Test("has each glyph once, a thousand units high, and turned text as a turned group")
    func turnedText() throws {
        let text = try Typesetter().set("I I", TextStyle(size: 9))
        let drawn = try lines {
            $0.draw(text, at: Point(50, 40), Anchor(.leading, .baseline), color: .black, turned: -.pi / 2)
        }
        #expect(drawn.count == 4 && drawn[1].hasPrefix("<path id=\"p0\" d=\"M"))
        let start = "<g fill=\"#000000\" transform=\"matrix(0 -.009 .009 0 0 0)\"><use xlink:href=\"#p0\" "
        #expect(drawn[3].hasPrefix(start + "x=\"-4444\" y=\"5556\"/><use xlink:href=\"#p0\" x="))
        let heights = drawn[1].matches(of: /v-?(\d+)/).compactMap { Int($0.1) }
        #expect(heights.allSatisfy { (720...735).contains($0) } && !heights.isEmpty)
    }

    @Test("has one shape of a letter for all sizes, and text of many lines where it stands")
    func sizes() throws {
        let type = try Typesetter()
        let drawn = try lines { canvas in
            canvas.draw(try type.set("x\nx", TextStyle(size: 10)), at: Point(0, 0), .topLeading, color: .black)
            canvas.draw(try type.set("x", TextStyle(size: 20)), at: Point(0, 30), .topLeading, color: .black)
        }
        #expect(drawn.filter { $0.hasPrefix("<path id=") }.count == 1)
        #expect(drawn[3].contains("transform=\"scale(.01)\"") && drawn[3].contains("transform=\"scale(.02)\""))
        let baselines = drawn[3].matches(of: /\by="(\d+)"/).compactMap { Int($0.1) }
        let first = Int((try type.set("x", TextStyle(size: 10)).baseline * 100).rounded())
        #expect(baselines.count == 3 && baselines[0] == first && baselines[1] > first + 1_000)
    }

    @Test("has words as text where that is asked for, each run as long as it was measured")
    func words() throws {
        let canvas = try Canvas(.svg, page: Self.page)
        let style = TextStyle(size: 9.5, weight: .semibold)
        let text = try Typesetter().set("a < b", style)
        for turn in [0, -Double.pi / 2] {
            canvas.draw(text, at: Point(10, 20), Anchor(.leading, .baseline), color: .black, turned: turn)
        }
        let file = String(decoding: try canvas.document(lettering: .text), as: UTF8.self)
        let look =
            "<text fill=\"#000000\" font-family=\"Inter, DejaVu Sans\" font-size=\"9.5\" font-weight=\"600\" "
            + "style=\"font-variant-numeric:tabular-nums\""
        let length = "textLength=\"\((text.width * 100).rounded() / 100)\" lengthAdjust=\"spacingAndGlyphs\""
        #expect(file.contains("\(look) x=\"10\" y=\"20\" \(length)>a &lt; b</text>"))
        let turned = "transform=\"matrix(0 -1 1 0 0 0)\" x=\"-20\" y=\"10\""
        #expect(file.contains("\(look) \(turned) \(length)>a &lt; b</text>"))
        #expect(!file.contains("<defs>"))
    }

    @Test("keeps blanks at the ends of words as text, and beside each other")
    func blanks() throws {
        for (words, isKept) in [("a b", false), ("a  b", true), (" a", true), ("a ", true)] {
            let canvas = try Canvas(.svg, page: Self.page)
            canvas.draw(
                try Typesetter().set(words, TextStyle(size: 9)), at: Point(10, 20), Anchor(.leading, .baseline),
                color: .black)
            let file = String(decoding: try canvas.document(lettering: .text), as: UTF8.self)
            #expect(file.contains(">\(words)</text>"), "\(file)")
            #expect(file.contains("xml:space=\"preserve\"") == isKept, "\(words)")
        }
    }

    @Test("has dashes as short as they are: none of them becomes nothing")
    func shortDashes() throws {
        for (dash, written) in [
            ([0.004, 2], ".004 2"), ([1e-9, 1e-9], ".000001 .000001"), ([0.0625, 0], ".0625 0"), ([0.126, 3], ".13 3"),
        ] {
            let drawn = try lines { $0.stroke(Path([.zero, Point(9, 0)]), .black, Stroke(width: 1, dash: dash)) }
            #expect(drawn.first?.contains("stroke-dasharray=\"\(written)\"") == true, "\(drawn)")
        }
    }

    @Test("has a picture as the PNG of its pixels, with no filter and no mask; enlarged, they stay squares")
    func picture() throws {
        var picture = ColorImage(width: 2, height: 3)
        picture[1, 0] = .init(red: 200, green: 100, blue: 50, alpha: 128)
        func drawn(_ side: Double) throws -> [String] {
            try lines { try $0.draw(picture, in: Rectangle(x: 50, y: 10, width: side, height: side)) }
        }
        let large = try drawn(24)
        let data = try #require(large[1].firstMatch(of: /base64,([^"]+)"\/>$/))
        let png = try #require(Data(base64Encoded: String(data.1)))
        #expect(try PNG.decode([UInt8](png)) == picture)
        #expect(large[1].hasPrefix("<image id=\"p0\" width=\"2\" height=\"3\" xlink:href="))
        let use = "xlink:href=\"#p0\" transform=\"matrix"
        #expect(large[3] == "<use image-rendering=\"pixelated\" \(use)(12 0 0 8 50 10)\"/>")
        #expect(try drawn(0.75)[3] == "<use \(use)(.375 0 0 .25 50 10)\"/>")
    }

    @Test("has a dashed curve with its ends, joins and dashes, scaled with the page")
    func dashedCurve() throws {
        var path = Path([Point(1, 2), Point(1, 8)])
        path.curve(to: Point(20, 10), control1: Point(3.456, 10), control2: Point(10, -4))
        let stroke = Stroke(width: 1.5, cap: .round, join: .bevel, dash: [4, 2.5])
        let drawn = try lines { canvas in
            canvas.scale(x: 2, y: 2)
            canvas.stroke(path, .black, stroke)
        }
        #expect(
            drawn == [
                "<path stroke=\"#000000\" stroke-width=\"3\" stroke-linecap=\"round\" stroke-linejoin=\"bevel\" "
                    + "stroke-dasharray=\"8 5\" d=\"M2 4v12c4.91 4 18-24 38 4\"/>"
            ])
    }

    @Test("has a hatch as lines on a ground, cut to the area")
    func hatch() throws {
        let hatch = Hatch(
            .lines(angles: [0]), spacing: 2, width: 0.7, ink: .black, ground: .white)
        let drawn = try lines { $0.fill(Path(Rectangle(x: 1, y: 1, width: 6, height: 4)), .hatch(hatch)) }
        #expect(
            drawn[1...] == [
                "<clipPath id=\"p0\"><path d=\"M1 1h6v4h-6z\"/></clipPath>", "</defs>",
                "<path fill=\"#ffffff\" d=\"M1 1h6v4h-6z\"/><g clip-path=\"url(#p0)\">"
                    + "<path stroke=\"#000000\" stroke-width=\".7\" d=\"M1 2h6m-6 2h6\"/></g>",
            ])
        let dots = Hatch(.dots, spacing: 3, width: 1, ink: .black, ground: .white)
        let dotted = try lines { $0.fill(Path(Rectangle(x: 1, y: 1, width: 3, height: 3)), .hatch(dots)) }
        #expect(dotted[3].contains("zm3 0a.5 .5 0 1 1-1 0 .5 .5 0 1 1 1 0z\""))
    }

    @Test("has a gradient from point to point of the page")
    func gradient() throws {
        let stops = [GradientStop(0, .white), GradientStop(0.5, Color(0x1f5fa8, alpha: 0.5))]
        let drawn = try lines { canvas in
            canvas.translate(x: 10, y: 5)
            canvas.fill(
                Path(Rectangle(x: 0, y: 0, width: 8, height: 2)),
                .gradient(from: Point(0, 0), to: Point(8, 0), stops: stops))
        }
        #expect(
            drawn[1] == "<linearGradient id=\"p0\" gradientUnits=\"userSpaceOnUse\" "
                + "x1=\"10\" y1=\"5\" x2=\"18\" y2=\"5\"><stop offset=\"0\" stop-color=\"#ffffff\"/>"
                + "<stop offset=\".5\" stop-color=\"#1f5fa8\" stop-opacity=\".5\"/></linearGradient>")
        #expect(drawn[3] == "<path fill=\"url(#p0)\" d=\"M10 5h8v2h-8z\"/>")
    }

    @Test("has arcs as arcs: forwards, backwards, turned and mirrored; where circles become ellipses, a transform")
    func arcs() throws {
        func drawn(_ transform: Transform = .init(), from start: Double, to end: Double) throws -> String? {
            try lines { canvas in
                canvas.concatenate(transform)
                var path = Path()
                path.arc(center: Point(20, 20), radius: 10, from: start, to: end)
                canvas.stroke(path, .black, width: 1)
            }.first?.firstMatch(of: /stroke-width.*(?=\/>)/).map { String($0.0) }
        }
        let line = "stroke-width=\"1\" d="
        #expect(try drawn(from: 0, to: .pi / 2) == line + "\"M30 20a10 10 0 0 1-10 10\"")
        #expect(try drawn(from: .pi / 2, to: 0) == line + "\"M20 30a10 10 0 0 0 10-10\"")
        #expect(try drawn(.rotation(.pi / 2), from: 0, to: .pi / 2) == line + "\"M-20 30a10 10 0 0 1-10-10\"")
        #expect(try drawn(Transform(xx: -1), from: 0, to: .pi / 2) == line + "\"M-30 20a10 10 0 0 0 10 10\"")
        #expect(
            try drawn(Transform(xx: 2), from: 0, to: .pi / 2)
                == "stroke-width=\"1\" transform=\"matrix(2 0 0 1 0 0)\" d=\"M30 20a10 10 0 0 1-10 10\"")
    }

    @Test("has the same bytes twice, whatever was drawn before")
    func sameBytes() throws {
        func file() throws -> [UInt8] {
            let canvas = try Canvas(.svg, page: Self.page)
            canvas.clip(to: Path(circleAt: Point(30, 30), radius: 30))
            canvas.draw(try Typesetter().set("núcleo 3×3", TextStyle(size: 9)), at: Point(10, 50), color: .black)
            try canvas.draw(ColorImage(width: 2, height: 2), in: Rectangle(x: 50, y: 10, width: 20, height: 20))
            return try canvas.document()
        }
        let first = try file()
        for kind in VectorKind.allCases {
            let other = try Canvas(kind, page: Self.page)
            other.draw(try Typesetter().set("otra cosa", TextStyle(size: 12)), at: Point(10, 50), color: .white)
            _ = try other.document()
        }
        _ = try Canvas(page: Self.page, dpi: 100).image()
        #expect(try file() == first)
    }

    @Test("is refused where something has no place")
    func notFinite() throws {
        func error(_ draw: (Canvas) -> Void) throws -> DrawingError? {
            let canvas = try Canvas(.svg, page: Self.page)
            draw(canvas)
            do throws(DrawingError) {
                _ = try canvas.document()
                return nil
            } catch {
                return error
            }
        }
        #expect(try error { $0.fill(Rectangle(x: .nan, y: 0, width: 1, height: 1), .black) } != nil)
        #expect(try error { $0.stroke(Path([Point(0, .infinity), .zero]), .black, width: 1) } != nil)
        #expect(try error { $0.stroke(Path([Point(0, 1), .zero]), .black, width: .nan) } != nil)
        #expect(try error { $0.scale(x: 0, y: 1) } != nil)
        #expect(try error { $0.fill(Rectangle(x: 1e300, y: 0, width: 1, height: 1), .black) } == nil)
    }
}
