import Languages
import Notebook
import TestSupport
import Testing

@testable import Lessons

@Suite("Sentences that stay true when a run comes out otherwise", .limited)
struct OutcomeTests {
    /// The sentence in both languages that a lesson hands over.
    private func text(_ value: Material.Value) throws -> [String] { try value.read() }

    /// Experiments in which the networks that are compared make about so many mistakes of 10,000; from seed to seed they
    /// differ by as many as are listed.
    private func laboratory(
        _ mistakes: [(run: Run, count: Int)], seeds: [Int] = [0, 4, -4, 2, -2]
    ) -> Laboratory {
        let results = mistakes.map { run, count in
            let trainings = seeds.map {
                Run.Result(images: 1, epochs: 1, trainingAccuracy: 1, mistakes: count + $0, count: 10_000)
            }
            return (run.id, Repeated(results: trainings))
        }
        return Laboratory(results: Dictionary(uniqueKeysWithValues: results), settings: .sketch)
    }

    /// A line of accuracies for each seed, each a little different.
    private func lines(_ line: [Double]) -> [[Double]] {
        (0..<5).map { seed in line.map { $0 - Double(seed) / 1_000 } }
    }

    @Test("what the experiments have shown is read from their results", arguments: [true, false])
    func experiments(isAsExpected: Bool) {
        let counts = isAsExpected ? [100, 300, 900, 400, 200] : [300, 100, 200, 400, 900]
        let runs = [Runs.reference, Runs.baseline] + Runs.sizes
        let lab = laboratory(zip(runs, counts).map { ($0, $1) })
        let moved = isAsExpected ? [0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.5] : [0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.95]
        let outcome = Outcome(lab, ShiftTest(dense: lines(moved), convolutional: lines(moved)))
        #expect(outcome.convolutionsPay == isAsExpected)
        #expect(outcome.examplesPay == isAsExpected)
        #expect(outcome.gapCloses == isAsExpected)
        #expect(outcome.shiftCosts == isAsExpected)
    }

    @Test("what the seeds alone may have done, the experiments have not shown")
    func chance() {
        // Each mean is ten mistakes lower, but the seeds scatter by a hundred, each run in its own order.
        let scattered = [Runs.reference, Runs.baseline, Runs.sizes[0], Runs.sizes[1], Runs.sizes[2]].enumerated()
            .map { number, run in
                let seeds = [0, 100, -100, 50, -50]
                let turned = (0..<5).map { seeds[($0 * (number + 1) + number) % 5] }
                return laboratory([(run, 300 + 10 * number)], seeds: turned).results
            }
        let lab = Laboratory(
            results: scattered.reduce(into: [:]) { $0.merge($1) { first, _ in first } }, settings: .sketch)
        let convolutional = [0.97, 0.95, 0.99, 0.96, 0.98].map { [$0, 1, 1, 1, 1, 1, 1.938 - $0] }
        let outcome = Outcome(
            lab, ShiftTest(dense: lines([Double](repeating: 0.9, count: 7)), convolutional: convolutional))
        #expect(!outcome.convolutionsPay && !outcome.examplesPay && !outcome.gapCloses && !outcome.shiftCosts)
    }

    @Test("two sets that were seen equally often, and one that was seen more")
    func budget() {
        #expect(Budget(few: 60_000, many: 60_000).larger == .same)
        let few = Budget(few: 19_800, many: 10_000)
        #expect(few.larger == .few && abs(few.ratio - 1.98) < 1e-9)
        let many = Budget(few: 600, many: 6_000)
        #expect(many.larger == .many && many.ratio == 10)
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
        func verdict(_ mistakes: [Int], seeds: [[Int]] = [[0, 4, -4, 2, -2], [2, -2, 0, 4, -4], [4, 2, -2, -4, 0]])
            throws -> [String]
        {
            let parts = zip(Runs.kernels, zip(mistakes, seeds)).map { laboratory([($0, $1.0)], seeds: $1.1).results }
            let lab = Laboratory(
                results: parts.reduce(into: [:]) { $0.merge($1) { first, _ in first } }, settings: .sketch)
            return try text(lab.verdict(on: Runs.kernels, [.text("a"), .text("b"), .text("c")]))
        }
        // The differences 304, 298, 302, 294, 302 have the mean 300 and the deviation 4; of three comparisons 98.33 % of
        // Student's values with four degrees of freedom lie within 3.961: 300 ± 3.961 · 4 / √5.
        #expect(
            try verdict([100, 200, 400]) == [
                "Fewest mistakes on average: a, with 100.0 against 400.0 (c). Seed by seed the difference is 300.0, its "
                    + "interval from 292.9 to 307.1: more than chance would explain.",
                "La media de errores más baja: a, con 100,0 frente a 400,0 (c). Semilla a semilla la diferencia es de 300,0, "
                    + "con un intervalo de 292,9 a 307,1: más de lo que explicaría el azar.",
            ])
        #expect(try verdict([250, 248, 252])[1].hasSuffix("contiene el cero, así que puede ser azar."))
        #expect(try verdict([240, 250, 240])[0].hasPrefix("Fewest mistakes on average: a and c, with 240.0"))
        #expect(try verdict([240, 240, 240])[0] == "All make 240.0 mistakes on average.")
    }

    @Test("the network that is chosen makes the fewest mistakes on the images held out; of equals the first")
    func choice() {
        var mistakes = Dictionary(uniqueKeysWithValues: Runs.candidates.map { ($0.id, [300.0, 310]) })
        mistakes[Runs.average.id] = [100, 400]
        mistakes[Runs.kernels[1].id] = [250, 250]
        #expect(Laboratory.chosen { mistakes[$0.id] ?? [] }.id == Runs.kernels[1].id)
        mistakes[Runs.average.id] = [100, 390]
        #expect(Laboratory.chosen { mistakes[$0.id] ?? [] }.id == Runs.average.id)
        mistakes[Runs.kernels[2].id] = [244, 244]
        #expect(Laboratory.chosen { mistakes[$0.id] ?? [] }.id == Runs.kernels[2].id)
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
