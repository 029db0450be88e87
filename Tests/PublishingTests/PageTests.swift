import Languages
import Notebook
import TestSupport
import Testing

@testable import Publishing

@Suite("The pages of a report", .limited)
struct PageTests {
    let files: [PublishedFile]

    init() throws {
        files = try HTMLPublisher(Sample.report())
            .site([Sample.kernelsPage(), Sample.edgesPage()], figures: Sample.figures).filter(\.isPage)
    }

    func page(_ path: String) throws -> MarkupChecker {
        MarkupChecker(try #require(files.first { $0.path == path }).bytes)
    }

    @Test("there is a page for each lesson and language, lists, and index.html last")
    func names() {
        #expect(
            files.map(\.path) == [
                "en/kernels.html", "es/kernels.html", "en/edges.html", "es/edges.html", "en/index.html",
                "es/index.html", "index.html",
            ])
    }

    @Test("every page is well formed, says its language, has one h1 and headings in order")
    func wellFormed() throws {
        for file in files {
            let page = MarkupChecker(file.bytes)
            #expect(page.faults.isEmpty, "\(file.path): \(page.faults)")
            #expect(page.all("html")[0].attributes["lang"] == (file.path.hasPrefix("es") ? "es" : "en"))
            #expect(page.all("h1").count == 1 && page.all("main").count == 1 && page.all("title").count == 1)
            let levels = page.elements.compactMap { ["h1": 1, "h2": 2, "h3": 3, "h4": 4][$0.name] }
            #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 }, "\(file.path): \(levels)")
        }
    }

    @Test("a table of a figure's numbers is in the language of its page")
    func tableLanguage() throws {
        for file in files {
            #expect(page(file).all("table").allSatisfy { $0.attributes["lang"] == nil }, "\(file.path)")
        }
    }

    private func page(_ file: PublishedFile) -> MarkupChecker { MarkupChecker(file.bytes) }

    @Test("every link and anchor leads somewhere")
    func links() throws {
        let pages = Dictionary(uniqueKeysWithValues: files.map { ($0.path, MarkupChecker($0.bytes)) })
        for (path, page) in pages {
            for link in page.all("a") + page.all("link") {
                let target = try #require(link.attributes["href"])
                if target.hasPrefix("https://example.org/") || target.hasPrefix("data:image/svg+xml,") { continue }
                let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
                let folder = path.contains("/") ? String(path.prefix(3)) : ""
                let place = parts[0].isEmpty ? path : folder + parts[0]
                let resolved = place.replacing(/^[a-z]{2}\/\.\.\//, with: "")
                let other = try #require(pages[resolved], "\(path) links to \(target)")
                if parts.count > 1 { #expect(other.ids.contains(String(parts[1])), "\(path) links to \(target)") }
            }
        }
    }

    @Test("both languages have the same anchors in the same order, and the switch leads from one to the other")
    func languages() throws {
        let english = try page("en/kernels.html")
        let spanish = try page("es/kernels.html")
        let anchors = { (page: MarkupChecker) in page.elements.compactMap { $0.attributes["id"] } }
        #expect(anchors(english) == anchors(spanish))
        #expect(anchors(english).contains("fig-overlay") && anchors(english).contains("code-correlate"))
        #expect(english.all("link").allSatisfy { $0.attributes["hreflang"] == nil })
        #expect(
            english.all("a").contains { $0.attributes["lang"] == "es" && $0.attributes["href"] == "../es/kernels.html" }
        )
    }

    @Test("where the report has an address, pages name their versions by whole addresses")
    func alternates() throws {
        var report = Sample.report()
        report.base = "https://example.org/course/"
        let files = try HTMLPublisher(report).site([Sample.kernelsPage()], figures: Sample.figures)
        let links = MarkupChecker(files[0].bytes).all("link").filter { $0.attributes["hreflang"] != nil }
        #expect(links.map { $0.attributes["hreflang"] } == ["en", "es"])
        #expect(links[1].attributes["href"] == "https://example.org/course/es/kernels.html")
    }

    @Test("figures are numbered, sized and described; wide ones break out")
    func figures() throws {
        let images = try page("es/kernels.html").all("img")
        #expect(images[0].attributes["src"] == "../figures/kernels/overlay.es.png")
        #expect(images[0].attributes["width"] == "684" && images[0].attributes["height"] == "380")
        #expect(try page("en/kernels.html").all("img")[0].attributes["alt"]?.contains("&quot;frame&quot;") == true)
        let frames = try page("en/kernels.html").all("figure").compactMap { $0.attributes["class"] }
        #expect(frames == ["listing", "drawing", "drawing wide"])
        #expect(try page("es/kernels.html").text.contains("Figura 1.2"))
        #expect(try page("en/kernels.html").text.contains("Table 1.1"))
    }

    @Test("numbers are written as the page's language writes them, unless the reader chose a mark")
    func numbers() throws {
        #expect(try page("es/kernels.html").text.contains("0,9901"))
        #expect(try page("en/kernels.html").text.contains("0.9901"))
        var report = Sample.report()
        report.decimalMark = .point
        let files = try HTMLPublisher(report).lesson(Sample.kernelsPage(), figures: Sample.figures)
        #expect(MarkupChecker(files[1].bytes).text.contains("0.9901"))
    }

    @Test("a listing stands with its place, its line numbers and its output in one frame")
    func listing() throws {
        let page = try page("en/kernels.html")
        let lines = page.elements.compactMap { $0.attributes["data-line"] }
        #expect(lines == (57...68).map(String.init))
        #expect(page.all("samp")[0].path.contains("figure"))
        #expect(
            page.all("a").contains {
                $0.attributes["href"] == "https://example.org/course/blob/main/Sources/Imaging/Correlation.swift#L57"
            })
        #expect(page.text.contains("lines 57–68"))
    }

