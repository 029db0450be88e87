import Figures
import Languages
import NeuralNetwork
import Notebook

/// The results of all runs, and how they are drawn and compared.
struct Laboratory: Sendable {
    /// By the run's id.
    let results: [String: Repeated]
    let settings: RunSettings

    /// - Precondition: the run is one of ``Runs/all``.
    subscript(run: Run) -> Repeated {
        guard let result = results[run.id] else { preconditionFailure("run \(run.id) is not in the table") }
        return result
    }

    /// The network of a run, for the pictures that are read.
    func model(_ run: Run) -> Model { run.training.network(in: settings) }

    /// Bars for some runs under a heading.
    private func part(
        _ name: Localized, _ runs: [Run], _ categories: [Localized], _ role: Role, _ value: (Run) throws -> Double
    ) rethrows -> Composition.Part {
        Composition.Part(
            Bars(categories: categories, series: [.init(values: try runs.map(value), role: role)], digits: 0),
            heading: name)
    }

    /// How many of the images held out some runs misclassify, seed by seed.
    func mistakes(_ words: BlockWords, _ runs: [Run], _ names: [Localized]) throws -> Composition.Part {
        Composition.Part(mistakes(of: runs, names), heading: try words("mistakes"))
    }

    /// The same alone.
    func mistakes(of runs: [Run], _ names: [Localized], valueName: Localized? = nil) -> RunsChart {
        RunsChart(
            categories: names, series: [.init(runs.map { self[$0].mistakes }, role: .error)], valueName: valueName)
    }

    /// How many parameters their networks have.
    func parameters(_ words: BlockWords, _ runs: [Run], _ names: [Localized]) throws -> Composition.Part {
        try part(try words("parameters"), runs, names, .kernel) { Double(try model($0).parameterCount) }
    }

    /// How many multiply-adds it takes them to read one image.
    func work(_ words: BlockWords, _ runs: [Run], _ names: [Localized]) throws -> Composition.Part {
        try part(try words("work"), runs, names, .input) { Double(try model($0).multiplyAdds) }
    }

    /// The best of some runs, the worst, and what lies between them.
    private struct Contest {
        let means: [Double]
        let best: Int
        let worst: Int
        /// Mistakes of the worst minus those of the best, seed by seed: one of as many pairs as there are.
        let difference: PairedDifferences
    }

    /// - Returns: nil if all of them make equally many mistakes.
    private func contest(of runs: [Run]) -> Contest? {
        let means = runs.map { SampleMean(self[$0].mistakes).mean }
        guard let least = means.min(), let most = means.max(), least < most, let best = means.firstIndex(of: least),
            let worst = means.firstIndex(of: most)
        else { return nil }
        let difference = PairedDifferences(
            self[runs[worst]].mistakes, self[runs[best]].mistakes, comparisons: runs.count * (runs.count - 1) / 2)
        return Contest(means: means, best: best, worst: worst, difference: difference)
    }

    /// Which of some runs makes the fewest mistakes on average, and whether that is more than chance: the best against the
    /// worst of as many pairs as there are.
    ///
    /// - Parameter names: what the runs are called in a sentence.
    func verdict(on runs: [Run], _ names: [Material.Value]) -> Material.Value {
        guard let contest = contest(of: runs) else {
            let mistakes = runs.first.map { SampleMean(self[$0].mistakes).mean } ?? 0
            return .shared("experiments.tie", ["mistakes": .number(mistakes)])
        }
        let (means, difference) = (contest.means, contest.difference)
        let (least, most) = (means[contest.best], means[contest.worst])
        return .shared(
            "experiments.verdict",
            [
                "least": .number(least), "most": .number(most),
                "best": .list(means.indices.filter { means[$0] == least }.map { names[$0] }),
                "worst": .list(means.indices.filter { means[$0] == most }.map { names[$0] }),
                "difference": .number(difference.mean),
                "low": .number(difference.interval?.lowerBound ?? 0),
                "high": .number(difference.interval?.upperBound ?? 0),
                "isClear": .isSo(difference.fewer == .second),
            ])
    }

    /// Hands over the verdict on some runs under the name of a question, and records its interval.
    func judge(_ question: String, on runs: [Run], _ names: [Material.Value], _ material: inout Material) {
        material.value("\(question)Verdict", verdict(on: runs, names))
        material.record("\(question)Difference", contest(of: runs).map { DifferenceResult($0.difference) })
    }

    /// The run with the fewest mistakes on the images held out, on average, among those that may be chosen; of equals the
    /// first.
    static func chosen(_ mistakes: (Run) throws -> [Double]) rethrows -> Run {
        let means = try Runs.candidates.map { (run: $0, mean: SampleMean(try mistakes($0)).mean) }
        return means.dropFirst().reduce(means[0]) { $1.mean < $0.mean ? $1 : $0 }.run
    }

    /// The same of these results.
    var chosen: Run { Self.chosen { self[$0].mistakes } }
}

extension RunsChart.Series {
    /// Runs with the interval of each mean.
    init(name: Localized? = nil, _ runs: [[Double]], role: Role) {
        self.init(name: name, runs: runs, intervals: runs.map { SampleMean($0).interval() }, role: role)
    }
}

extension Experiments {
    /// Every run with what it cost and what came of it.
    func table(_ lab: Laboratory, _ material: inout Material) {
        material.table("runs") { words in
            try Runs.all.map { run in
                let result = lab[run]
                let isSize = Runs.sizes.contains { $0.id == run.id }
                let name = isSize ? Run.name(ofSize: result.images) : run.name
                let accuracy = SampleMean(result.wrongNew.map { 1 - $0 })
                return [
                    try words("experiments.\(name.key)", name.values),
                    Localized(same: "\(try lab.model(run).parameterCount)"),
                    Localized(same: "\(try lab.model(run).multiplyAdds)"),
                    Localized(same: "\(result.images) × \(result.epochs)"),
                    Localized(same: "\(accuracy.mean, digits: 4) ± \(accuracy.deviation, digits: 4)"),
                ]
            }
        }
    }
}

extension Model {
    /// The filters of each convolution.
    var filterCounts: [Int] {
        ((try? summary()) ?? []).filter { $0.kind == "Conv2D" }.map { $0.output[2] }
    }
}
