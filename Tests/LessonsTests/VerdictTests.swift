import Languages
import Notebook
import Tensors
import TestSupport
import Testing

@testable import Lessons

@Suite("Sentences that judge a comparison", .limited)
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

    /// Answers to ten thousand images, some of them wrong: those from a place on.
    private func answers(wrong count: Int, from start: Int = 0, of all: Int = 10_000) -> Correctness {
        Correctness((0..<all).map { !(start..<start + count).contains($0) })
    }

    @Test("which images are right is kept to the last one")
    func correctness() throws {
        let isRight = [true, false, true, true, false, false, true, true, false, true]
        let kept = Correctness(isRight)
        #expect(kept.isRight == isRight && kept.mistakes == 4 && kept.share == 0.6 && kept.count == 10)
        try kept.check("it", count: 10)
        _ = caught(ImpossibleValue.self) { try kept.check("it", count: 11) }
    }

    /// What dropout did: mistakes among 2,400 known and 10,000 new images, without it and with it. The new mistakes of both
    /// are as far apart as they can be, the known ones are the same but for their number.
    private func overfitting(without: (known: Int, new: Int), with: (known: Int, new: Int)) -> [Change] {
        let measured = Overfitting(
            withDropout: .init(
                known: answers(wrong: with.known, of: 2_400), new: answers(wrong: with.new, from: 5_000)),
            without: .init(known: answers(wrong: without.known, of: 2_400), new: answers(wrong: without.new)),
            count: 2_400, testCount: 10_000)
        return [measured.gapChange, measured.newChange]
    }

    @Test("dropout has an effect on the gap and on new images only where chance alone would not explain it")
    func dropout() {
        #expect(overfitting(without: (0, 300), with: (24, 200)) == [.less, .less])
        #expect(overfitting(without: (0, 300), with: (72, 400)) == [.less, .more])
        #expect(overfitting(without: (24, 300), with: (0, 400)) == [.more, .more])
        #expect(overfitting(without: (24, 300), with: (24, 300)) == [.chance, .chance])
        #expect(overfitting(without: (85, 510), with: (83, 511)) == [.chance, .chance])
    }

    @Test("a gap is the difference of two accuracies")
    func gap() {
        let gap = Gap(known: answers(wrong: 1, of: 100), new: answers(wrong: 500))
        #expect(abs(gap.width - 0.04) < 1e-12)
    }

    @Test("an advantage that moved pixels take away, halve, leave, or never found")
    func shuffled() {
        func advantage(_ dense: (Int, Int), _ convolutional: (Int, Int)) -> Shuffled.Advantage {
            .init(
                dense: .init(plain: answers(wrong: dense.0), permuted: answers(wrong: dense.1)),
                convolutional: .init(
                    plain: answers(wrong: convolutional.0, from: 5_000),
                    permuted: answers(wrong: convolutional.1, from: 5_000)))
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

    @Test("as many mistakes, a difference that chance may have made, and one that it has not")
    func luck() {
        #expect(Difference(answers(wrong: 400), answers(wrong: 400, from: 5_000)) == .equal)
        #expect(Difference(answers(wrong: 400), answers(wrong: 420, from: 5_000)) == .chance)
        #expect(Difference(answers(wrong: 400), answers(wrong: 900, from: 5_000)) == .real)
        // The same mistakes and ten more: of ten images on which they differ, all fall to one side.
        #expect(Difference(answers(wrong: 400), answers(wrong: 410)) == .real)
        #expect(Change(from: answers(wrong: 400), to: answers(wrong: 420, from: 5_000)) == .chance)
        #expect(Change(from: answers(wrong: 410), to: answers(wrong: 400)) == .less)
        #expect(Change(from: answers(wrong: 400), to: answers(wrong: 410)) == .more)
        // 6 to 0: 2 / 2^6 = 0.031, which is below 0.05 and not below half of that.
        #expect(Change(from: answers(wrong: 6), to: answers(wrong: 0)) == .less)
        #expect(Change(from: answers(wrong: 6), to: answers(wrong: 0), comparisons: 2) == .chance)
    }

    @Test("of two networks without a difference, chance parts no more than one pair in twenty")
    func noDifference() {
        var random = RandomStream(seed: 7, purpose: .shuffling)
        func network() -> Correctness { Correctness((0..<1_000).map { _ in random.uniform() >= 0.02 }) }
        // Five in a hundred of 500, and three standard errors.
        let claimed = (0..<500).count { _ in Change(from: network(), to: network()) != .chance }
        #expect(claimed <= 40, "\(claimed) of 500 pairs")
        func gap() -> Gap { Gap(known: network(), new: network()) }
        let changed = (0..<500).count { _ in Change(from: gap(), to: gap()) != .chance }
        #expect(changed <= 40, "\(changed) of 500 pairs of gaps")
    }
}
