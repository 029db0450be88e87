import Figures
import Foundation
import Languages
import Notebook
import TestSupport
import Testing

@testable import Publishing

@Suite("A report around a lesson that fails", .limited)
struct ReportRunTests {
    struct Broken: Error, CustomStringConvertible { let description = "no <value> at row 3" }

    /// A lesson without figures, which links to the one that fails.
    struct Fine: SampleLesson {
        static let id = "fine"
        static let texts = ["en": "See [there](broken.html#section-1).", "es": "Mira [allí](broken.html#section-1)."]
        func run(into material: inout Material, using course: Course) throws { material.record("answer", 42) }
    }

    struct FailsComputing: SampleLesson {
        static let id = "broken"
        static let texts = ["en": "## One", "es": "## Uno"]
        func run(into material: inout Material, using course: Course) throws { throw Broken() }
    }

    struct FailsDrawing: SampleLesson {
        static let id = "broken"
        static let texts = ["en": "## One\n\n" + figure, "es": "## Uno\n\n" + figure]
        private static let figure = ":::{figure} x\n---\ntitle: x\nalt: x\n---\nx\n:::"
        func run(into material: inout Material, using course: Course) throws {
            material.figure("x") { _ in throw Broken() }
        }
    }

    struct FailsLinking: SampleLesson {
        static let id = "broken"
        static let texts = [
            "en": "## One\n\n[x](fine.html#fig-nowhere)", "es": "## Uno\n\n[x](fine.html#fig-nowhere)",
        ]
    }

    /// The lesson that ``Fine`` links to, and nothing is wrong with it.
    struct Works: SampleLesson {
        static let id = "broken"
        static let texts = ["en": "## One", "es": "## Uno"]
    }

    @Test("as long as a lesson is not written, links lead to its page and to no place on it")
    func underWay() throws {
        try withOutput { (folder: URL) throws in
            let page = folder.appending(path: "Output/en/fine.html")
            var meanwhile = ""
            let (files, failed) = try run([Fine.self, Works.self], into: folder) { step in
                if case .computing(let lesson) = step, lesson.id == "broken" {
                    meanwhile = try String(contentsOf: page, encoding: .utf8)
                }
            }
            #expect(failed.isEmpty)
            #expect(meanwhile.contains("href=\"broken.html\"") && !meanwhile.contains("broken.html#"))
            #expect(files["en/fine.html"]?.contains("href=\"broken.html#section-1\"") == true)
        }
    }

    /// The files that a run writes, and the lessons that it says have failed.
    private func run(_ lessons: [any SampleLesson.Type]) throws -> (files: [String: String], failed: [FailedLesson]) {
        try withOutput { try run(lessons, into: $0) }
    }

    private func withOutput<Value>(_ body: (URL) throws -> Value) throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appending(path: "course-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder)
    }

    /// - Parameter tell: called before each step.
    private func run(
        _ lessons: [any SampleLesson.Type], into folder: URL, tell: @escaping (ReportRun.Step) throws -> Void = { _ in }
    ) throws -> (files: [String: String], failed: [FailedLesson]) {
        let curriculum = try Curriculum(samples: lessons)
        let settings = RunSettings(seed: 1, isQuick: true, digits: .init(.mnist, from: .drawn(seed: 1)))
        let course = Course(
            settings: settings, store: ResultStore(folder: folder.appending(path: "store")), threads: 1)
        let report = Report(
            title: Localized(same: "Course"), introduction: Localized(same: "Text."), lessons: curriculum.descriptions,
            languages: Language.allCases)
        let output = ReportFolder(folder.appending(path: "Output"))
        var writer = ReportWriter(
            folder: output, publisher: try HTMLPublisher(report),
            figureFiles: FigureFiles(style: FigureStyle(embeds: true), provenance: []), dpi: 200)
        let failed = try ReportRun(curriculum, using: course, tell: tell).write(
            with: &writer, status: ReportStatus(of: writer.publisher, into: output),
            provenance: RunProvenance(settings: settings, languages: [.en, .es], processor: ""))
        var files: [String: String] = [:]
        for path in output.hashes.keys {
            files[path] = try String(contentsOf: folder.appending(path: "Output/\(path)"), encoding: .utf8)
        }
        return (files, failed)
    }

