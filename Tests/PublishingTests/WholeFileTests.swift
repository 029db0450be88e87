import Languages
import Notebook
import TestSupport
import Testing

@testable import Publishing

@Suite("The whole course in one file", .limited)
struct WholeFileTests {
    let pages = [Sample.edgesPage(), Sample.kernelsPage()]

    func whole(failures: [FailedLesson] = []) throws -> MarkupChecker {
        let pages = pages.filter { page in !failures.contains { $0.lesson.id == page.lesson.id } }
        let drawing = try Sample.drawing
        let file = try HTMLPublisher(Sample.report())
            .wholeFile(pages, failures: failures, figures: Sample.figures) { _ in drawing }
        #expect(file.path == "course.html")
        return MarkupChecker(file.bytes)
    }

    @Test("it is well formed, holds every lesson in both languages, in order")
    func lessons() throws {
        let page = try whole()
        #expect(page.faults.isEmpty, "\(page.faults)")
        let articles = page.all("article").compactMap { $0.attributes["id"] }
        #expect(articles == ["en.kernels", "en.edges", "es.kernels", "es.edges"])
        let anchors = { (language: String) in
            page.elements.compactMap { $0.attributes["id"] }.filter { $0.hasPrefix(language) }.map { $0.dropFirst(2) }
        }
        #expect(anchors("en") == anchors("es") && anchors("en").contains(".kernels.fig-overlay"))
    }

    @Test("every link stays inside or leads to the source, and its place is there")
    func links() throws {
        let page = try whole()
        for link in page.all("a") {
            let target = try #require(link.attributes["href"])
            if target.hasPrefix("https://example.org/") { continue }
            #expect(target.hasPrefix("#") && page.ids.contains(String(target.dropFirst())), "\(target)")
        }
    }

    @Test("nothing is fetched; every figure is a drawing with a name, and what figures share is there once")
    func pictures() throws {
        let page = try whole()
        #expect(page.all("img").isEmpty)
        let drawings = page.all("svg").filter { $0.attributes["role"] == "img" }
        #expect(drawings.count == 6 && drawings.allSatisfy { $0.attributes["aria-label"]?.isEmpty == false })
        let pictures = page.all("image")
        #expect(pictures.count == 1 && pictures[0].attributes["href"]?.hasPrefix("data:image/png;base64,") == true)
        for use in page.all("use") {
            let target = try #require(use.attributes["href"])
            #expect(target.hasPrefix("#") && page.ids.contains(String(target.dropFirst())))
        }
        #expect(page.elements.allSatisfy { $0.attributes["style"] == nil })
    }

    @Test("a lesson that failed stands there as a panel, and links to places in it lead to that")
    func failure() throws {
        let failure = FailedLesson(
            Sample.kernels, number: 1, stage: .computing, error: CourseError.lessonFailed("kernels", reason: "x"))
        let page = try whole(failures: [failure])
        #expect(page.faults.isEmpty, "\(page.faults)")
        #expect(
            page.all("article").compactMap { $0.attributes["id"] } == [
                "en.kernels", "en.edges", "es.kernels", "es.edges",
            ])
        #expect(page.all("section").filter { $0.attributes["class"] == "failure" }.count == 2)
        for link in page.all("a") {
            let target = try #require(link.attributes["href"])
            #expect(target.hasPrefix("https://") || page.ids.contains(String(target.dropFirst())), "\(target)")
        }
    }

    @Test("a missing lesson and a missing figure are refused")
    func mistakes() throws {
        let publisher = try HTMLPublisher(Sample.report())
        func problem(_ pages: [Page], _ drawing: ThemedDrawing?) -> PublishingError? {
            do {
                _ = try publisher.wholeFile(pages, figures: Sample.figures) { _ in drawing }
                return nil
            } catch {
                return error
            }
        }
        let drawing = try Sample.drawing
        #expect(problem([Sample.edgesPage()], drawing)?.problem == .missingPage)
        #expect(problem(pages, nil)?.problem == .missingFigure("figures/edges/similar.en.png"))
        #expect(problem(pages + [Sample.edgesPage()], drawing)?.problem == .duplicateName("edges", of: "page"))
    }
}
