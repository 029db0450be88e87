import Languages
import Notebook
import TestSupport
import Testing

@testable import Publishing

@Suite("The glossary and the links into it", .limited)
struct GlossaryTests {
    private static let glossary = Glossary([
        Term(
            "pooling", en: "pooling", es: "agrupación|agrupaciones", lesson: "edges",
            Localized(en: "Making a map smaller.", es: "Encoger un mapa.")),
        Term(
            "max-pooling", en: "max pooling", es: "max pooling", lesson: "edges",
            Localized(en: "Keeping the *largest* value.", es: "Conservar el *mayor* valor.")),
        Term(
            "kernel", en: "kernel|kernels", es: "núcleo|núcleos", lesson: "kernels",
            Localized(en: "A matrix of weights.", es: "Una matriz de pesos.")),
        Term(
            "one-hot", en: "one-hot", es: "one-hot", lesson: "edges",
            Localized(en: "A single one.", es: "Un único uno.")),
    ])

    /// What the linker makes of a text, links written as `[words](id)`.
    private func linked(_ text: String, _ language: Language = .en) throws -> String {
        var linker = TermLinker(Self.glossary, in: language)
        return linker.link(try MarkdownParser.blocks(text)).map(Self.plain).joined(separator: "|")
    }

    private static func plain(_ block: Block) -> String {
        switch block {
        case .paragraph(let inlines), .plain(let inlines), .heading(_, let inlines): plain(inlines)
        case .list(_, let items): items.map { $0.map(plain).joined() }.joined(separator: ";")
        case .note(let content): content.map(plain).joined()
        case .code(_, let text): text
        case .rule, .table: ""
        }
    }

    private static func plain(_ inlines: [Inline]) -> String {
        inlines.map { inline in
            switch inline {
            case .text(let text), .code(let text), .mathematics(let text, _): text
            case .emphasis(let content), .strong(let content): plain(content)
            case .link(let target, let content): "[\(plain(content))](\(target.replacing("glossary.html#", with: "")))"
            case .lineBreak: " "
            }
        }.joined()
    }

    @Test("the first use of a term is linked, later ones are not, whatever their form or case")
    func first() throws {
        #expect(try linked("Kernels move. A kernel stops.") == "[Kernels](kernel) move. A kernel stops.")
        #expect(try linked("Dos núcleos y un núcleo", .es) == "Dos [núcleos](kernel) y un núcleo")
    }

    @Test("the longest term wins, and words are whole")
    func longest() throws {
        #expect(
            try linked("max\npooling, then pooling") == "[max\npooling](max-pooling), then [pooling](pooling)")
        #expect(try linked("spooling and kernelled") == "spooling and kernelled")
        #expect(try linked("a one-hot label") == "a [one-hot](one-hot) label")
    }

    @Test("emphasis, lists and notes are searched; headings, code, formulas and links are not")
    func places() throws {
        #expect(
            try linked("## kernel\n\n`kernel` $kernel$ [kernel](edges.html) **kernel**")
                == "kernel|kernel kernel [kernel](edges.html) [kernel](kernel)")
        #expect(try linked("- a kernel\n- pooling") == "a [kernel](kernel);[pooling](pooling)")
    }

    private func site() throws -> [PublishedFile] {
        var report = Sample.report()
        report.glossary = Self.glossary
        return try HTMLPublisher(report).site([Sample.kernelsPage(), Sample.edgesPage()], figures: Sample.figures)
    }

    @Test("each language has a page of terms, and every link into it leads to a term that is there")
    func links() throws {
        let files = try site()
        for language in Language.allCases {
            let glossary = try #require(files.first { $0.path == "\(language.code)/glossary.html" })
            let page = String(decoding: glossary.bytes, as: UTF8.self)
            for term in Self.glossary.terms {
                #expect(page.contains("id=\"\(term.id)\""))
                #expect(page.contains("href=\"\(term.lesson).html\""))
            }
            var links = 0
            for file in files where file.path.hasPrefix(language.code) {
                let text = String(decoding: file.bytes, as: UTF8.self)
                for link in text.matches(of: /href="glossary\.html#([a-z-]+)"/) {
                    #expect(page.contains("id=\"\(link.output.1)\""))
                    links += 1
                }
            }
            #expect(links > 0)
        }
    }

    @Test("terms are in each reader's alphabetical order, accents aside")
    func order() {
        let names = { (language: Language) in
            Self.glossary.sorted(in: language).map { $0.name.text(in: NumberFormat(language)) }
        }
        #expect(names(.en) == ["kernel", "max pooling", "one-hot", "pooling"])
        #expect(names(.es) == ["agrupación", "max pooling", "núcleo", "one-hot"])
    }

    @Test("a link to a term that is not there names the near misses")
    func unknown() throws {
        var report = Sample.report()
        report.glossary = Self.glossary
        var page = Page(lesson: Sample.kernels, number: 1)
        page.append(.prose(Localized(same: "[x](glossary.html#kernle)")))
        let problems = try HTMLPublisher(report).problems(in: [page])
        #expect(problems.count == 2)
        #expect(problems.first?.problem == .markdown(.unknownAnchor("kernle", nearMisses: ["kernel"])))
    }
}
