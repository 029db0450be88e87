import Foundation
import Languages
import Notebook
import TestSupport
import Testing

@testable import Publishing

/// What a page's script reads: a page in a file of its own, or several in the page itself.
struct KnownPage: Decodable, Equatable {
    let address: String
    let separator: String
    let number: Int?
    let title: String
    /// Anchor, heading, section, text.
    let places: [[String]]

    var text: String { places.joined().joined(separator: "\n") }

    func place(_ anchor: String) -> [String]? { places.first { $0[0] == anchor } }

    /// - Parameter file: as browsers load it.
    init(_ file: PublishedFile) throws {
        let text = String(decoding: file.bytes, as: UTF8.self)
        let start = "document.currentScript.page = "
        guard text.hasPrefix(start), text.hasSuffix(";\n") else { throw CocoaError(.fileReadCorruptFile) }
        self = try JSONDecoder().decode(Self.self, from: Data(text.dropFirst(start.count).dropLast(2).utf8))
    }
}

@Suite("What the search knows", .limited)
struct SearchTests {
    let files: [PublishedFile]

    init() throws {
        files = try HTMLPublisher(Self.report()).site(
            [Sample.kernelsPage(), Self.edgesPage()], figures: Sample.figures)
    }

    private static func report() -> Report {
        var report = Sample.report()
        report.glossary = Glossary([
            Term(
                "kernel", en: "kernel|kernels", es: "núcleo|núcleos", lesson: "kernels",
                Localized(en: "A *matrix* of weights, see [](kernels.html).", es: "Una *matriz* de pesos."))
        ])
        return report
    }

    /// With a heading within a list, and prose behind a figure.
    private static func edgesPage() -> Page {
        var page = Sample.edgesPage()
        page.prose(en: "- ## Signs\n\n  Below zero.", es: "- ## Signos\n\n  Bajo cero.")
        page.prose(en: "Above zero.", es: "Sobre cero.")
        return page
    }

    private func known(_ name: String, _ language: Language) throws -> KnownPage {
        try KnownPage(try #require(files.first { $0.path == language.searchIndex(of: name) }))
    }

    @Test("every page but those that lead to others has its file, in its language")
    func names() {
        let scripts = files.map(\.path).filter { $0.hasSuffix(".js") }
        #expect(
            scripts == [
                "en/search/kernels.js", "es/search/kernels.js", "en/search/edges.js", "es/search/edges.js",
                "en/search/glossary.js", "es/search/glossary.js",
            ])
    }

    @Test("every place is on the page that it names", arguments: Language.allCases)
    func places(language: Language) throws {
        for name in ["kernels", "edges", "glossary"] {
            let known = try known(name, language)
            #expect(known.address == "\(name).html" && known.separator == "#")
            let file = try #require(files.first { $0.path == language.page(name) })
            let page = MarkupChecker(file.bytes)
            #expect(known.places.first?.first == "" && known.places.count > 1)
            for place in known.places {
                #expect(place.count == 4 && (place[0].isEmpty || page.ids.contains(place[0])), "\(place)")
            }
            #expect(Set(known.places.map { $0[0] }).count == known.places.count)
        }
    }

