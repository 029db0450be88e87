import Figures
import Foundation
import Languages
import Notebook
import TestSupport
import Testing

@testable import Publishing

@Suite("Title, author and institution are text, whatever they hold", .limited)
struct NamesTests {
    private func report(_ text: String) -> Report {
        var report = Sample.report()
        report.lessons = [Sample.edges]
        report.title = Localized(same: Phrase(text))
        report.signature = Signature(author: text, institution: text)
        return report
    }

    /// A page with one figure and nothing else, for there are many names to try.
    private var page: Page {
        var page = Page(lesson: Sample.edges, number: 1)
        page.append(Sample.figure("similar", number: 1))
        return page
    }

    /// The text as a reader of the page finds it: entities read, what HTML forbids replaced.
    private func shown(_ text: String) -> String { HTML(text: text).markup }

    @Test("on every page and in the one file", arguments: NaughtyStrings.all)
    func pages(text: String) throws {
        let publisher = try HTMLPublisher(report(text))
        let pages = [page]
        let drawing = try Sample.drawing
        var files = try publisher.site(pages, figures: Sample.figures)
        files.append(try publisher.wholeFile(pages, figures: Sample.figures) { _ in drawing })
        let plain = try HTMLPublisher(report("plain")).site(pages, figures: Sample.figures)
        for file in files where file.path.hasSuffix(".html") {
            let page = MarkupChecker(file.bytes)
            #expect(page.faults.isEmpty, "\(file.path): \(page.faults)")
            #expect(page.scripts.count == 1 && page.all("style").count == 1)
            #expect(page.text.contains("<bdi>") == false)
            // A name of blanks is none.
            if text.allSatisfy(\.isWhitespace) { continue }
            // The same elements as with a harmless name: nothing that was typed became one.
            if let twin = plain.first(where: { $0.path == file.path }) {
                #expect(page.elements.map(\.name) == MarkupChecker(twin.bytes).elements.map(\.name), "\(file.path)")
            }
            let source = String(decoding: file.bytes, as: UTF8.self)
            #expect(source.contains("<bdi>\(shown(text))</bdi>"), "\(file.path)")
        }
    }

    @Test("a name that all languages share stands once on the page that they share, and in its title")
    func once() throws {
        let drawing = try Sample.drawing
        func shared(_ report: Report) throws -> [(title: String, heading: String)] {
            let publisher = try HTMLPublisher(report)
            let files =
                try publisher.site([page], figures: Sample.figures).filter { $0.path == "index.html" } + [
                    publisher.wholeFile([page], figures: Sample.figures) { _ in drawing }
                ]
            return files.map { file in
                let source = String(decoding: file.bytes, as: UTF8.self)
                func content(_ element: String) -> String {
                    let behind = source.firstRange(of: "<\(element)>").map { source[$0.upperBound...] } ?? ""
                    return String(behind.prefix { $0 != "\n" })
                }
                return (content("title"), content("h1"))
            }
        }
        let same = try shared(report("Vision, term 2"))
        #expect(same.map(\.title) == Array(repeating: "Vision, term 2</title>", count: 2))
        #expect(same[0].heading == "<span lang=\"en\">Vision, term 2</span> </h1>")
        var report = report("Vision")
        report.title = Localized(en: "Vision", es: "Visión")
        let two = try shared(report)
        #expect(two.map(\.title) == Array(repeating: "Vision · Visión</title>", count: 2))
        #expect(two[0].heading.contains("Vision</span> <span lang=\"es\">Visión</span>"))
    }

    /// Swift 6.0 crashes on a closure within the list of arguments.
    private static let visible = NaughtyStrings.all.filter { !$0.allSatisfy(\.isWhitespace) }

    @Test("in notebooks and in Markdown", arguments: visible)
    func exports(text: String) throws {
        let exporters: [any LessonExporter] = [JupyterExporter(report(text)), MarkdownExporter(report(text))]
        for exporter in exporters {
            let file = try #require(try exporter.files(of: page, in: .en, picture: Sample.picture).last)
            var markdown = String(decoding: file.bytes, as: UTF8.self)
            if exporter is JupyterExporter {
                let object = try JSONSerialization.jsonObject(with: Data(file.bytes)) as? [String: Any]
                let cells = try #require(object?["cells"] as? [[String: Any]])
                markdown = try #require(cells[0]["source"] as? [String]).joined()
            }
            // Read as CommonMark, the line under the heading is a paragraph of text and nothing else.
            // The course's own reader takes a line of bars for a table with a mistake; others know that it is none.
            if text.hasPrefix("|") { continue }
            let opening = markdown.split(separator: "\n\n").prefix(2).joined(separator: "\n\n")
            let blocks = try MarkdownParser.blocks(opening)
            guard case .paragraph(let line) = blocks[1] else {
                Issue.record("\(blocks[1])")
                continue
            }
            #expect(line.allSatisfy { if case .text = $0 { true } else { false } }, "\(line)")
        }
    }

    @Test("in a figure's file", arguments: NaughtyStrings.all)
    func figures(text: String) throws {
        let words = Localized(same: "x")
        var page = Page(lesson: Sample.edges, number: 2)
        page.append(
            .figure(
                FigureCell(
                    id: "bars", number: 1, title: words, caption: words, alternative: words,
                    figure: { Bars(categories: [words, words], series: [Bars.Series(values: [1, 2])]) })))
        let files = FigureFiles(style: FigureStyle(dpi: 40), provenance: [("Author", text)])
        let drawn = try files.draw(page.figures[0], of: page, in: [.en])
        #expect(Data(drawn.drawings[0].rendered.bytes).range(of: Data("Author\0".utf8)) != nil)
    }
}
