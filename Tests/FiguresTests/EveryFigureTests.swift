import Drawing
import Figures
import Foundation
import Imaging
import Languages
import TestSupport
import Testing

@Suite("Every figure", .limited)
struct EveryFigureTests {
    private static let title = words("A title that says what to see", "Un título que dice qué mirar")

    @Test("keeps its words on the page and off each other", arguments: Sample.all, Language.allCases)
    func apart(sample: Sample, language: Language) throws {
        try checkWords(of: sample, language, .light)
    }

    @Test("keeps its words apart in large type too", arguments: Sample.all, Language.allCases)
    func apartWhenLarge(sample: Sample, language: Language) throws {
        try checkWords(of: sample, language, .projector)
    }

    private func checkWords(of sample: Sample, _ language: Language, _ theme: Theme) throws {
        let renderer = FigureRenderer(format: NumberFormat(language), theme: theme)
        let transcript = try renderer.transcript(sample.figure, title: Self.title)
        let page = Rectangle(x: 0, y: 0, width: transcript.page.width, height: transcript.page.height)
        #expect(transcript.texts.first == Self.title.text(in: NumberFormat(language)))
        // A line's frame has room for accents above and tails below, which most lines leave empty.
        let boxes = transcript.labels.map { ($0.text, $0.frame.inset(0.3, $0.frame.height * 0.24)) }
        for (index, (text, box)) in boxes.enumerated() {
            #expect(page.contains(box), "“\(text)” leaves the page")
            for (other, otherBox) in boxes[..<index] {
                #expect(!box.overlaps(otherBox), "“\(text)” and “\(other)” touch")
            }
        }
    }

    @Test(
        "is drawn so that it can be read where a page is narrow, or says how many millimetres it needs",
        arguments: Sample.all, [40.0, 60, 80])
    func narrow(sample: Sample, millimetres: Double) throws {
        let language = Language.es
        func transcript(_ millimetres: Double) throws -> Transcript {
            try FigureRenderer(format: NumberFormat(language), width: millimetres / 25.4 * 72)
                .transcript(sample.figure)
        }
        let drawn: Transcript
        do {
            drawn = try transcript(millimetres)
        } catch FigureError.tooNarrow(_, let needed) {
            #expect(needed > millimetres / 25.4 * 72)
            // What it asks for is enough, in whole millimetres as the message has them.
            let enough = try transcript(Double(FigureError.millimetres(needed)))
            #expect(enough.page.width <= needed + 0.1 || needed > sample.figure.breadth.points)
            return
        }
        #expect(abs(drawn.page.width - millimetres / 25.4 * 72) < 0.1)
        let page = Rectangle(x: 0, y: 0, width: drawn.page.width, height: drawn.page.height)
        for (text, frame) in drawn.labels {
            #expect(page.contains(frame.inset(1, frame.height * 0.26)), "“\(text)” leaves the page")
            // No line is higher than 20 points, upright or turned, and none holds less than a word.
            let words = text.split { $0.isWhitespace || "-–—/·".contains($0) }.count
            #expect(min(frame.width, frame.height) < 20 * Double(max(1, words)), "“\(text)” is broken")
        }
        // Where pixels of several pictures are of one size, the smallest picture is small at any width.
        let own = try FigureRenderer(format: NumberFormat(language)).transcript(sample.figure).leastPicture
        #expect(drawn.leastPicture >= min(22, own))
    }

    @Test("has no type under 7 points, which are 9.3 pixels where a page shows the figure as wide as it is")
    func legible() throws {
        for sample in Sample.all {
            for (text, frame) in try FigureRenderer(format: NumberFormat(.es)).transcript(sample.figure).labels {
                // Upright words are as wide as a line is high. Lines are at least 1.16 times as high as their type.
                let line = text.count > 3 ? min(frame.width, frame.height) : frame.height
                #expect(line > 7 * 1.16, "“\(text)” in \(sample.name)")
            }
        }
    }

    @Test("draws everything inside the page", arguments: Sample.all)
    func bounds(sample: Sample) throws {
        let transcript = try FigureRenderer(format: NumberFormat(.es)).transcript(sample.figure)
        let page = Rectangle(x: 0, y: 0, width: transcript.page.width, height: transcript.page.height)
        #expect(!transcript.marks.isEmpty)
        for mark in transcript.marks where mark.frame.width > 0 || mark.frame.height > 0 {
            #expect(page.contains(mark.frame, tolerance: 1), "\(mark)")
        }
    }

    @Test("has the same bytes on every run", arguments: Sample.all)
    func deterministic(sample: Sample) throws {
        let renderer = FigureRenderer(format: NumberFormat(.en), dpi: 40)
        let first = try renderer.png(sample.figure, title: Self.title)
        let second = try renderer.png(sample.figure, title: Self.title)
        #expect(first.bytes == second.bytes)
    }

    @Test("describes itself in both languages, in different words", arguments: Sample.all)
    func alternative(sample: Sample) {
        let texts = Language.allCases.map { sample.figure.alternative.text(in: NumberFormat($0)) }
        #expect(Set(texts).count == 2)
        #expect(texts.allSatisfy { $0.count > 15 && !$0.contains("Phrase") && !$0.contains("  ") })
    }

    @Test("can be drawn on dark paper, for paper too, and in vectors", arguments: Sample.all)
    func otherForms(sample: Sample) throws {
        let dark = try FigureRenderer(format: NumberFormat(.en), theme: .dark, dpi: 30).png(sample.figure)
        let corner = try PNG.decode(dark.bytes)[0, 0]
        #expect((corner.red, corner.green, corner.blue) == (0x17, 0x17, 0x1c))
        let renderer = FigureRenderer(format: NumberFormat(.en))
        let svg = try renderer.document(.svg, sample.figure)
        #expect(String(decoding: svg.bytes.prefix(200), as: UTF8.self).contains("<svg"))
        let pdf = try renderer.document(.pdf, sample.figure)
        #expect(pdf.bytes.starts(with: Array("%PDF-".utf8)))
    }

    /// For the eye: `COURSE_GALLERY=folder swift test --filter gallery` writes all of them there.
    @Test(
        "are written for the eye where an environment variable names a folder",
        .enabled(if: ProcessInfo.processInfo.environment["COURSE_GALLERY"] != nil), arguments: Sample.all,
        Language.allCases)
    func gallery(sample: Sample, language: Language) throws {
        let folder = try #require(ProcessInfo.processInfo.environment["COURSE_GALLERY"])
        for theme in Theme.all {
            let png = try FigureRenderer(format: NumberFormat(language), theme: theme)
                .png(sample.figure, title: Self.title)
            let file = URL(fileURLWithPath: folder)
                .appendingPathComponent("\(sample.name).\(theme.id).\(language.code).png")
            try Data(png.bytes).write(to: file)
        }
    }
}

extension Transcript {
    /// How long the smallest picture is on its longer side, in points; endless where there is none.
    fileprivate var leastPicture: Double {
        marks.filter { $0.kind == .image }.map { max($0.frame.width, $0.frame.height) }.min() ?? .infinity
    }
}