    @Test("every page carries the notices of the report, and the page's own")
    func notices() throws {
        for file in files {
            #expect(MarkupChecker(file.bytes).elements.contains { $0.attributes["class"] == "notice" })
        }
        let page = Page(lesson: Sample.edges, number: 2, notices: [.drawnDigits])
        var report = Sample.report()
        report.notices.append(RunNotice.drawnDigits.sentence)
        for report in [Sample.report(), report] {
            let files = try HTMLPublisher(report).lesson(page, figures: Sample.figures)
            let text = MarkupChecker(files[1].bytes).text
            #expect(text.components(separatedBy: RunNotice.drawnDigits.sentence.text(in: NumberFormat(.es))).count == 2)
        }
    }

    @Test("the policy allows nothing from outside, and nothing on the page needs more")
    func policy() throws {
        for file in files {
            let page = MarkupChecker(file.bytes)
            let policy = try #require(
                page.all("meta").first { $0.attributes["http-equiv"] == "Content-Security-Policy" }?.attributes[
                    "content"])
            #expect(
                policy.hasPrefix("default-src &#39;none&#39;; ") && !policy.contains("http")
                    && !policy.contains("unsafe"))
            #expect(
                page.elements.allSatisfy { element in
                    element.attributes["style"] == nil && element.attributes.keys.allSatisfy { !$0.hasPrefix("on") }
                })
            #expect(page.all("img").allSatisfy { $0.attributes["src"]?.contains(":") == false })
        }
        // Labs and the gallery bring their own.
        for (name, text) in EmbeddedText.files
        where name.hasSuffix(".css") && !["labs.css", "gallery.css"].contains(name) {
            #expect(
                !text.contains("</style")
                    && files.allSatisfy { String(decoding: $0.bytes, as: UTF8.self).contains(text) })
        }
        for name in ["course.js", "search.js"] {
            #expect(!EmbeddedText.files[name, default: "</script"].contains("</script"))
        }
    }

    @Test("a lesson alone gives the same pages as in the whole report, and the same bytes twice")
    func alone() throws {
        let alone = try HTMLPublisher(Sample.report()).lesson(Sample.edgesPage(), figures: Sample.figures)
        #expect(alone.filter(\.isPage) == Array(files[2...3]))
        let again = try HTMLPublisher(Sample.report())
            .site([Sample.kernelsPage(), Sample.edgesPage()], figures: Sample.figures)
        #expect(again.filter(\.isPage) == files)
    }

    @Test("a report in one language offers no other")
    func oneLanguage() throws {
        let files = try HTMLPublisher(Sample.report(languages: [.es])).site(
            [Sample.edgesPage()], figures: Sample.figures)
        #expect(files.map(\.path) == ["es/edges.html", "es/search/edges.js", "es/index.html", "index.html"])
        #expect(MarkupChecker(files[0].bytes).elements.allSatisfy { $0.attributes["lang"] != "en" })
    }
}

extension PublishedFile {
    fileprivate var isPage: Bool { path.hasSuffix(".html") }
}

extension String {
    fileprivate func components(of separator: String) -> [Substring] {
        self.split(separator: separator, omittingEmptySubsequences: false)
    }
}