    @Test(
        "its page says what failed, where and what to do; everything else is whole",
        arguments: [
            (FailsComputing.self as any SampleLesson.Type, "no &lt;value&gt; at row 3", "while its code ran"),
            (FailsDrawing.self, "no &lt;value&gt; at row 3", "while its figures were drawn"),
            (
                FailsLinking.self, "broken.en.md:9: error: nothing on the page is called #fig-nowhere",
                "while its figures were drawn"
            ),
        ])
    func panel(lesson: any SampleLesson.Type, message: String, place: String) throws {
        let (files, failed) = try run([Fine.self, lesson])
        #expect(failed.map(\.lesson.id) == ["broken"])
        #expect(
            files.keys.filter { $0.hasSuffix(".html") }.sorted() == [
                "course.html", "en/broken.html", "en/fine.html", "en/index.html", "es/broken.html", "es/fine.html",
                "es/index.html", "index.html",
            ])
        #expect(files["results/fine.json"] != nil)
        #expect(files["es/search/broken.js"]?.contains("Why?") == true)
        let page = try #require(files["en/broken.html"])
        #expect(page.contains(message) && page.contains(place) && page.contains("course lesson broken"))
        #expect(try #require(files["es/broken.html"]).contains("Esta lección no se pudo generar"))
        #expect(try #require(files["course.html"]).contains(message))
        for (path, text) in files where path.hasSuffix(".html") {
            #expect(MarkupChecker(text).faults.isEmpty, "\(path): \(MarkupChecker(text).faults)")
        }
        // The place in the lesson that failed is not there; its page is.
        #expect(try #require(files["en/fine.html"]).contains("See <a href=\"broken.html\">there</a>"))
    }

    @Test("nothing fails, and nothing says so")
    func fine() throws {
        let (files, failed) = try run([FineAlone.self])
        #expect(failed.isEmpty && files["course.html"]?.contains("class=\"failure\"") == false)
    }

    struct FineAlone: SampleLesson {
        static let id = "fine"
        static let texts = ["en": "a", "es": "a"]
    }

    // MARK: While it is made

    struct Last: SampleLesson {
        static let id = "last"
        static let texts = ["en": "b", "es": "b"]
    }

    private func text(_ path: String, in folder: URL) throws -> String {
        try String(contentsOf: folder.appending(path: "Output/\(path)"), encoding: .utf8)
    }

    private func known(_ lesson: String, in folder: URL) throws -> KnownPage {
        let path = Language.en.searchIndex(of: lesson)
        return try KnownPage(PublishedFile(path: path, bytes: Array(text(path, in: folder).utf8)))
    }

    private let refresh = "http-equiv=\"refresh\""

    @Test("a lesson is there before the next is computed; the first page says what is there and what is not")
    func oneByOne() throws {
        try withOutput { folder in
            var seen = 0
            _ = try run([FineAlone.self, Last.self], into: folder) { (step: ReportRun.Step) throws in
                guard case .computing(let lesson) = step else { return }
                seen += 1
                let isFirst = lesson.id == "fine"
                for path in ["index.html", "en/index.html", "es/index.html", "en/last.html"] {
                    #expect(try text(path, in: folder).contains(refresh), "\(path)")
                }
                #expect(try text("en/fine.html", in: folder).contains(refresh) == isFirst)
                #expect(try text("en/index.html", in: folder).contains("\(isFirst ? 0 : 1) of 2 lessons are here"))
                #expect(try text("es/last.html", in: folder).contains("Esta lección aún se está generando"))
                // What the search knows fits the pages that are there.
                #expect(try known("fine", in: folder).places.count == (isFirst ? 1 : 2))
                #expect(try known("last", in: folder).places.map { $0[3] } == ["Why? to see"])
                #expect(try MarkupChecker(text("index.html", in: folder)).faults.isEmpty)
                #expect(try MarkupChecker(text("en/last.html", in: folder)).faults.isEmpty)
            }
            #expect(seen == 2)
            for path in ["index.html", "en/index.html", "en/fine.html", "es/last.html"] {
                #expect(try !text(path, in: folder).contains(refresh), "\(path)")
            }
            #expect(try !text("index.html", in: folder).contains("lessons are here"))
            #expect(try known("last", in: folder).places.count == 2)
        }
    }

    @Test("a report that was made piece by piece is the same bytes as one that is made again at once")
    func sameBytes() throws {
        try withOutput { folder in
            let first = try run([FineAlone.self, Last.self], into: folder).files
            #expect(try run([FineAlone.self, Last.self], into: folder).files == first)
        }
    }

    @Test("pages of an earlier report stay until there are new ones, and after a run that was stopped")
    func stopped() throws {
        struct Full: Error {}
        try withOutput { folder in
            let page = try #require(try run([FineAlone.self, Last.self], into: folder).files["en/last.html"])
            #expect(throws: Full.self) {
                try run([FineAlone.self, Last.self], into: folder) { (step: ReportRun.Step) throws in
                    guard case .computing(let lesson) = step, lesson.id == "last" else { return }
                    #expect(try text("en/index.html", in: folder).contains("from an earlier report"))
                    throw Full()
                }
            }
            #expect(try text("en/last.html", in: folder) == page)
            let index = try text("index.html", in: folder)
            #expect(index.contains("This report was stopped: 1 of 2 lessons are new.") && !index.contains(refresh))
            // Whoever goes on ends with the same report.
            #expect(try run([FineAlone.self, Last.self], into: folder).files["en/last.html"] == page)
        }
    }
}
