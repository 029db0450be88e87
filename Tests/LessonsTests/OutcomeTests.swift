import Languages
import Testing

@testable import Lessons

@Suite("Sentences that stay true when a run comes out otherwise")
struct OutcomeTests {
    private func text(_ bilingual: Bilingual) -> [String] {
        Language.allCases.map { bilingual.text(in: NumberFormat($0)) }
    }

    @Test("every outcome of the experiments has a sentence of its own, in both languages")
    func experiments() {
        var summaries: Set<[String]> = []
        for bits in 0..<8 {
            let outcome = Outcome(
                convolutionsPay: bits & 1 > 0, examplesPay: bits & 2 > 0, gapCloses: true, shiftCosts: bits & 4 > 0)
            summaries.insert(text(outcome.summary))
        }
        #expect(summaries.count == 8)
        let good = Outcome(convolutionsPay: true, examplesPay: true, gapCloses: true, shiftCosts: true)
        let bad = Outcome(convolutionsPay: false, examplesPay: false, gapCloses: false, shiftCosts: false)
        #expect(text(good.summary)[0].contains("Convolutions pay") && !text(bad.summary)[0].contains("pay:"))
        #expect(text(good.examplesTitle) != text(bad.examplesTitle))
        #expect(text(bad.gap(of: 600))[0].contains("has not become smaller"))
    }

    @Test("the digit that suffers most from being covered, several that suffer alike, and none")
    func occlusion() {
        #expect(
            text(Occlusion.reading([(2, 0.31), (5, 0.975)])) == [
                "The most vulnerable of these digits is the 5: one square in the wrong place takes 98 percentage points "
                    + "from its probability.",
                "El más vulnerable de estos dígitos es el 5: un cuadrado en mal sitio le quita 98 puntos porcentuales a "
                    + "su probabilidad.",
            ])
        #expect(text(Occlusion.reading([(2, 0.998), (5, 1), (7, 0.5)]))[0].contains("are the 2 and the 5"))
        #expect(text(Occlusion.reading([(2, 0.01)]))[0].contains("takes one percentage point from"))
        #expect(text(Occlusion.reading([(2, 0), (5, -0.1)]))[0].hasPrefix("None of these digits"))
        #expect(text(Occlusion.reading([]))[1].hasPrefix("A ninguno"))
    }

    @Test("most and fewest images of a class, ties, and perfect balance")
    func extremes() {
        #expect(
            text(Survey.extremes(of: [5, 9, 3])) == [
                "Most frequent: the 1, with 9 training images; rarest: the 2, with 3.",
                "El más frecuente: el 1, con 9 imágenes de entrenamiento; el más raro: el 2, con 3.",
            ])
        #expect(text(Survey.extremes(of: [5, 9, 9, 3]))[0].contains("the 1 and the 2, with 9 training images each"))
        #expect(text(Survey.extremes(of: [5, 5]))[0].hasPrefix("Here every digit"))
    }

    @Test("one epoch is one, in both languages")
    func epochs() {
        #expect(text(Wording.epochs(1)) == ["one epoch", "una época"])
        #expect(text(Wording.epochs(12)) == ["12 epochs", "12 épocas"])
    }

    @Test("a smaller network that does as well is an upset, a larger one is none")
    func upset() {
        #expect(Field.isUpset([(100, 90), (30, 90)]))
        #expect(!Field.isUpset([(100, 91), (30, 90)]))
    }

    @Test("a matrix with many mistakes, one, and none")
    func scores() {
        #expect(
            text(Wording.score(of: 10_000, wrong: 93)) == [
                "10,000 digits, 93 mistakes", "10\u{202F}000 dígitos, 93 errores",
            ])
        #expect(text(Wording.score(of: 20, wrong: 1)) == ["20 digits, one mistake", "20 dígitos, un error"])
        #expect(text(Wording.score(of: 20, wrong: 0)) == ["20 digits, not one mistake", "20 dígitos, ni un error"])
    }

    @Test("how soon a loss falls is said where it falls, and not claimed where it does not")
    func pace() {
        #expect(
            text(LearningCurves.pace(of: [1, 0.5, 0.15, 0.1, 0.1])) == [
                "Nine tenths of the way after 3 of 5 epochs", "Nueve décimas partes del camino tras 3 de 5 épocas",
            ])
        for losses in [[], [1], [1, 0.5], [0.5, 0.7, 0.6], [Double.nan, 1, 2]] {
            #expect(text(LearningCurves.pace(of: losses))[0] == "The loss, epoch by epoch")
        }
    }

    @Test("the fewest mistakes: clear, within chance, and tied")
    func verdicts() {
        func laboratory(_ mistakes: Int...) -> Laboratory {
            let results = zip(Runs.kernels + [Runs.reference], mistakes + [250]).map { run, mistakes in
                (
                    run.id,
                    Run.Result(
                        images: 1, epochs: 1, trainingAccuracy: 1, testLoss: 0,
                        testAccuracy: 1 - Double(mistakes) / 10_000, testCount: 10_000)
                )
            }
            return Laboratory(results: Dictionary(uniqueKeysWithValues: results))
        }
        let names = ["a", "b", "c"].map { Bilingual(both: Phrase($0)) }
        func verdict(_ laboratory: Laboratory) -> [String] { text(laboratory.verdict(on: Runs.kernels, names)) }
        #expect(
            verdict(laboratory(100, 200, 400)) == [
                "Fewest mistakes: a, with 100 against 400 of the weakest. That is more than chance would do.",
                "El menor número de errores: a, con 100 frente a 400 en el peor caso. Es más de lo que haría el azar.",
            ])
        #expect(verdict(laboratory(250, 240, 260))[1].hasSuffix("No basta para descartar el azar."))
        #expect(verdict(laboratory(240, 250, 240))[0] == "There is a tie at 240 mistakes: a and c.")
    }
}
