import NeuralNetwork
import Tensors
import TestSupport
import Testing

@Suite("Verdicts on a difference", .limited)
struct StatisticsTests {
    @Test(
        "McNemar's test is the coin's: twice the shorter tail of the binomial distribution",
        arguments: [
            // 2 · (1 + 5) / 32, 2 · (1 + 10 + 45) / 1024, 2 / 64.
            (4, 1, 0.375), (8, 2, 0.109375), (0, 6, 0.03125), (3, 3, 1), (0, 0, 1), (1, 0, 1),
        ])
    func coin(first: Int, second: Int, probability: Double) {
        let test = McNemar(firstAlone: first, secondAlone: second)
        #expect(abs(test.probability - probability) < 1e-12)
        #expect(abs(McNemar(firstAlone: second, secondAlone: first).probability - probability) < 1e-12)
    }

    @Test("it also holds of counts whose powers of two are no numbers")
    func many() {
        // Exact, in fractions of Python: 2 · sum(comb(10000, i) for i in range(4901)) / 2**10000
        #expect(abs(McNemar(firstAlone: 4_900, secondAlone: 5_100).probability - 0.046_585_527_7) < 1e-9)
    }

    @Test("it names the better one, and nobody where chance may have done it")
    func verdicts() {
        #expect(McNemar(firstAlone: 0, secondAlone: 6).verdict == .second)
        #expect(McNemar(firstAlone: 30, secondAlone: 10).verdict == .first)
        #expect(McNemar(firstAlone: 22, secondAlone: 18).verdict == .withinChance)
        let test = McNemar([true, true, false, false, true], [true, false, true, false, false])
        #expect(test == McNemar(firstAlone: 2, secondAlone: 1))
    }

    @Test(
        "Student's bounds are the tables'",
        arguments: [
            (1, 0.95, 12.706_204_7), (2, 0.95, 4.302_652_7), (3, 0.95, 3.182_446_3), (4, 0.95, 2.776_445_1),
            (4, 0.99, 4.604_094_9), (5, 0.95, 2.570_581_8), (9, 0.95, 2.262_157_2), (30, 0.95, 2.042_272_5),
        ])
    func student(degrees: Int, share: Double, bound: Double) {
        let distribution = StudentT(degreesOfFreedom: degrees)
        #expect(abs(distribution.bound(of: share) - bound) < 1e-6)
        #expect(abs(distribution.probability(within: bound) - share) < 1e-7)
    }

    @Test("an interval by hand: five differences of mean 3 and deviation 1.58")
    func interval() throws {
        let pairs = PairedDifferences([11, 12, 13, 14, 15], [10, 10, 10, 10, 10])
        #expect(pairs.mean == 3 && abs(pairs.deviation - 2.5.squareRoot()) < 1e-12)
        let interval = try #require(pairs.interval)
        // 2.7764 · 1.5811 / √5 = 1.9632
        #expect(abs(interval.lowerBound - 1.036_757) < 1e-5 && abs(interval.upperBound - 4.963_243) < 1e-5)
        #expect(pairs.fewer == .second)
        #expect(PairedDifferences([10, 10, 10], [10, 12, 9]).fewer == .withinChance)
        #expect(PairedDifferences([1, 2, 3], [5, 6, 7]).fewer == .first)
    }

    @Test("one pair says nothing, and several comparisons ask for more")
    func few() throws {
        #expect(PairedDifferences([1], [9]).interval == nil && PairedDifferences([1], [9]).fewer == .withinChance)
        let (first, second) = ([11.0, 12, 13, 14, 15], [10.0, 10, 10, 10, 10])
        let alone = try #require(PairedDifferences(first, second).interval)
        let oneOfSix = try #require(PairedDifferences(first, second, comparisons: 6).interval)
        #expect(oneOfSix.lowerBound < alone.lowerBound && oneOfSix.upperBound > alone.upperBound)
        #expect(PairedDifferences(first, second, comparisons: 6).fewer == .withinChance)
    }

    /// Five per cent, and three standard errors of a share among 2,000.
    private static let limit = 0.05 + 3 * (0.05 * 0.95 / 2_000).squareRoot()

    /// Of 2,000 pairs without a difference no more may be called different than the rule and chance allow.
    private func expectFewAlarms(_ claimed: Int, over least: Double) {
        let share = Double(claimed) / 2_000
        #expect(share <= Self.limit, "\(share)")
        #expect(share > least, "a rule that never speaks tells nothing: \(share)")
    }

    @Test("of 2,000 pairs of networks without a difference at most 5% and chance are called different")
    func falseAlarms() {
        var random = RandomStream(seed: 7, purpose: .sampling)
        let claimed = (0..<2_000).count { _ in
            // Networks that read 1,000 images with the same skill, some images being hard for both.
            var (first, second) = ([Bool](), [Bool]())
            for image in 0..<1_000 {
                let skill: Float = image < 100 ? 0.6 : 0.99
                first.append(random.uniform() < skill)
                second.append(random.uniform() < skill)
            }
            return McNemar(first, second).verdict != .withinChance
        }
        expectFewAlarms(claimed, over: 0.01)
    }

    @Test("of 2,000 pairs of ways of training without a difference, five seeds each, at most 5% and chance")
    func falseAlarmsOverSeeds() {
        var random = RandomStream(seed: 8, purpose: .sampling)
        func mistakes(_ seeds: [Double]) -> [Double] {
            // What the seed does to both, what it does to each, and what the test images do.
            seeds.map { (150 + 20 * $0 + 30 * Double(random.normal()) + 15 * Double(random.normal())).rounded() }
        }
        let claimed = (0..<2_000).count { _ in
            let seeds = (0..<5).map { _ in Double(random.normal()) }
            return PairedDifferences(mistakes(seeds), mistakes(seeds)).fewer != .withinChance
        }
        expectFewAlarms(claimed, over: 0.03)
    }

    @Test("a real difference is found")
    func found() {
        var random = RandomStream(seed: 9, purpose: .sampling)
        let claimed = (0..<200).count { _ in
            let first = (0..<5).map { _ in 250 + 30 * Double(random.normal()) }
            let second = (0..<5).map { _ in 150 + 30 * Double(random.normal()) }
            return PairedDifferences(first, second).fewer == .second
        }
        #expect(claimed > 180, "\(claimed) of 200")
    }
}
