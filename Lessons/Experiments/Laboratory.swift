import Figures
import Languages
import NeuralNetwork
import Notebook

/// The results of all runs, and how they are drawn and compared.
struct Laboratory: Sendable {
    /// By the run's id.
    let results: [String: Run.Result]
    let settings: RunSettings

    /// - Precondition: the run is one of ``Runs/all``.
    subscript(run: Run) -> Run.Result {
        guard let result = results[run.id] else { preconditionFailure("run \(run.id) is not in the table") }
        return result
    }

    /// The network of a run, for the pictures that are read.
    func model(_ run: Run) -> Model { run.training.network(in: settings) }

    /// By how many mistakes chance alone moves the reference's examination: one standard deviation.
    var chance: Double {
        let reference = self[Runs.reference]
        return (Double(reference.testCount) * reference.testAccuracy * (1 - reference.testAccuracy)).squareRoot()
    }

    /// Bars for some runs under a heading.
    private func part(
        _ name: Localized, _ runs: [Run], _ categories: [Localized], _ role: Role,
        _ value: (Run, Run.Result) throws -> Double
    ) rethrows -> Composition.Part {
        Composition.Part(
            Bars(
                categories: categories,
                series: [.init(values: try runs.map { try value($0, self[$0]) }, role: role)], digits: 0),
            heading: name)
    }

    /// How many test images some runs misclassify.
    func mistakes(_ words: BlockWords, _ runs: [Run], _ names: [Localized]) throws -> Composition.Part {
        part(try words("mistakes"), runs, names, .error) { Double($1.mistakes) }
    }

    /// How many parameters their networks have.
    func parameters(_ words: BlockWords, _ runs: [Run], _ names: [Localized]) throws -> Composition.Part {
        try part(try words("parameters"), runs, names, .kernel) { run, _ in Double(try model(run).parameterCount) }
    }

    /// How many multiply-adds it takes them to read one image.
    func work(_ words: BlockWords, _ runs: [Run], _ names: [Localized]) throws -> Composition.Part {
        try part(try words("work"), runs, names, .input) { run, _ in Double(try model(run).multiplyAdds) }
    }

    /// Which of some runs makes the fewest mistakes, and whether that is more than chance.
    ///
    /// - Parameter names: what the runs are called in a sentence.
    func verdict(on runs: [Run], _ names: [Material.Value]) -> Material.Value {
        let counts = runs.map { self[$0].mistakes }
        let (least, most) = (counts.min() ?? 0, counts.max() ?? 0)
        let best = counts.indices.filter { counts[$0] == least }.map { names[$0] }
        // The difference of two counts wavers more than each of them.
        let isClear = Double(most - least) > 2 * chance * 2.0.squareRoot()
        return .shared(
            "experiments.verdict",
            [
                "isTied": .isSo(best.count != 1), "least": .integer(least), "most": .integer(most),
                "best": .list(best), "isClear": .isSo(isClear),
            ])
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
                return [
                    try words("experiments.\(name.key)", name.values),
                    Localized(same: "\(try lab.model(run).parameterCount)"),
                    Localized(same: "\(try lab.model(run).multiplyAdds)"),
                    Localized(same: "\(result.images) × \(result.epochs)"),
                    Localized(same: "\(result.testAccuracy, digits: 4)"),
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
