import Languages
import Notebook
import TestSupport
import Testing

@testable import Publishing

@Suite("A page shows each figure in the form for where it is read", .limited)
struct FormTests {
    /// Figures that have every form.
    private static func figures(_ lesson: String, _ figure: String, _ language: Language) -> FigureFile? {
        func form(_ name: String, _ width: Int, _ height: Int) -> FigureFile.Form {
            FigureFile.Form(
                path: "figures/\(lesson)/\(figure).\(name).svg", width: width, height: height,
                darkPath: "figures/\(lesson)/\(figure).\(name).dark.svg")
        }
        return FigureFile(
            path: "figures/\(lesson)/\(figure).png", width: 1260, height: 1500,
            darkPath: "figures/\(lesson)/\(figure).dark.png", phone: form("phone", 729, 800),
            print: FigureFile.Form(
                path: "figures/\(lesson)/\(figure).print.svg", width: 1370, height: 614, darkPath: nil),
            emblem: form("emblem", 267, 200), strip: form("strip", 1456, 233))
    }

    private func page(_ path: String) throws -> MarkupChecker {
        let site = try HTMLPublisher(Sample.report()).site(
            [Sample.edgesPage(), Sample.kernelsPage()], figures: Self.figures)
        var files = site
        let publisher = try HTMLPublisher(Sample.report())
        files += try publisher.indexes(figures: Self.figures)
        let file = try #require(files.last { $0.path == path })
        let page = MarkupChecker(file.bytes)
        #expect(page.faults.isEmpty, "\(page.faults)")
        return page
    }

    @Test("paper gets its form of what is shown by day, a telephone one by day and one by night")
    func sources() throws {
        let sources = try page("en/kernels.html").all("source")
        let paper = sources.filter { $0.attributes["media"] == "print" }
        #expect(!paper.isEmpty && paper.allSatisfy { $0.attributes["srcset"]?.hasSuffix(".print.svg") == true })
        let narrow = sources.filter { $0.attributes["media"] == "(max-width: 639px)" }
        #expect(narrow.count == 2 * paper.count)
        #expect(narrow.count { $0.attributes["srcset"]?.hasSuffix(".phone.dark.svg") == true } == paper.count)
        #expect(sources.allSatisfy { Int($0.attributes["width"] ?? "") != nil })
    }

    @Test("the list of lessons has an emblem for each, by day and by night, which screen readers pass over")
    func emblems() throws {
        let images = try page("en/index.html").all("img").filter {
            $0.attributes["src"]?.contains(".emblem.") == true
        }
        #expect(images.count == 2 * Sample.report().lessons.count)
        #expect(images.allSatisfy { $0.attributes["alt"]?.isEmpty == true && $0.attributes["width"] == "80" })
        #expect(images.count { $0.attributes["class"] == "night" } * 2 == images.count)
    }

    @Test("a report without figures has a list without pictures")
    func none() throws {
        let files = try HTMLPublisher(Sample.report()).indexes()
        for file in files where file.path.hasSuffix(".html") { #expect(MarkupChecker(file.bytes).all("img").isEmpty) }
    }

    @Test("a form without a size, or with a path that leads out, is refused as the figure itself would be")
    func hostile() throws {
        for form in [
            FigureFile.Form(path: "figures/a.svg", width: 0, height: 3, darkPath: nil),
            FigureFile.Form(path: "../a.svg", width: 3, height: 3, darkPath: nil),
        ] {
            let file = FigureFile(path: "a.png", width: 100, height: 100, print: form)
            #expect(throws: PublishingError.self) {
                try HTMLPublisher(Sample.report()).site([Sample.kernelsPage(), Sample.edgesPage()]) { _, _, _ in file }
            }
        }
    }
}
