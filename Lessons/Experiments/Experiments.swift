import Figures
import Languages
import NeuralNetwork
import Notebook

/// Controlled experiments, one factor at a time.
struct Experiments: Lesson {
    static let id = "experiments"

    static let units: [any CourseUnit] =
        Runs.all.flatMap(\.units) + [
            ShiftTest.measurement, FinalTest.measurement,
        ]

    func run(into material: inout Material, using course: Course) throws {
        Self.exercises(&material)
        try course.prepare(Runs.byCost.flatMap(\.results))
        var results: [String: Repeated] = [:]
        for run in Runs.all {
            results[run.id] = try Repeated(run, using: course)
        }
        let lab = Laboratory(results: results, settings: course.settings)
        let shift = try course.value(of: ShiftTest.measurement)
        let test = try course.value(of: FinalTest.measurement)
        material.record("seed", course.settings.seed)
        material.record("dataHash", course.settings.digits.identity)
        material.record("quick", course.settings.isQuick)
        material.record("runs", results.mapValues(\.results))
        material.outcome("isOwn", course.settings.digits.isOwn)
        try compare(lab, &material)
        try kernelSize(lab, &material)
        try filters(lab, &material)
        pooling(lab, &material)
        trainingSize(lab, &material)
        shifted(shift, &material)
        finalTest(test, lab, &material)
        table(lab, &material)
        Outcome(lab, shift).hand(to: &material)
    }

    /// The dense network and the convolutional one under the same conditions.
    private func compare(_ lab: Laboratory, _ material: inout Material) throws {
        let (dense, network) = (lab[Runs.baseline], lab[Runs.reference])
        let (reference, baseline) = (lab.model(Runs.reference), lab.model(Runs.baseline))
        material.value("images", network.images)
        material.value("epochs", .epochs(network.epochs))
        material.value("batch", Runs.reference.training.model.training.batch)
        material.value("seeds", Run.seeds)
        material.value("confidence", 1 - PairedDifferences.level)
        material.value("heldCount", network.count)
        material.value("denseMistakes", SampleMean(dense.mistakes).mean)
        material.value("convolutionalMistakes", SampleMean(network.mistakes).mean)
        material.value("leastOfSeeds", Int(network.mistakes.min() ?? 0))
        material.value("mostOfSeeds", Int(network.mistakes.max() ?? 0))
        material.record("seedDeviation", SampleMean(network.mistakes).deviation)
        lab.judge(
            "compare", on: [Runs.baseline, Runs.reference],
            [.shared("experiments.dense"), .shared("experiments.reference")], &material)
        material.value("denseParameters", try baseline.parameterCount)
        material.value("convolutionalParameters", try reference.parameterCount)
        material.value("work", Double(try reference.multiplyAdds) / Double(try baseline.multiplyAdds))
        material.figure("compare") { words in
            let runs = [Runs.baseline, Runs.reference]
            let kinds = [try words("dense"), try words("convolutional")]
            return Composition(
                .row,
                [
                    try lab.mistakes(words, runs, kinds), try lab.parameters(words, runs, kinds),
                    try lab.work(words, runs, kinds),
                ], breadth: .wide)
        }
    }

    /// Kernels of three, five and seven.
    private func kernelSize(_ lab: Laboratory, _ material: inout Material) throws {
        let sizes = [3, 5, 7].map { "\($0) × \($0)" }
        let work = try Runs.kernels.map { try lab.model($0).multiplyAdds }
        lab.judge("kernel", on: Runs.kernels, sizes.map { .text($0) }, &material)
        material.value("workRatio", Double(work[2]) / Double(work[0]))
        material.figure("kernelsize") { words in
            let names = sizes.map { Localized(same: Phrase($0)) }
            return Composition(
                .row, [try lab.mistakes(words, Runs.kernels, names), try lab.work(words, Runs.kernels, names)])
        }
    }

    /// Eight to sixty-four filters, and one to three convolutions.
    private func filters(_ lab: Laboratory, _ material: inout Material) throws {
        let runs = Runs.fewFilters + [Runs.reference, Runs.manyFilters]
        let counts = runs.map { lab.model($0).filterCounts.map(String.init).joined(separator: " + ") }
        lab.judge("filter", on: runs, counts.map { .text($0) }, &material)
        material.figure("filters") { words in
            let names = counts.map { Localized(same: Phrase($0)) }
            return Composition(
                .row, [try lab.mistakes(words, runs, names), try lab.parameters(words, runs, names)], breadth: .wide)
        }
        let depths = [Runs.depths[0], Runs.reference, Runs.depths[1]]
        let names = (1...3).map { Material.Value.shared("experiments.depth", ["n": .integer($0)]) }
        lab.judge("depth", on: depths, names, &material)
        material.value("shallowParameters", try lab.model(Runs.depths[0]).parameterCount)
    }

    /// Maximum or mean, and dropout.
    private func pooling(_ lab: Laboratory, _ material: inout Material) {
        let runs = [Runs.reference, Runs.average]
        lab.judge("pooling", on: runs, [.shared("experiments.maximum"), .shared("experiments.average")], &material)
        material.figure("pooling") { words in
            lab.mistakes(
                of: runs, [try words("maximum"), try words("average")], valueName: try words("mistakes"))
        }
        lab.judge(
            "dropout", on: [Runs.reference, Runs.dropout],
            [.shared("experiments.reference"), .shared("experiments.dropout", ["share": .number(0.5)])], &material)
        material.value("referenceKnown", 1 - SampleMean(lab[Runs.reference].wrongKnown).mean)
        material.value("dropoutKnown", 1 - SampleMean(lab[Runs.dropout].wrongKnown).mean)
    }

    /// From few examples, seen often, to many, seen once.
    private func trainingSize(_ lab: Laboratory, _ material: inout Material) {
        let results = Runs.sizes.map { lab[$0] }
        guard let few = results.first, let many = results.last else { return }
        material.value("fewImages", few.images)
        material.value("fewTimes", .times(few.epochs))
        material.value("fewSeen", few.images * few.epochs)
        material.value("fewWrong", SampleMean(few.wrongNew).mean)
        material.value("fewWrongTraining", SampleMean(few.wrongKnown).mean)
        material.value("manyImages", many.images)
        material.value("manyTimes", .times(many.epochs))
        material.value("manySeen", many.images * many.epochs)
        let budget = Budget(few: few.images * few.epochs, many: many.images * many.epochs)
        material.outcome("budget", budget.larger)
        material.value("budgetRatio", budget.ratio)
        material.value("manyWrong", SampleMean(many.wrongNew).mean)
        material.value("reviewed", Run.Result.reviewed)
        material.figure("trainsize") { words in
            RunsChart(
                categories: results.map { Localized(same: "\($0.images)") },
                series: [
                    .init(
                        name: try words("training"), results.map { $0.wrongKnown.map { $0 * 100 } }, role: .training),
                    .init(name: try words("held"), results.map { $0.wrongNew.map { $0 * 100 } }, role: .error),
                ], categoryName: try words("images"), valueName: try words("wrong"), digits: 2)
        }
    }
}
