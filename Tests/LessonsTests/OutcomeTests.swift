import Languages
import Notebook
import TestSupport
import Testing

@testable import Lessons

@Suite("Sentences that stay true when a run comes out otherwise")
struct OutcomeTests {
    /// The sentence in both languages that a lesson hands over.
    private func text(_ value: Material.Value) throws -> [String] { try value.read() }

    /// Experiments in which the networks that are compared make so many mistakes of 10,000.
    private func laboratory(_ mistakes: [(run: Run, count: Int)]) -> Laboratory {
        let results = mistakes.map { run, count in
            (
                run.id,
                Run.Result(
                    images: 1, epochs: 1, trainingAccuracy: 1, testLoss: 0, testAccuracy: 1 - Double(count) / 10_000,
                    testCount: 10_000)
            )
        }
        return Laboratory(results: Dictionary(uniqueKeysWithValues: results), settings: .sketch)
    }

    @Test("what the experiments have shown is read from their results", arguments: [true, false])
    func experiments(isAsExpected: Bool) {
        let counts = isAsExpected ? [100, 300, 900, 400, 200] : [300, 100, 200, 400, 900]
        let runs = [Runs.reference, Runs.baseline] + Runs.sizes
        let lab = laboratory(zip(runs, counts).map { ($0, $1) })
        let lines = [[0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.5], [0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.95]]
        let outcome = Outcome(lab, ShiftTest(dense: lines[0], convolutional: lines[isAsExpected ? 0 : 1]))
        #expect(outcome.convolutionsPay == isAsExpected)
        #expect(outcome.examplesPay == isAsExpected)
        #expect(outcome.gapCloses == isAsExpected)
        #expect(outcome.shiftCosts == isAsExpected)
    }

    @Test("two sets that were seen equally often, and one that was seen more")
    func budget() {
        #expect(Budget(few: 60_000, many: 60_000).larger == .same)
        let few = Budget(few: 19_800, many: 10_000)
        #expect(few.larger == .few && abs(few.ratio - 1.98) < 1e-9)
        let many = Budget(few: 600, many: 6_000)
        #expect(many.larger == .many && many.ratio == 10)
    }

    @Test("what chance alone may have done, the experiments have not shown")
    func chance() {
        // Of 10,000: 511 and 524 mistakes, a gap a little wider, and eight more mistakes after the shift.
        let runs = [Runs.reference, Runs.baseline] + Runs.sizes
        let lab = laboratory(zip(runs, [300, 310, 524, 520, 511]).map { ($0, $1) })
        let outcome = Outcome(
            lab, ShiftTest(dense: [Double](repeating: 0.9, count: 7), convolutional: [0.97, 1, 1, 1, 1, 1, 0.9692]))
        #expect(!outcome.convolutionsPay && !outcome.examplesPay && !outcome.gapCloses && !outcome.shiftCosts)
    }

