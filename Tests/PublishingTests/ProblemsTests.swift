import Languages
import Notebook
import TestSupport
import Testing

@testable import Publishing

@Suite("All that is wrong with the pages of a course, not only the first", .limited)
struct ProblemsTests {
    @Test("formulas in captions and tables, in the language at fault; links into other lessons")
    func all() throws {
        var kernels = Page(lesson: Sample.kernels, number: 1)
        kernels.append(.prose(Localized(en: "$\\farc$", es: "bien $x$")))
        kernels.append(
            .table(
                Table(
                    caption: Localized(same: "fine"), columns: [(Localized(same: "$n$"), .leading)],
                    rows: [[Localized(en: "fine", es: "$\\srqt{2}$")]])))
        kernels.append(.prose(Localized(same: "[x](edges.html#fig-nothing)")))
        let edges = Page(lesson: Sample.edges, number: 2)
        let problems = try HTMLPublisher(Sample.report()).problems(in: [kernels, edges])
        #expect(problems.map(\.language) == [.en, .en, .es, .es])
        #expect(problems.map(\.cell) == ["cell 1 (prose)", "cell 3 (prose)", "cell 2 (table)", "cell 3 (prose)"])
        #expect(try "\(#require(problems.first))".contains("\\farc"))
    }

    @Test("nothing in the sample course")
    func clean() throws {
        let pages = [Sample.kernelsPage(), Sample.edgesPage()]
        #expect(try HTMLPublisher(Sample.report()).problems(in: pages).isEmpty)
    }

    @Test("a term that the prose of its lesson never uses is named, by language")
    func missing() throws {
        var report = Sample.report()
        report.glossary = Glossary([
            Term(
                "stride", en: "stride", es: "paso", lesson: "kernels", Localized(same: "How far a window moves."))
        ])
        var page = Page(lesson: Sample.kernels, number: 1)
        page.append(.prose(Localized(en: "A stride.", es: "Nada.")))
        let missing = try HTMLPublisher(report).missingTerms(in: [page])
        #expect(missing.map(\.term) == ["stride"] && missing.map(\.language) == [.es])
    }
}
