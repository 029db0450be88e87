import Figures
import Languages
import NeuralNetwork
import Notebook

/// The same network narrower and narrower: how small may it become?
struct Series {
    /// From the narrowest to the widest.
    let widths: [Width]

    /// One of its networks, and what it achieved from each seed.
    struct Width {
        let parameters: Int
        let repeated: Repeated
    }

    /// What becomes of a network when its filters are halved.
    enum Halving: String, CaseIterable {
        /// Half the filters are worse already.
        case never
        /// Some of the narrower networks are no worse.
        case some
        /// None of them is worse.
        case always
    }

    // snippet.narrow
    static let runs = [1, 2, 4, 8, 16, 32].map { filters in
        Run(
            "narrow-\(filters)",
            .init(key: "filters", values: ["first": .integer(filters), "second": .integer(2 * filters)]),
            layers: [
                .conv2D(filters: filters, kernel: 3, activation: .relu),
                .maxPool2D(2),
                .conv2D(filters: 2 * filters, kernel: 3, activation: .relu),
                .maxPool2D(2),
                .flatten,
                .dense(10, activation: .softmax),
            ])
    }
    // snippet.end

    static let units: [any CourseUnit] = runs.flatMap(\.units)

    init(using course: Course) throws {
        try course.prepare(Self.runs.reversed().flatMap(\.results))
        self.init(
            widths: try Self.runs.map { run in
                Width(
                    parameters: try run.training.network(in: course.settings).parameterCount,
                    repeated: try Repeated(run, using: course))
            })
    }

    init(widths: [Width]) { self.widths = widths }

    /// Whether the widest network makes fewer mistakes than one of the others, seed by seed, by more than chance: each
    /// of them is asked, so that many comparisons stand side by side.
    private func isWorse(_ width: Width) -> Bool {
        guard let widest = widths.last else { return false }
        let difference = PairedDifferences(
            width.repeated.mistakes, widest.repeated.mistakes, comparisons: widths.count - 1)
        return Change(difference) == .more
    }

    /// The narrowest network that, like all wider ones, is no worse than the widest as far as chance lets one tell.
    var enough: Int { (widths.dropLast().lastIndex(where: isWorse) ?? -1) + 1 }

    /// How far the filters can be halved.
    var halving: Halving { enough == 0 ? .always : enough == widths.count - 1 ? .never : .some }
}

extension Compact {
    /// What is left of a network whose filters are halved and halved again.
    func series(_ series: Series, _ settings: RunSettings, _ material: inout Material) {
        let (widths, enough) = (series.widths, series.enough)
        let (least, most, tooFew) = (widths[0], widths[widths.count - 1], widths[max(0, enough - 1)])
        func known(_ width: Series.Width) -> Double { 1 - SampleMean(width.repeated.wrongNew).mean }
        material.record("series.parameters", widths.map(\.parameters))
        material.record("series.mistakes", widths.map { $0.repeated.results.map(\.mistakes) })
        material.record("series.count", most.repeated.count)
        material.value("seeds", Run.seeds)
        material.value("seriesImages", most.repeated.images)
        material.value("seriesEpochs", .epochs(most.repeated.epochs))
        material.value("seriesHeld", most.repeated.count)
        material.value("leastParameters", least.parameters)
        material.value("leastKnown", known(least))
        material.value("mostParameters", most.parameters)
        material.value("mostKnown", known(most))
        material.value("shrunk", Double(most.parameters) / Double(least.parameters))
        material.value("guess", 1 / Double(Classes(settings).count))
        material.outcome("halving", series.halving)
        material.value("enoughParameters", widths[enough].parameters)
        material.value("tooFewParameters", tooFew.parameters)
        material.value("tooFewKnown", known(tooFew))
        material.figure("series") { words in
            RunsChart(
                categories: widths.map { Localized(same: "\($0.parameters)") },
                series: [.init(widths.map { $0.repeated.wrongNew.map { 100 * $0 } }, role: .error)],
                categoryName: try words("parameters"), valueName: try words("wrong"), digits: 1)
        }
    }
}
