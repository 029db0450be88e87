import Languages
import Notebook
import Tensors
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

    /// What dropout did, told from the shares of known and new images that are right with it and without.
    private func overfitting(_ with: (Double, Double), _ without: (Double, Double)) -> [Change] {
        let measured = Overfitting(
            withDropout: .init(known: with.0, new: with.1), without: .init(known: without.0, new: without.1),
            count: 2_400, testCount: 10_000)
        return [measured.gapChange, measured.newChange]
    }

    @Test("dropout has an effect on the gap and on new images only where chance alone would not explain it")
    func dropout() {
        #expect(overfitting((0.99, 0.98), (1, 0.97)) == [.less, .less])
        #expect(overfitting((0.97, 0.96), (1, 0.97)) == [.less, .more])
        #expect(overfitting((1, 0.96), (0.99, 0.97)) == [.more, .more])
        #expect(overfitting((0.99, 0.97), (0.99, 0.97)) == [.chance, .chance])
        // One image of ten thousand, and gaps of 1.64 and 1.57 points.
        #expect(overfitting((0.9653, 0.9489), (0.9647, 0.9490)) == [.chance, .chance])
    }

    @Test("an advantage that moved pixels take away, halve, leave, or never found")
    func shuffled() {
        func advantage(_ dense: (Int, Int), _ convolutional: (Int, Int)) -> Shuffled.Advantage {
            .init(
                dense: .init(plain: dense.0, permuted: dense.1),
                convolutional: .init(plain: convolutional.0, permuted: convolutional.1))
        }
        let handicap = advantage((400, 426), (150, 651))
        #expect(handicap.outcome == .handicap)
        #expect(handicap.after == -225)
        #expect(advantage((400, 400), (150, 410)).outcome == .gone)
        #expect(advantage((400, 400), (150, 390)).outcome == .gone)
        let shrunk = advantage((400, 400), (150, 300))
        #expect(shrunk.outcome == .shrunk)
        #expect(shrunk.before == 250)
        #expect(shrunk.after == 100)
        #expect(advantage((400, 400), (150, 150)).outcome == .kept)
        #expect(advantage((400, 400), (400, 500)).outcome == Shuffled.Advantage.Outcome.none)
        #expect(advantage((400, 400), (390, 500)).outcome == Shuffled.Advantage.Outcome.none)
        #expect(advantage((400, 400), (600, 500)).outcome == Shuffled.Advantage.Outcome.none)
    }

    @Test("two counts of mistakes that are equal, that chance may have parted, and that it has not")
    func luck() {
        #expect(Difference(400, 400) == .equal && Difference(0, 0) == .equal)
        #expect(Difference(400, 420) == .chance && Difference(420, 400) == .chance)
        #expect(Difference(400, 900) == .real)
        #expect(Change(from: 400, to: 420) == .chance && Change(from: 7, to: 7) == .chance)
        #expect(Change(from: 900, to: 400) == .less && Change(from: 400, to: 900) == .more)
    }

    @Test("of two networks without a difference, chance parts no more than one pair in twenty")
    func noDifference() {
        var random = RandomStream(seed: 7, purpose: .shuffling)
        func mistakes() -> Int { (0..<1_000).count { _ in random.uniform() < 0.02 } }
        let claimed = (0..<500).count { _ in Difference(mistakes(), mistakes()) == .real }
        #expect(claimed <= 40, "\(claimed) of 500 pairs")
    }
}
