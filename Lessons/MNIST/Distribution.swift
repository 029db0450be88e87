import Figures
import Imaging
import Languages
import Notebook

// How classes and intensities are distributed.

extension MNIST {
    /// How many of each class, and what the average digit looks like.
    func classes(_ survey: Survey, _ classes: Classes, _ material: inout Material) {
        material.record("trainCounts", survey.trainCounts)
        material.record("testCounts", survey.testCounts)
        material.value("extremes", Survey.extremes(of: survey.trainCounts, classes))
        material.value("most", survey.trainCounts.max() ?? 0)
        material.value("least", survey.trainCounts.min() ?? 0)
        material.value("equalShare", 1 / Double(max(classes.count, 1)))
        material.figure("classes") { words in
            survey.shares(
                of: classes.names, names: (try words("training"), try words("test")), level: try words("equal"),
                categoryName: try words("digit"), valueName: try words("share"))
        }
        material.table("classes") { _ in
            survey.trainCounts.indices.map { digit in
                let share = Double(survey.trainCounts[digit]) / Double(max(survey.trainCount, 1))
                return [
                    classes.name(digit), Localized(same: "\(survey.trainCounts[digit])"),
                    Localized(same: "\(survey.testCounts[digit])"), Localized(same: "\(share, percent: 1)"),
                ]
            }
        }
        material.figure("means") { _ in
            ImageGrid(
                survey.means.enumerated().map { digit, pixels in
                    ImageGrid.Item(survey.mean(pixels), label: classes.name(digit))
                }, columns: 10)
        }
    }

    /// The histogram and the statistics, before and after dividing by 255.
    func intensities(_ survey: Survey, _ material: inout Material) {
        let black = Double(survey.histogram[0]) / Double(max(survey.histogram.reduce(0, +), 1))
        let bins = LevelBins.counts(of: survey.histogram)
        material.value("blackShare", black)
        material.record("blackShare", black)
        material.value("bright", Survey.bright)
        material.value("brightShare", survey.brightShare)
        material.record("brightShareOfInk", survey.brightShare)
        material.record("raw", survey.raw)
        material.record("normalised", survey.normalised)
        material.value("levels", LevelBins.levels)
        material.record("histogram64", bins)
        material.figure("intensities") { words in
            HistogramChart(
                try [HistogramChart.CountAxis.linear, .log].map { axis in
                    .init(
                        edges: LevelBins.edges(), counts: bins, axis: axis,
                        xName: try words("intensity"), yName: try words("pixels"))
                }, breadth: .wide)
        }
        material.table("statistics") { words in
            let rows: [(name: String, value: KeyPath<Survey.Statistics, Double>)] = [
                ("minimum", \.minimum), ("maximum", \.maximum), ("mean", \.mean), ("deviation", \.standardDeviation),
                ("median", \.median),
            ]
            return try rows.map { name, value in
                [
                    try words(name), Localized(same: "\(survey.raw[keyPath: value], digits: 2)"),
                    Localized(same: "\(survey.normalised[keyPath: value], digits: 4)"),
                ]
            }
        }
    }
}
