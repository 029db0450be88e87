import Documents
import Languages
import TestSupport
import Testing

@testable import Figures

@Suite("What figures say themselves")
struct FigureWordTests {
    @Test("stands in the languages' files, key by key, and nothing stands there that no figure says")
    func keys() throws {
        let catalogue = try #require(LanguageSet.course.words["figures"])
        #expect(try #require(catalogue.leader).keys.sorted() == FigureWord.allCases.map(\.rawValue).sorted())
        for language in Language.allCases { #expect(catalogue.gaps(in: language, of: "figures").isEmpty) }
    }

    @Test("has every slot filled that it has", arguments: Sample.all)
    func slots(sample: Sample) {
        for language in Language.allCases {
            let format = NumberFormat(language)
            #expect(!sample.figure.alternative.text(in: format).contains("⟨"))
            #expect(sample.figure.table?.csv(in: language).contains("⟨") != true)
        }
    }
}
