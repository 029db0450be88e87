import Documents
import Languages
import TestSupport
import Testing

@testable import Publishing

@Suite("What pages say themselves", .limited)
struct PageWordTests {
    /// What the run says on pages, whose keys stand where it is made.
    private static let others: Set<String> = [
        "title", "introduction", "seed", "data", "program", "drawnDigits", "drawnGarments", "notice.digits",
        "notice.digitsLabel", "notice.garments", "notice.garmentsLabel", "notice.quick", "notice.quickLabel", "ownData",
        "notice.own", "notice.ownLabel", "notice.picture", "notice.pictureLabel",
    ]

    @Test("stands in the languages' files, key by key, and nothing stands there that no page says")
    func keys() throws {
        let catalogue = try #require(LanguageSet.course.words["pages"])
        let said = Self.others.union(PageWord.allCases.map(\.rawValue)).union(
            LabWord.allCases.map { "lab.\($0.rawValue)" })
        #expect(try Set(#require(catalogue.leader).keys).symmetricDifference(said).isEmpty)
        for language in Language.allCases { #expect(catalogue.gaps(in: language).isEmpty) }
    }

    @Test("a report of any state fills every slot", arguments: Language.allCases)
    func slots(language: Language) {
        let words = Words(language: language)
        var texts = PageWord.allCases.filter { word in
            LanguageSet.course.words["pages"]?.leader?.entries[word.rawValue]?.message.slots.isEmpty == true
        }.map { words[$0] }
        for word in [PageWord.lesson, .neighbours, .minutes, .outline, .lessonReference, .moreLines] {
            texts += [1, 2].map { words(word, n: $0) }
        }
        texts += [words.figure("1.2"), words.table("1.2"), words.lines(3, 3), words.lines(3, 5)]
        texts += [FailedLesson.Stage.computing, .publishing].flatMap {
            [words.failurePlace("edges", $0), words.failureAdvice($0)]
        }
        texts += LabWord.allCases.map(words.lab)
        #expect(texts.allSatisfy { !$0.isEmpty && !$0.contains("⟨") }, "\(texts)")
    }

    @Test("a lab's texts keep the slots that its script fills, in every language", arguments: Language.allCases)
    func labs(language: Language) {
        let words = Words(language: language)
        for word in LabWord.allCases {
            let text = words.lab(word)
            #expect(word.slots.allSatisfy { text.contains("{\($0)}") }, "\(word): \(text)")
            #expect(text.count { $0 == "{" } == word.slots.count, "\(word): \(text)")
        }
    }
}
