import Languages
import Notebook
import TestSupport
import Testing

@testable import Publishing

@Suite("What can't be published is refused with its place", .limited)
struct MistakesTests {
    func problem(_ cells: Cell..., report: Report = Sample.report(), number: Int = 1) -> PublishingError? {
        var page = Page(lesson: Sample.kernels, number: number)
        for cell in cells { page.append(cell) }
        do {
            _ = try HTMLPublisher(report).lesson(page, figures: Sample.figures)
            return nil
        } catch {
            return error
        }
    }

    @Test("a formula that can't be read names lesson, cell and language")
    func formula() throws {
        let error = try #require(
            problem(.prose(Localized(same: "fine")), .prose(Localized(en: "fine", es: "mal $\\farc$"))))
        #expect(error.lesson == "kernels" && error.language == .es && error.cell == "cell 2 (prose)")
        #expect("\(error)".hasPrefix("lesson kernels, cell 2 (prose), Spanish: unknown TeX command \\farc"))
    }

    @Test("links to what is not there name the near misses")
    func anchors() throws {
        let place = try #require(
            problem(Sample.figure("overlay", number: 1), .prose(Localized(same: "[](#fig-overly)"))))
        #expect(place.problem == .markdown(.unknownAnchor("fig-overly", nearMisses: ["fig-overlay"])))
        let lesson = try #require(problem(.prose(Localized(same: "[x](edgse.html)"))))
        #expect(lesson.problem == .markdown(.unknownLesson("edgse", nearMisses: ["edges"])))
    }

    @Test("a link to a place in another lesson is checked when that lesson is at hand")
    func placesElsewhere() throws {
        var page = Page(lesson: Sample.edges, number: 2)
        page.append(.prose(Localized(same: "[x](kernels.html#fig-overlya)")))
        let publisher = try HTMLPublisher(Sample.report())
        #expect(throws: Never.self) { try publisher.lesson(page, figures: Sample.figures) }
        #expect {
            try publisher.site([Sample.kernelsPage(), page], figures: Sample.figures)
        } throws: { error in
            let problem = (error as? PublishingError)?.problem
            return problem == .markdown(.unknownAnchor("fig-overlya", nearMisses: ["fig-overlay"]))
        }
    }

    @Test("headings that differ between the languages are refused")
    func headings() throws {
        let error = try #require(problem(.prose(Localized(en: "## A", es: "A"))))
        #expect(error.problem == .languagesDiffer(what: "headings"))
    }

    @Test("output without a listing, two figures of one name, a figure without a file")
    func cells() throws {
        #expect(problem(.output(Localized(same: "1")))?.problem == .outputWithoutListing)
        let twice = problem(Sample.figure("a", number: 1), Sample.figure("a", number: 2))
        #expect(twice?.problem == .duplicateName("a", of: "figure"))
        #expect(problem(Sample.figure("a b", number: 1))?.problem == .badName("a b", of: "figure"))
        var page = Page(lesson: Sample.kernels, number: 1)
        page.append(Sample.figure("a", number: 1))
        #expect(throws: PublishingError.self) {
            try HTMLPublisher(Sample.report()).lesson(page, figures: { _, _, _ in nil })
        }
    }

    @Test(
        "a figure file outside of the report's folder, or without a size",
        arguments: ["../a.png", "/a.png", "a//b.png", "a b.png", "x:y.png", ".a.png", "", "a/../b.png", "a\".png"])
    func files(path: String) {
        var page = Page(lesson: Sample.kernels, number: 1)
        page.append(Sample.figure("a", number: 1))
        for size in [(100, 100), (0, 1), (-1, 1), (Int.max, 1)] {
            let file = FigureFile(path: size.0 == 100 ? path : "a.png", width: size.0, height: size.1)
            #expect(throws: PublishingError.self) {
                try HTMLPublisher(Sample.report()).lesson(page, figures: { _, _, _ in file })
            }
        }
    }

    @Test("a listing shown twice has two places")
    func listings() {
        let listing = Listing(name: "a", file: "A.swift", firstLine: 1, source: "")
        #expect(problem(.code(listing), .code(listing)) == nil)
    }

    @Test("a page that the report does not list, or lists elsewhere")
    func numbering() {
        #expect(problem(number: 2)?.problem == .wrongNumber(2, expected: 1))
        var report = Sample.report()
        report.lessons = [Sample.edges]
        #expect(problem(report: report)?.problem == .unknownLesson("kernels", nearMisses: []))
    }

    @Test("a report that can't be")
    func reports() {
        func refused(_ change: (inout Report) -> Void) -> PublishingError.Problem? {
            var report = Sample.report()
            change(&report)
            do {
                _ = try HTMLPublisher(report)
                return nil
            } catch {
                return error.problem
            }
        }
        #expect(refused { $0.languages = [] } == .noLanguage)
        #expect(refused { $0.languages = [.en, .en] } != nil)
        #expect(refused { $0.lessons.append(Sample.edges) } == .duplicateName("edges", of: "lesson"))
        #expect(refused { $0.source = "http://example.org/" } == .badSource("http://example.org/"))
        #expect(refused { $0.source = "https://example.org" } == .badSource("https://example.org"))
        #expect(refused { $0.source = "https://a.org/\" onclick=\"x/" } != nil)
        let bad = LessonDescription(
            id: "../x", title: Localized(same: ""), question: Localized(same: ""), goals: [], minutes: 1)
        #expect(refused { $0.lessons.append(bad) } == .badName("../x", of: "lesson"))
    }

    @Test(
        "hostile text in every place stays text",
        arguments: [
            "</style></script><script>alert(1)</script>", "\"\u{301} onload=\"alert(1)", "{{{title}}}{{#a}}", "\u{0}&<",
        ])
    func hostile(text: String) throws {
        let phrase = Localized(same: Phrase(text))
        let lesson = LessonDescription(id: "kernels", title: phrase, question: phrase, goals: [phrase], minutes: 3)
        var report = Report(
            title: phrase, introduction: phrase, lessons: [lesson, Sample.edges], languages: Language.allCases)
        report.notices = [phrase]
        report.provenance = [Provenance(label: phrase, value: text)]
        report.source = "https://example.org/"
        var page = Page(lesson: lesson, number: 1)
        page.append(.prose(phrase))
        page.append(
            .prose(Localized(same: Phrase("`\(text)` *\(text)* ## \(text)\n\n    \(text)\n\n```\n\(text)\n```"))))
        page.append(.code(Listing(name: "a", file: text, firstLine: 1, source: text + "\n\"\(text)\" // \(text)")))
        page.append(.output(phrase))
        page.append(
            .figure(
                FigureCell(
                    id: "a", number: 1, title: phrase, caption: phrase, alternative: phrase,
                    figure: { throw CancellationError() })))
        page.append(.table(Table(caption: phrase, columns: [(phrase, .trailing)], rows: [[phrase]])))
        page.append(.comparison([Comparison(quantity: phrase, material: phrase, measured: phrase)]))
        page.append(.question(phrase, answer: phrase))
        page.append(.exercise(phrase, solution: phrase))
        page.append(.margin(phrase))
        page.append(.attempt(command: text, purpose: phrase))
        for file in try HTMLPublisher(report).site([page], figures: Sample.figures)
        where file.path.hasSuffix(".html") {
            let checker = MarkupChecker(file.bytes)
            #expect(checker.faults.isEmpty, "\(file.path): \(checker.faults)")
            #expect(checker.scripts.count == 1 && checker.all("style").count == 1)
            #expect(checker.elements.allSatisfy { $0.attributes["onload"] == nil })
        }
    }
}
