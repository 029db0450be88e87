import Languages
import Notebook
import Testing

@testable import Publishing

@Suite("The whole course in one file")
struct WholeFileTests {
    let pages = [Sample.edgesPage(), Sample.kernelsPage()]

    /// The overlay has no words: both languages share its file.
    func figures(_ lesson: String, _ figure: String, _ language: Language) -> FigureFile? {
        figure == "overlay"
            ? FigureFile(path: "figures/kernels/overlay.png", width: 1260, height: 700)
            : Sample.figures(lesson, figure, language)
    }

    func whole() throws -> MarkupChecker {
        let file = try HTMLPublisher(Sample.report()).wholeFile(pages, figures: figures) { _ in Sample.dot }
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

    @Test("nothing is fetched, and a picture that both languages show is there once")
    func pictures() throws {
        let page = try whole()
        let sources = page.all("img").compactMap { $0.attributes["src"] }
        #expect(sources.count == 4 && sources.allSatisfy { $0.hasPrefix("data:image/png;base64,iVBOR") })
        #expect(page.all("image").count == 1)
        #expect(page.all("use").map { $0.attributes["href"] } == ["#picture-1", "#picture-1"])
        #expect(
            page.all("svg").filter { $0.attributes["role"] == "img" }.allSatisfy { $0.attributes["aria-label"] != nil })
    }

    @Test("a missing lesson, a missing picture and a picture that is no PNG are refused")
    func mistakes() throws {
        let publisher = try HTMLPublisher(Sample.report())
        func problem(_ pages: [Page], _ bytes: [UInt8]?) -> PublishingError? {
            do {
                _ = try publisher.wholeFile(pages, figures: figures) { _ in bytes }
                return nil
            } catch {
                return error
            }
        }
        #expect(problem([Sample.edgesPage()], Sample.dot)?.problem == .missingPage)
        #expect(problem(pages, nil)?.problem == .missingFigure("figures/edges/similar.en.png"))
        #expect(problem(pages, Array("GIF89a".utf8))?.lesson == "edges")
        #expect(problem(pages + [Sample.edgesPage()], Sample.dot)?.problem == .duplicateName("edges", of: "page"))
    }
}
