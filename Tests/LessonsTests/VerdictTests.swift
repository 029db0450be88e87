import Languages
import Testing

@testable import Lessons

@Suite("Sentences that judge a comparison")
struct VerdictTests {
    private func text(_ bilingual: Bilingual) -> [String] {
        Language.allCases.map { bilingual.text(in: NumberFormat($0)) }
    }

    private let small = Bilingual(en: "the small one", es: "la pequeña")
    private let large = Bilingual(en: "the large one", es: "la grande")

    @Test("more, fewer, one, none")
    func counts() {
        #expect(
            text(Wording.comparison(of: (small, 9_912), with: (large, 9_900))) == [
                "the small one reads 12 more images correctly than the large one",
                "la pequeña reconoce 12 imágenes más que la grande",
            ])
        #expect(
            text(Wording.comparison(of: (small, 9_900), with: (large, 9_901))) == [
                "the small one reads one fewer image correctly than the large one",
                "la pequeña reconoce una imagen menos que la grande",
            ])
        #expect(
            text(Wording.comparison(of: (small, 9_900), with: (large, 9_900))) == [
                "the small one reads exactly as many images correctly as the large one",
                "la pequeña reconoce exactamente tantas imágenes como la grande",
            ])
    }

    @Test("each outcome of dropout has a sentence of its own, and the favourable one only when both got better")
    func dropout() {
        func verdict(_ with: (Double, Double), _ without: (Double, Double)) -> String {
            text(
                Overfitting.verdict(
                    withDropout: .init(known: with.0, new: with.1), without: .init(known: without.0, new: without.1)))[
                    0]
        }
        let both = verdict((0.99, 0.98), (1, 0.97))
        let narrower = verdict((0.97, 0.96), (1, 0.97))
        let better = verdict((1, 0.975), (0.99, 0.97))
        let neither = verdict((1, 0.96), (0.99, 0.97))
        #expect(Set([both, narrower, better, neither]).count == 4)
        #expect(both.contains("narrowed the gap and made the network better"))
        #expect(verdict((0.99, 0.97), (0.99, 0.97)) == neither)
    }

    @Test("an advantage that moved pixels take away, halve, leave, or never found")
    func shuffled() {
        func verdict(_ dense: (Int, Int), _ convolutional: (Int, Int)) -> [String] {
            text(
                Shuffled.verdict(
                    dense: .init(plain: dense.0, permuted: dense.1),
                    convolutional: .init(plain: convolutional.0, permuted: convolutional.1)))
        }
        #expect(verdict((400, 400), (150, 500))[0].contains("gone altogether"))
        #expect(
            verdict((400, 400), (150, 300)) == [
                "The advantage of the convolutional network has shrunk from 250 mistakes to 100. It lives on what "
                    + "neighbours have in common, and the permutation has taken its neighbours away.",
                "La ventaja de la red convolucional se ha reducido de 250 errores a 100. Vive de lo que los vecinos "
                    + "tienen en común, y la permutación le ha quitado los vecinos.",
            ])
        #expect(Shuffled.luck(of: .init(plain: 400, permuted: 420)).text(in: NumberFormat(.en)).contains("no more"))
        #expect(Shuffled.luck(of: .init(plain: 400, permuted: 900)).text(in: NumberFormat(.en)).contains("made a diff"))
        #expect(
            Shuffled.luck(of: .init(plain: 400, permuted: 400)).text(in: NumberFormat(.es)) == "ni uno más ni uno menos"
        )
        #expect(verdict((400, 400), (150, 150))[0].contains("kept its advantage"))
        #expect(verdict((400, 400), (400, 500))[0].contains("no advantage to lose"))
    }
}