    @Test("the digit that suffers most from being covered, several that suffer alike, and none")
    func occlusion() throws {
        #expect(
            try text(Occlusion.reading([(2, 0.31), (5, 0.975)])) == [
                "The most vulnerable of these digits is the 5: one square in the wrong place takes 98 percentage points "
                    + "from its probability.",
                "El más vulnerable de estos dígitos es el 5: un cuadrado en mal sitio le quita 98 puntos porcentuales a "
                    + "su probabilidad.",
            ])
        #expect(try text(Occlusion.reading([(2, 0.998), (5, 1), (7, 0.5)]))[0].contains("are the 2 and the 5"))
        #expect(try text(Occlusion.reading([(2, 0.01)]))[0].contains("takes one percentage point from"))
        #expect(try text(Occlusion.reading([(2, 0), (5, -0.1)]))[0].hasPrefix("None of these digits"))
        #expect(try text(Occlusion.reading([]))[1].hasPrefix("A ninguno"))
    }

    @Test("most and fewest images of a class, ties, and perfect balance")
    func extremes() throws {
        #expect(
            try text(Survey.extremes(of: [5, 9, 3])) == [
                "Most frequent: the 1, with 9 training images; rarest: the 2, with 3.",
                "El más frecuente: el 1, con 9 imágenes de entrenamiento; el más raro: el 2, con 3.",
            ])
        #expect(
            try text(Survey.extremes(of: [5, 9, 9, 3]))[0].contains("the 1 and the 2, with 9 training images each"))
        #expect(try text(Survey.extremes(of: [5, 5]))[0].hasPrefix("Here every digit"))
    }

    @Test("one epoch is one, in both languages")
    func epochs() throws {
        #expect(try text(.epochs(1)) == ["one epoch", "una época"])
        #expect(try text(.epochs(12)) == ["12 epochs", "12 épocas"])
    }

    @Test("a smaller network that does as well is an upset, a larger one is none")
    func upset() {
        #expect(Field.isUpset([(100, 90), (30, 90)]))
        #expect(!Field.isUpset([(100, 91), (30, 90)]))
    }

    @Test("a matrix with many mistakes, one, and none")
    func scores() throws {
        #expect(
            try text(.score(of: 10_000, wrong: 93)) == [
                "10,000 digits, 93 mistakes", "10\u{202F}000 dígitos, 93 errores",
            ])
        #expect(try text(.score(of: 20, wrong: 1)) == ["20 digits, one mistake", "20 dígitos, un error"])
        #expect(try text(.score(of: 20, wrong: 0)) == ["20 digits, not one mistake", "20 dígitos, ni un error"])
    }

    @Test("how soon a loss falls is said where it falls, and not claimed where it does not")
    func pace() throws {
        #expect(
            try text(.pace(of: [1, 0.5, 0.15, 0.1, 0.1])) == [
                "Nine tenths of the way after 3 of 5 epochs", "Nueve décimas partes del camino tras 3 de 5 épocas",
            ])
        for losses in [[], [1], [1, 0.5], [0.5, 0.7, 0.6], [Double.nan, 1, 2]] {
            #expect(try text(.pace(of: losses))[0] == "The loss, epoch by epoch")
        }
    }

    @Test("the fewest mistakes: clear, within chance, and tied")
    func verdicts() throws {
        func verdict(_ mistakes: Int...) throws -> [String] {
            let lab = laboratory(zip(Runs.kernels + [Runs.reference], mistakes + [250]).map { ($0, $1) })
            return try text(lab.verdict(on: Runs.kernels, [.text("a"), .text("b"), .text("c")]))
        }
        #expect(
            try verdict(100, 200, 400) == [
                "Fewest mistakes: a, with 100 against 400 of the weakest. That is more than chance would explain.",
                "El menor número de errores: a, con 100 frente a 400 en el peor caso. Es más de lo que explicaría el azar.",
            ])
        #expect(try verdict(250, 240, 260)[1].hasSuffix("No basta para descartar el azar."))
        #expect(try verdict(240, 250, 240)[0] == "There is a tie at 240 mistakes: a and c.")
    }

    @Test("shared sentences read their numbers as each language does")
    func sentences() throws {
        #expect(try text(.times(1)) == ["once", "una vez"] && text(.times(2)) == ["twice", "2 veces"])
        #expect(try text(.digit(8)) == ["an 8", "un 8"] && text(.digit(3)) == ["a 3", "un 3"])
        #expect(try text(.certainty(0.9999)) == ["of more than 99.9%", "de más del 99,9\u{A0}%"])
        #expect(try text(.certainty(0.982)) == ["of 98.2%", "del 98,2\u{A0}%"])
        let two = [[5, 3, 0], [0, 9, 0], [3, 0, 6]]
        #expect(
            try text(.mostFrequentConfusion(in: two))[0]
                == "The most frequent mistakes, 3 times each: a 0 taken for a 1 and a 2 taken for a 0.")
        #expect(try text(.mostFrequentConfusion(in: [[1, 0], [0, 1]]))[1] == "Ningún dígito se confundió con otro.")
        #expect(
            try text(.reading(of: 0, in: two))[1]
                == "Se reconocen bien 5 de las 8 imágenes del 0. Con lo que más se confunde es con un 1 (3 veces).")
        #expect(try text(.reading(of: 1, in: two))[0] == "All 9 images of the 1 are classified correctly.")
    }
}
