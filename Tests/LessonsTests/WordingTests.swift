import Languages
import Notebook
import TestSupport
import Testing

@testable import Lessons

@Suite("Sentences that read a confusion matrix", .limited)
struct WordingTests {
    private func text(_ value: Material.Value) throws -> [String] { try value.read() }

    /// Ten classes, everything right but what is named.
    private func matrix(_ errors: (truth: Int, taken: Int, count: Int)...) -> [[Int]] {
        var counts = (0..<10).map { row in (0..<10).map { $0 == row ? 20 : 0 } }
        for error in errors { counts[error.truth][error.taken] = error.count }
        return counts
    }

    @Test("a digit with one rival names it, and how often")
    func rival() throws {
        #expect(
            try text(.reading(of: 5, in: matrix((5, 3, 7), (5, 8, 2)))) == [
                "20 of the 29 images of the 5 are classified correctly. It is most often taken for a 3 (7 times).",
                "Se reconocen bien 20 de las 29 imágenes del 5. Con lo que más se confunde es con un 3 (7 veces).",
            ])
    }

    @Test("rivals that are equally frequent are all named")
    func tie() throws {
        #expect(
            try text(.reading(of: 5, in: matrix((5, 3, 1), (5, 8, 1)))) == [
                "20 of the 22 images of the 5 are classified correctly. It is most often taken for a 3 or an 8 "
                    + "(once each).",
                "Se reconocen bien 20 de las 22 imágenes del 5. Con lo que más se confunde es con un 3 o un 8 "
                    + "(una vez en cada caso).",
            ])
    }

    @Test("a digit that is never mistaken says so")
    func none() throws {
        #expect(try text(.reading(of: 5, in: matrix()))[0] == "All 20 images of the 5 are classified correctly.")
    }

    @Test("the most frequent mistake of all, alone, tied, and absent")
    func mostFrequent() throws {
        #expect(
            try text(.mostFrequentConfusion(in: matrix((9, 7, 13), (4, 9, 2)))) == [
                "The most frequent mistake is a 9 taken for a 7 (13 times).",
                "El error más frecuente es confundir un 9 con un 7 (13 veces).",
            ])
        #expect(
            try text(.mostFrequentConfusion(in: matrix((9, 7, 2), (8, 3, 2)))) == [
                "The most frequent mistakes, twice each: an 8 taken for a 3 and a 9 taken for a 7.",
                "Los errores más frecuentes, 2 veces cada uno: confundir un 8 con un 3 y confundir un 9 con un 7.",
            ])
        #expect(try text(.mostFrequentConfusion(in: matrix()))[0] == "No digit was taken for another.")
    }

    @Test("a probability is never rounded to certainty")
    func certainty() throws {
        #expect(try text(.certainty(0.982)) == ["of 98.2%", "del 98,2\u{A0}%"])
        #expect(try text(.certainty(0.99999)) == ["of more than 99.9%", "de más del 99,9\u{A0}%"])
    }
}
