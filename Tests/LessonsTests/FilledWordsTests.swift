import Foundation
import Languages
import Lessons
import Notebook
import Publishing
import TestSupport
import Testing

@Suite("Every word on every page is filled", .limited)
struct FilledWordsTests {
    /// What no reader should see on the pages that these documents make, in English and Spanish.
    private func unfilled(_ documents: [String: String], lessons: [String]) throws -> [UnfilledWord] {
        let curriculum = try Curriculum.course(with: documents)
        let publisher = try HTMLPublisher(
            Report(
                title: Localized(word: "pages.title"), introduction: Localized(word: "pages.introduction"),
                lessons: curriculum.descriptions, languages: curriculum.languages.languages,
                glossary: curriculum.glossary))
        let pages = try lessons.map { try curriculum.page(at: curriculum.index(of: $0), using: Sketched.course) }
        return publisher.unfilledWords(in: pages)
    }

    @Test("in every language: in texts, in what figures draw and in what they say of themselves")
    func everyPage() throws {
        let found = try unfilled(Curriculum.carriedDocuments, lessons: Curriculum.ids)
        #expect(found.isEmpty, "\(found.map { ($0.lesson, $0.language.code, $0.key, $0.slot ?? "") })")
    }

    @Test("and one that is not would be noticed, once for each language")
    func noticed() throws {
        let documents = Curriculum.carriedDocuments.mapValues {
            $0.replacing("{low}", with: "{low, number, integer}")
        }
        let found = try unfilled(documents, lessons: ["pixels"]).filter { $0.slot == "low" }
        #expect(Set(found.map(\.language.code)).isSuperset(of: ["en", "es"]), "\(found)")
        #expect(Set(found).count == found.count)
    }
}
