import Drawing
import Imaging
import TestSupport
import Testing

@Suite("A document of vectors", .limited)
struct DocumentTests {
    private func drawing(_ kind: VectorKind) throws -> [UInt8] {
        let canvas = try Canvas(kind, page: Size(width: 100, height: 60))
        canvas.fill(Rectangle(x: 10, y: 10, width: 30, height: 30), Color(0x1f5fa8))
        try canvas.draw(ColorImage(width: 2, height: 2), in: Rectangle(x: 50, y: 10, width: 20, height: 20))
        canvas.draw(try Typesetter().set("núcleo", TextStyle(size: 9)), at: Point(10, 50), color: .black)
        return try canvas.document()
    }

    @Test("has the same bytes each time, with no date in them", arguments: VectorKind.allCases)
    func sameBytes(kind: VectorKind) throws {
        let first = try drawing(kind)
        #expect(try first == drawing(kind))
        #expect(!String(decoding: first, as: UTF8.self).contains("CreationDate (D:2"))
    }

    @Test("is of the kind asked for, and as large as its page")
    func kinds() throws {
        let svg = String(decoding: try drawing(.svg), as: UTF8.self)
        #expect(svg.contains("viewBox=\"0 0 100 60\""))
        #expect(try String(decoding: drawing(.pdf).prefix(5), as: UTF8.self) == "%PDF-")
    }

    @Test("refers in SVG only to names that it defines")
    func names() throws {
        let svg = String(decoding: try drawing(.svg), as: UTF8.self)
        let defined = Set(svg.matches(of: /\bid="([^"]+)"/).map { String($0.1) })
        let used = svg.matches(of: /href="#([^"]+)"|url\(#([^)]+)\)/).map { String($0.1 ?? $0.2 ?? "") }
        #expect(!used.isEmpty)
        for name in used { #expect(defined.contains(name), "\(name)") }
    }

    @Test("is not an image, nor an image a document")
    func wrongSurface() throws {
        let size = Size(width: 10, height: 10)
        #expect(throws: DrawingError.self) { try Canvas(.svg, page: size).image() }
        #expect(throws: DrawingError.self) { try Canvas(page: size, dpi: 72).document() }
        #expect(throws: DrawingError.self) { try Canvas(.pdf, page: size).drawing() }
    }
}

@Suite("A picture on a canvas", .limited)
struct PictureTests {
    private let checks = ColorImage(
        width: 2, height: 1, pixels: [255, 0, 0, 255, 0, 0, 255, 255])

    @Test("is enlarged to crisp squares")
    func nearest() throws {
        let canvas = try Canvas(pixelsWide: 6, high: 2)
        try canvas.draw(checks, in: Rectangle(x: 0, y: 0, width: 6, height: 2))
        let image = try canvas.image()
        #expect((0..<6).map { image[1, $0].red } == [255, 255, 255, 0, 0, 0])
        #expect((0..<6).map { image[0, $0].blue } == [0, 0, 0, 255, 255, 255])
    }

    @Test("is averaged where it is reduced")
    func reduced() throws {
        var picture = ColorImage(width: 40, height: 40)
        for row in 0..<40 {
            for column in 0..<40 where (row + column).isMultiple(of: 2) { picture[row, column] = .black }
        }
        let canvas = try Canvas(pixelsWide: 10, high: 10)
        try canvas.draw(picture, in: Rectangle(x: 0, y: 0, width: 10, height: 10))
        let pixel = try canvas.image()[5, 5]
        #expect((100...155).contains(Int(pixel.red)))
    }

    @Test("keeps its opacity, colours not premultiplied")
    func opacity() throws {
        let picture = ColorImage(
            width: 1, height: 1, repeating: .init(red: 200, green: 100, blue: 50, alpha: 128))
        let canvas = try Canvas(pixelsWide: 1, high: 1)
        try canvas.draw(picture, in: Rectangle(x: 0, y: 0, width: 1, height: 1))
        let pixel = try canvas.image()[0, 0]
        #expect(abs(Int(pixel.red) - 200) <= 1 && abs(Int(pixel.green) - 100) <= 1 && pixel.alpha == 128)
    }

