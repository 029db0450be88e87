import Documents
import Languages
import TestSupport
import Testing

@testable import Figures

@Suite("What figures say themselves", .limited)
struct FigureWordTests {
    @Test("stands in the languages' files, key by key, and nothing stands there that no figure says")
    func keys() throws {
        let catalogue = try #require(LanguageSet.course.words["figures"])
        #expect(try #require(catalogue.leader).keys.sorted() == FigureWord.allCases.map(\.rawValue).sorted())
        for language in Language.allCases { #expect(catalogue.gaps(in: language).isEmpty) }
    }

    @Test("has every slot filled that it has", arguments: Sample.all)
    func slots(sample: Sample) {
        for language in Language.allCases {
            let format = NumberFormat(language)
            #expect(!sample.figure.alternative.text(in: format).contains("⟨"))
            #expect(sample.figure.table?.csv(in: language).contains("⟨") != true)
        }
    }

    @Test("is in sentences: each begins with a capital or a name and stays in its line", arguments: Sample.all)
    func sentences(sample: Sample) {
        for language in Language.allCases {
            let text = sample.figure.alternative.text(in: NumberFormat(language))
            #expect(!text.contains("\n"), "\(text)")
            #expect(text.firstMatch(of: /\.\s(lowest|mínimo)\b/) == nil, "\(text)")
        }
    }

    @Test("a caption of two lines is one line in a sentence")
    func captions() {
        let caption = Localized(en: "grey\n\(8) × \(8)", es: "gris\n\(8) × \(8)").inOneLine
        #expect(caption.text(in: NumberFormat(.en)) == "grey: 8 × 8" && caption.isWritten(in: .es))
    }
}
