import Languages
import Notebook
import TestSupport
import Testing

@testable import Lessons

@Suite("Sentences that judge a comparison")
struct VerdictTests {
    private func text(_ value: Material.Value) throws -> [String] { try value.read() }

    private let compact = Material.Value.shared("network.compact")
    private let full = Material.Value.shared("network.full")

    @Test("more, fewer, one, none")
    func counts() throws {
        #expect(
            try text(.versus((compact, 9_912), (full, 9_900))) == [
                "the compact network reads 12 more images correctly than the full one",
                "la red compacta reconoce 12 imágenes más que la completa",
            ])
        #expect(
            try text(.versus((compact, 9_900), (full, 9_901))) == [
                "the compact network reads one fewer image correctly than the full one",
                "la red compacta reconoce una imagen menos que la completa",
            ])
        #expect(
            try text(.versus((compact, 9_900), (full, 9_900))) == [
                "the compact network reads exactly as many images correctly as the full one",
                "la red compacta reconoce exactamente tantas imágenes como la completa",
            ])
    }

    @Test("the favourable effect of dropout only when both got better")
    func dropout() {
        func effect(_ with: (Double, Double), _ without: (Double, Double)) -> Overfitting.Effect {
            .init(withDropout: .init(known: with.0, new: with.1), without: .init(known: without.0, new: without.1))
        }
        #expect(effect((0.99, 0.98), (1, 0.97)) == .both)
        #expect(effect((0.97, 0.96), (1, 0.97)) == .narrower)
        #expect(effect((1, 0.975), (0.99, 0.97)) == .better)
        #expect(effect((1, 0.96), (0.99, 0.97)) == .neither)
        #expect(effect((0.99, 0.97), (0.99, 0.97)) == .neither)
    }

    @Test("an advantage that moved pixels take away, halve, leave, or never found")
    func shuffled() {
        func advantage(_ dense: (Int, Int), _ convolutional: (Int, Int)) -> Shuffled.Advantage {
            .init(
                dense: .init(plain: dense.0, permuted: dense.1),
                convolutional: .init(plain: convolutional.0, permuted: convolutional.1))
        }
        #expect(advantage((400, 400), (150, 500)).outcome == .gone)
        let shrunk = advantage((400, 400), (150, 300))
        #expect(shrunk.outcome == .shrunk)
        #expect(shrunk.before == 250)
        #expect(shrunk.after == 100)
        #expect(advantage((400, 400), (150, 150)).outcome == .kept)
        #expect(advantage((400, 400), (400, 500)).outcome == Shuffled.Advantage.Outcome.none)
    }

    @Test("two counts of mistakes that are equal, that chance may have parted, and that it has not")
    func luck() {
        #expect(Shuffled.Mistakes(plain: 400, permuted: 400).difference == .equal)
        #expect(Shuffled.Mistakes(plain: 400, permuted: 420).difference == .chance)
        #expect(Shuffled.Mistakes(plain: 400, permuted: 900).difference == .real)
    }
}
