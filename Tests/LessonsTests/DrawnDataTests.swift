import Foundation
import Languages
import Lessons
import Notebook
import TestSupport
import Testing

@Suite("Pages about digits that the program drew", .limited)
struct DrawnDataTests {
    @Test("no figure shows handwriting", arguments: [(Language.en, "hand"), (.es, "manuscrit"), (.es, "manos")])
    func hands(language: Language, word: String) throws {
        for figure in try Sketched.page("mnist").figures {
            let texts = [figure.title, figure.caption, figure.alternative].map { $0.text(in: NumberFormat(language)) }
            #expect(!texts.contains { $0.lowercased().contains(word) }, "\(figure.id): \(texts)")
        }
    }

    @Test(
        "and where the course material's numbers stand beside theirs, it is said that those are of MNIST",
        arguments: ["cnn", "dropout", "compact"])
    func material(lesson: String) throws {
        let said = try Sketched.page(lesson).cells.compactMap { cell in
            if case .prose(let text) = cell { text.text(in: NumberFormat(.en)) } else { nil }
        }
        #expect(said.contains { $0.contains("MNIST") && $0.contains("drawn digits") })
    }
}
