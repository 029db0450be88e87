import Elementary
import Figures
import Imaging
import Languages
import Notebook

// What the network learns from: garments, and the same under noise.

extension Denoising {
    /// What the garments are, and how many there are of each.
    ///
    /// - Parameter other: the pictures of the other lessons, for comparison.
    func garments(_ survey: Survey, beside other: Survey, _ classes: Classes, _ material: inout Material) {
        let (least, most) = (survey.trainCounts.min() ?? 0, survey.trainCounts.max() ?? 0)
        material.record("trainCounts", survey.trainCounts)
        material.record("testCounts", survey.testCounts)
        material.value("firstGarments", .list(survey.firstNine.map { .garment($0.label) }))
        material.value(
            "balance",
            .shared(
                "denoising.balance",
                ["isBalanced": .isSo(least == most), "least": .integer(least), "most": .integer(most)]))
        material.figure("classes") { words in
            ImageGrid(
                try survey.firstNine.map {
                    ImageGrid.Item(.gray($0.image(survey)), label: try words("garment.\($0.label)"))
                }, columns: 9)
        }
        material.figure("distribution") { words in
            let (own, others) = (survey.shareRange, other.shareRange)
            let range = min(own.lowerBound, others.lowerBound)...max(own.upperBound, others.upperBound)
            func shares(_ survey: Survey, _ classes: [Localized]) throws -> CategoryDots {
                survey.shares(
                    of: classes, names: (try words("training"), try words("test")), level: try words("equal"),
                    valueName: try words("share"), range: range, plotHeight: 90)
            }
            let names = try survey.trainCounts.indices.map { try words("garment.\($0)") }
            return Composition(
                .stack,
                [
                    .init(try shares(survey, names), heading: try words("garments")),
                    .init(try shares(other, classes.names), heading: try words("others")),
                ])
        }
    }

    /// How bright the garments are, before and after dividing by 255.
    func intensities(_ survey: Survey, _ material: inout Material) {
        let black = Double(survey.histogram[0]) / Double(max(survey.histogram.reduce(0, +), 1))
        let bins = LevelBins.counts(of: survey.histogram)
        material.value("blackShare", black)
        material.record("blackShare", black)
        material.value("levels", LevelBins.levels)
        material.record("histogram64", bins)
        material.figure("intensities") { words in
            HistogramChart([
                .init(
                    edges: LevelBins.edges(), counts: bins, axis: .log, xName: try words("intensity"),
                    yName: try words("pixels"))
            ])
        }
        let six = survey.firstNine.prefix(6).map { $0.image(survey).map { $0 / 255 } }
        material.figure("normalized") { words in
            ImageGrid(
                try six.map { image in
                    let mean = image.pixels.reduce(0) { $0 + Double($1) } / Double(max(image.pixels.count, 1))
                    return ImageGrid.Item(
                        .gray(image, from: 0, to: 1), label: try words("mean", ["mean": .number(mean)]))
                }, columns: 6)
        }
    }

    /// Pairs made to order, and what noise does to the histogram.
    func spoiling(_ cleaning: Cleaning, _ material: inout Material) {
        if case .gaussian(let mean, let deviation) = Training.syllabusNoise {
            material.value("noiseMean", Double(mean))
            material.value("noiseDeviation", Double(deviation))
        }
        let count = cleaning.pairs.count
        material.record("noise", Training.syllabusNoise.canonicalDescription)
        material.value("pairs", count)
        material.figure("noisy") { _ in
            ImageGrid(
                cleaning.pairs.map { cleaning.item($0.clean) } + cleaning.pairs.map { cleaning.item($0.noisy) },
                columns: max(count, 1), order: .lines)
        }
        material.record("noisyHistogram", cleaning.noisyHistogram)
        material.record("cleanHistogram", cleaning.cleanHistogram)
        material.value("barWidth", Double(LevelBins.levels) / 255)
        material.value("noisyBlack", share(cleaning.noisyHistogram, \.first))
        material.value("noisyWhite", share(cleaning.noisyHistogram, \.last))
        material.value("cleanBlack", share(cleaning.cleanHistogram, \.first))
        material.value("cleanWhite", share(cleaning.cleanHistogram, \.last))
        material.figure("noisehist") { words in
            HistogramChart(
                try [("clean", cleaning.cleanHistogram), ("noisy", cleaning.noisyHistogram)].map { title, counts in
                    .init(
                        edges: LevelBins.edges(dividedBy: 255), counts: counts, axis: .log,
                        title: try words(title), xName: try words("intensity"), yName: try words("pixels"))
                }, breadth: .wide)
        }
    }

    /// The share of all values that the first or the last bin holds.
    private func share(_ counts: [Int], _ end: KeyPath<[Int], Int?>) -> Double {
        Double(counts[keyPath: end] ?? 0) / Double(max(counts.reduce(0, +), 1))
    }
}

extension Survey {
    /// The binary cross-entropy of a perfect answer: what the targets' own greys cost.
    var lowestLoss: Double {
        let total = histogram.reduce(0, +)
        let sum = histogram.enumerated().reduce(0.0) { sum, entry in
            let x = Double(entry.offset) / 255
            let cost = x > 0 && x < 1 ? -(x * .log(x) + (1 - x) * .log(1 - x)) : 0
            return sum + cost * Double(entry.element)
        }
        return sum / Double(max(total, 1))
    }
}
