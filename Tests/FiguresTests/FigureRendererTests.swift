import Drawing
import Figures
import Imaging
import Languages
import TestSupport
import Testing

@Suite("A rendered figure", .limited)
struct FigureRendererTests {
    private let english = FigureRenderer(format: NumberFormat(.en))
    private let matrix = PixelGrid(GrayImage(rows: [[1, 2], [3, 4]]))

    @Test("is 160 or 240 mm wide at any resolution", arguments: [(72, 454), (200, 1260), (300, 1890)])
    func width(dpi: Int, pixels: Int) throws {
        let renderer = FigureRenderer(format: NumberFormat(.en), dpi: dpi)
        let png = try renderer.png(matrix)
        #expect(png.width == pixels)
        let image = try PNG.decode(png.bytes)
        #expect((image.width, image.height) == (png.width, png.height))
        let wide = try renderer.png(PixelGrid(matrix.values, breadth: .wide))
        #expect(abs(Double(wide.width) / Double(png.width) - 1.5) < 0.01)
    }

    @Test("is the same in every language if no word and no mark of its numbers depends on it")
    func sameInEveryLanguage() throws {
        #expect(try english.png(matrix, comparing: Language.allCases).isSameInEveryLanguage)
        #expect(
            try !english.png(matrix, title: words("One", "Uno"), comparing: Language.allCases).isSameInEveryLanguage)
        #expect(
            try english.png(matrix, title: words("Error", "Error"), comparing: Language.allCases).isSameInEveryLanguage)
        #expect(
            try !english.png(matrix, note: words("quick", "rápida"), comparing: Language.allCases).isSameInEveryLanguage
        )
        let halves = PixelGrid(GrayImage(rows: [[0.5]]))
        #expect(try !english.png(halves, comparing: Language.allCases).isSameInEveryLanguage)
        let thousands = PixelGrid(GrayImage(rows: [[1234]]))
        #expect(try !english.png(thousands, comparing: Language.allCases).isSameInEveryLanguage)
    }

    @Test("says so for every reader alike, whatever decimal mark this one prefers")
    func sameForEveryReader() throws {
        let mexican = FigureRenderer(format: NumberFormat(.es, decimalMark: .point))
        #expect(
            try !mexican.png(PixelGrid(GrayImage(rows: [[0.5]])), comparing: Language.allCases).isSameInEveryLanguage)
    }

    @Test("writes numbers as its reader does")
    func numbers() throws {
        let halves = PixelGrid(GrayImage(rows: [[0.5, -12345]]))
        #expect(try english.transcript(halves).texts == ["0.5", "−12,345.0"])
        let spanish = FigureRenderer(format: NumberFormat(.es))
        #expect(try spanish.transcript(halves).texts == ["0,5", "−12\u{202F}345,0"])
    }

    @Test("has its title above, broken where the page ends, and its note below")
    func titleAndNote() throws {
        let title = Localized(same: Phrase(String(repeating: "long ", count: 60)))
        let transcript = try english.transcript(matrix, title: title, note: words("Quick run", "Versión rápida"))
        let first = try #require(transcript.labels.first)
        let last = try #require(transcript.labels.last)
        #expect(first.frame.width <= Breadth.column.points)
        #expect(first.frame.height > 20)
        #expect(transcript.marks.dropFirst().allSatisfy { $0.frame.minY >= first.frame.maxY })
        #expect(last.text == "Quick run")
        #expect(last.frame.maxY <= transcript.page.height)
    }

    @Test("carries its texts in the file and no two runs differ")
    func bytes() throws {
        let text = [(keyword: "Title", text: "One"), (keyword: "Description", text: "Núcleo")]
        let first = try english.png(matrix, text: text)
        #expect(try first.bytes == english.png(matrix, text: text).bytes)
        #expect(try first.bytes != english.png(matrix).bytes)
        #expect(first.bytes.contains(subsequence: Array("Description".utf8)))
        for kind in VectorKind.allCases {
            let document = try english.document(kind, matrix)
            #expect(try document.bytes == english.document(kind, matrix).bytes)
            #expect(!document.bytes.contains(subsequence: Array("CreationDate (D:2".utf8)))
        }
    }

    @Test("can't hold a character that no font has")
    func missingGlyph() {
        #expect(throws: DrawingError.missingGlyphs(text: "a\u{10FFFF}", characters: ["\u{10FFFF}"])) {
            try english.png(matrix, title: words("a\u{10FFFF}", "b"))
        }
        #expect(throws: DrawingError.self) {
            try english.png(matrix, title: words("a", "b\u{10FFFF}"), comparing: Language.allCases)
        }
    }

    @Test("can't be larger than Cairo's surfaces")
    func tooLarge() {
        let renderer = FigureRenderer(format: NumberFormat(.en), dpi: 10_000)
        #expect(throws: DrawingError.self) { try renderer.png(matrix) }
        let none = FigureRenderer(format: NumberFormat(.en), dpi: 0)
        #expect(throws: DrawingError.self) { try none.png(matrix) }
    }

    @Test("is the same from several threads at once")
    func threads() async throws {
        let sample = KernelOverlay(window: SamplePictures.window, kernel: SamplePictures.box, row: 2, column: 2)
        let files = try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<6 {
                group.addTask { try FigureRenderer(format: NumberFormat(.es), dpi: 60).png(sample).bytes }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(files).count == 1)
    }
}

extension Array where Element: Equatable {
    func contains(subsequence other: [Element]) -> Bool {
        guard count >= other.count else { return false }
        return (0...(count - other.count)).contains {
            self[$0] == other[0] && Array(self[$0..<($0 + other.count)]) == other
        }
    }
}