    @Test("a page with one side beyond Cairo's limit can't be made, whichever it is", arguments: VectorKind.allCases)
    func immense(kind: VectorKind) {
        #expect(throws: DrawingError.surfaceSize(width: 10, height: 32_768)) {
            try Canvas(kind, page: Size(width: 10, height: 32_768))
        }
        #expect(throws: DrawingError.surfaceSize(width: 32_768, height: 10)) {
            try Canvas(kind, page: Size(width: 32_768, height: 10))
        }
    }

    @Test("without a pixel can't be drawn")
    func empty() throws {
        let canvas = try Canvas(pixelsWide: 4, high: 4)
        #expect(throws: DrawingError.surfaceSize(width: 0, height: 0)) {
            try canvas.draw(ColorImage(width: 0, height: 0), in: Rectangle(x: 0, y: 0, width: 4, height: 4))
        }
    }

    @Test("of a gradient runs from colour to colour")
    func gradient() throws {
        let canvas = try Canvas(pixelsWide: 101, high: 1)
        canvas.fill(
            Path(Rectangle(x: 0, y: 0, width: 101, height: 1)),
            .gradient(
                from: Point(0, 0), to: Point(101, 0), stops: [GradientStop(0, .black), GradientStop(1, .white)]))
        let image = try canvas.image()
        #expect(abs(Int(image[0, 50].red) - 128) <= 2 && image[0, 0].red < 4 && image[0, 100].red > 251)
    }
}

@Suite("A transcript", .limited)
struct TranscriptTests {
    @Test("has what was drawn and where, in points, whatever the resolution and the transforms", arguments: [72, 300])
    func marks(dpi: Int) throws {
        let canvas = try Canvas(page: Size(width: 50, height: 40), dpi: dpi)
        canvas.isolated {
            canvas.translate(x: 10, y: 5)
            canvas.scale(x: 2, y: 1)
            canvas.fill(Rectangle(x: 1, y: 2, width: 10, height: 3), .black)
        }
        let mark = try #require(canvas.transcript?.marks.first)
        #expect(mark.kind == .fill && mark.color == .black)
        #expect(abs(mark.frame.x - 12) < 0.1 && abs(mark.frame.width - 20) < 0.2)
        #expect(abs(mark.frame.y - 7) < 0.1 && abs(mark.frame.height - 3) < 0.2)
    }

    @Test("of a page is the same with and without pixels")
    func sameWithoutPixels() throws {
        let page = Size(width: 50, height: 40)
        func draw(_ canvas: Canvas) throws -> [String] {
            canvas.fill(Rectangle(x: 1, y: 2, width: 10, height: 3), .black)
            canvas.draw(try Typesetter().set("one", TextStyle(size: 9)), at: Point(5, 5), color: .black)
            return canvas.transcript?.marks.map { "\($0.kind) \(($0.frame.x * 10).rounded())" } ?? []
        }
        let marks = try draw(Canvas(transcribing: page))
        #expect(marks.count == 2)
        #expect(try marks == draw(Canvas(page: page, dpi: 200)))
    }
}

@Suite("Colours on a screen", .limited)
struct ColorTests {
    @Test("have the contrast that WCAG 2.1 defines")
    func contrast() {
        #expect(abs(Color.black.contrast(with: .white) - 21) < 1e-9)
        #expect(Color(0x777777).contrast(with: .white) < 4.5)
        #expect(Color(0x767676).contrast(with: .white) > 4.5)
        #expect(Color(0xeeeeee).moreReadable(of: .black, .white) == .black)
    }

    @Test("are bytes where designers write bytes")
    func bytes() {
        #expect(Color(0x1f5fa8).bytes == (0x1f, 0x5f, 0xa8, 0xff))
        #expect(Color.black.mixed(with: .white, share: 0.25).bytes == (64, 64, 64, 255))
    }
}
