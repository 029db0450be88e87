import Figures
import Languages
import NeuralNetwork
import Notebook

/// The one look at the test images: the dense network, the reference, and the network that the images held out have
/// chosen.
struct FinalTest: StoredValue {
    /// The id of the run that was chosen.
    let chosen: String
    /// How many test images each network misclassifies, seed by seed.
    let dense: [Int]
    let reference: [Int]
    let best: [Int]
    /// How many test images there are.
    let count: Int

    // snippet.once
    static let measurement = CourseMeasurement(
        "experiments/final", version: 2,
        needs: [.digits] + Runs.candidates.flatMap(\.trainings).map { .training($0) }
    ) { course in
        let best = try Laboratory.chosen { run in
            try run.results.map { Double(try course.value(of: $0).mistakes) }
        }
        func test(_ run: Run) throws -> [(mistakes: Int, count: Int)] {
            try run.trainings.map {
                try course.value(of: $0).network.mistakes(
                    on: $0.testExamples(using: course), threads: course.threads)
            }
        }
        let (dense, reference, chosen) = (try test(Runs.baseline), try test(Runs.reference), try test(best))
        return FinalTest(
            chosen: best.id, dense: dense.map(\.mistakes), reference: reference.map(\.mistakes),
            best: chosen.map(\.mistakes), count: dense[0].count)
    }
    // snippet.end

    func check() throws(ImpossibleValue) {
        guard Runs.candidates.contains(where: { $0.id == chosen }) else {
            throw ImpossibleValue("chosen: \(chosen)")
        }
        try Expect.number("count", count, in: 1...Expect.counts.upperBound)
        for (name, mistakes) in [("dense", dense), ("reference", reference), ("best", best)] {
            try Expect.numbers(name, mistakes, count: Run.seeds, in: 0...count)
        }
    }
}

extension Experiments {
    /// What the test images say, once everything is chosen.
    func finalTest(_ test: FinalTest, _ lab: Laboratory, _ material: inout Material) {
        let chosen = lab.chosen
        let (best, reference) = (test.best.map(Double.init), test.reference.map(Double.init))
        let difference = PairedDifferences(best, reference)
        material.record("test", test)
        material.value("chosen", .shared("experiments.\(chosen.name.key)", chosen.name.values))
        material.outcome("isReference", chosen.id == Runs.reference.id)
        material.value("testCount", test.count)
        material.value("chosenHeld", SampleMean(lab[chosen].mistakes).mean / Double(lab[chosen].count))
        material.value("chosenTest", SampleMean(best).mean / Double(test.count))
        material.value("testDense", SampleMean(test.dense.map(Double.init)).mean)
        material.value("testReference", SampleMean(reference).mean)
        material.value("testChosen", SampleMean(best).mean)
        material.value("chosenLow", difference.interval?.lowerBound ?? 0)
        material.value("chosenHigh", difference.interval?.upperBound ?? 0)
        material.record("chosenDifference", DifferenceResult(difference))
        material.outcome("chosenPays", Change(difference))
        material.figure("test") { words in
            let names = [try words("dense"), try words("reference"), try words("chosen")]
            let runs = [test.dense, test.reference, test.best].map { $0.map(Double.init) }
            return RunsChart(
                categories: names, series: [.init(runs, role: .error)], valueName: try words("mistakes"))
        }
    }
}