    @Test("titles, questions, headings, prose, figures, tables, exercises and commands are found; code is not")
    func contents() throws {
        let known = try known("kernels", .en)
        #expect(known.number == 1 && known.title == "A kernel visits every pixel")
        #expect(known.place("")?[3].hasPrefix("How can nine numbers change a whole picture? Multiply a window") == true)
        #expect(known.place("section-1")?[1] == "Multiply and add")
        #expect(known.place("fig-overlay")?[1] == "Figure 1.1: Title")
        #expect(
            known.place("fig-overlay")?[3] == """
                The kernel on the window at 137: nine products, and their sum in teal. \
                A grid of numbers with a "frame" of three by three.
                """)
        #expect(known.place("table-1")?[1].hasPrefix("Table 1.1: ") == true)
        for cell in Sample.cells {
            switch cell {
            case .attempt(let command, _): #expect(known.text.contains(command))
            case .code(let listing): #expect(!known.text.contains(listing.source.prefix(30)))
            default: break
            }
        }
        #expect(known.text.contains("identity · 1 · nothing; box · 1.00 · blurs"))
        #expect(!known.text.contains("identity at the middle"))
    }

    @Test("text is what a reader sees: no markup, links by their words, formulas in a line")
    func plain() throws {
        let known = try known("kernels", .en)
        let opening = try #require(known.place("cell-1")?[3])
        #expect(opening.hasPrefix("A kernel is a small matrix of numbers."))
        #expect(opening.contains("as Figure 1.1 shows") && opening.contains("lesson 2 chooses"))
        #expect(known.text.contains("S(i, j) = ∑_(m = 0)^(k − 1) ∑_(n = 0)^(k − 1) I(i + m, j + n) K(m, n)"))
        #expect(!known.text.contains("\\") && !known.text.contains("**") && !known.text.contains("]("))
        #expect(
            try self.known("glossary", .en).place("kernel") == [
                "kernel", "kernel", "", "A matrix of weights, see lesson 1.",
            ])
    }

    @Test("what stands below a heading knows its section, also behind a figure or in a list")
    func sections() throws {
        let known = try known("edges", .en)
        #expect(known.places.map { $0[0] } == ["", "cell-1", "fig-similar", "section-1", "cell-4"])
        #expect(known.place("section-1") == ["section-1", "Signs", "", "Below zero."])
        #expect(known.place("cell-4") == ["cell-4", "", "Signs", "Above zero."])
        #expect(known.place("fig-similar")?[2] == "")
    }

    @Test("each language has its own words and no other's, and the same places")
    func languages() throws {
        for name in ["kernels", "edges", "glossary"] {
            let (english, spanish) = (try known(name, .en), try known(name, .es))
            #expect(english.places.map { $0[0] } == spanish.places.map { $0[0] })
            for (one, other) in zip(english.places, spanish.places) where one[3].count > 12 {
                #expect(one[3] != other[3])
            }
            #expect(english.text.firstMatch(of: /\b(el|los|una|núcleos?|imagen)\b/) == nil)
            #expect(spanish.text.firstMatch(of: /\b(the|kernel is|picture|numbers)\b/) == nil)
        }
        #expect(try known("kernels", .es).place("section-1")?[1] == "Multiplicar y sumar")
    }

    @Test("the same pages give the same bytes, alone as among others")
    func bytes() throws {
        let publisher = try HTMLPublisher(Self.report())
        let alone = try publisher.lesson(Self.edgesPage(), figures: Sample.figures)
        for file in alone { #expect(files.contains(file), "\(file.path)") }
        #expect(try publisher.site([Sample.kernelsPage(), Self.edgesPage()], figures: Sample.figures) == files)
    }

    @Test("a text comes back as it was, and ends no element and no script", arguments: NaughtyStrings.all)
    func naughty(text: String) throws {
        let context = try HTMLPublisher(Self.report()).context(.en)
        let page = SearchPage(
            of: "a", number: nil, title: "t", places: [.init(anchor: "a", heading: text, section: text, text: text)],
            in: context)
        let file = page.file(at: "en/search/a.js")
        let known = try KnownPage(file)
        #expect(
            known.places.map { $0.map { Array($0.unicodeScalars) } } == [
                ["a", text, text, text].map { Array($0.unicodeScalars) }
            ])
        let script = String(decoding: file.bytes, as: UTF8.self).unicodeScalars
        #expect(!script.contains("<") && !script.contains("\u{2028}") && !script.contains("\r"))
    }

    @Test("the one file knows the same of every language, and leads to places in itself")
    func whole() throws {
        let drawing = try Sample.drawing
        let file = try HTMLPublisher(Self.report())
            .wholeFile([Sample.kernelsPage(), Self.edgesPage()], figures: Sample.figures) { _ in drawing }
        let text = String(decoding: file.bytes, as: UTF8.self)
        let blocks = text.matches(of: /<script type="application\/json">(.*?)<\/script>/.dotMatchesNewlines()).map(\.1)
        #expect(blocks.count == 2)
        let ids = MarkupChecker(file.bytes).ids
        for (language, block) in zip([Language.en, .es], blocks) {
            let pages = try JSONDecoder().decode([KnownPage].self, from: Data(block.utf8))
            #expect(try pages.map(\.places) == ["kernels", "edges", "glossary"].map { try known($0, language).places })
            for page in pages {
                #expect(page.address.hasPrefix("#\(language.code).") && page.separator == ".")
                for place in page.places {
                    let target = page.address.dropFirst() + (place[0].isEmpty ? "" : "." + place[0])
                    #expect(ids.contains(String(target)), "\(target)")
                }
            }
        }
    }

    @Test("a page brings what is said of each number of results, in the form that the number needs")
    func counts() throws {
        for (path, one, two, more) in [
            ("en/index.html", "1 result", "2 results", "The 40 best results; there are more"),
            ("es/index.html", "1 resultado", "2 resultados", "Los 40 mejores resultados; hay más"),
        ] {
            let file = try #require(files.first { $0.path == path })
            let field = try #require(
                MarkupChecker(file.bytes).elements.first { $0.attributes["role"] == "search" })
            let counts = try #require(field.attributes["data-counts"]).split(separator: "\n").map(String.init)
            #expect(counts.count == 40 && counts.first == one && counts[1] == two)
            #expect(field.attributes["data-more"] == more)
        }
    }

    @Test("a page asks for what is there, and only a page that asks may load it")
    func field() throws {
        let publisher = try HTMLPublisher(Self.report())
        let there: Set = ["en/edges.html", "en/glossary.html"]
        let alone = try publisher.lesson(Self.edgesPage(), reach: .only(there), figures: Sample.figures)
        let drawing = try Sample.drawing
        let whole = try publisher.wholeFile(
            [Sample.kernelsPage(), Self.edgesPage()], figures: Sample.figures
        ) { _ in drawing }
        func fields(_ file: PublishedFile?) throws -> [MarkupChecker.Element] {
            MarkupChecker(try #require(file).bytes).elements.filter { $0.attributes["role"] == "search" }
        }
        #expect(try fields(alone[0]).map { $0.attributes["data-pages"] } == ["edges glossary"])
        #expect(try fields(whole).map { $0.attributes["data-pages"] } == [nil, nil])
        for (path, pages) in [
            ("en/kernels.html", ["kernels edges glossary"]), ("es/index.html", ["kernels edges glossary"]),
            ("index.html", []),
        ] {
            let file = files.first { $0.path == path }
            #expect(try fields(file).map { $0.attributes["data-pages"] } == pages)
            // Without a script there is no field.
            #expect(try fields(file).allSatisfy { $0.attributes["hidden"] != nil })
        }
        for file in files.filter({ $0.path.hasSuffix(".html") }) + [whole] {
            let text = String(decoding: file.bytes, as: UTF8.self)
            #expect(
                text.contains("strict-dynamic") == !["index.html", "course.html"].contains(file.path), "\(file.path)")
        }
    }
}
