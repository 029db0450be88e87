import Figures
import Languages

extension Survey {
    /// How large a part of the training images each class is, in per cent, and of the test images.
    var shares: (training: [Double], test: [Double]) {
        func parts(_ counts: [Int]) -> [Double] {
            let total = Double(max(counts.reduce(0, +), 1))
            return counts.map { 100 * Double($0) / total }
        }
        return (parts(trainCounts), parts(testCounts))
    }

    /// What a chart of the shares covers, the share of equally frequent classes included.
    var shareRange: ClosedRange<Double> {
        let all = shares.training + shares.test + [100 / Double(max(trainCounts.count, 1))]
        return (all.min() ?? 0)...(all.max() ?? 100)
    }

    /// The shares as a chart: counts of 60,000 and of 10,000 images can't be compared, shares can.
    ///
    /// - Parameters:
    ///   - names: of the training and the test images.
    ///   - level: what the line of equally frequent classes is called.
    ///   - range: what the vertical axis covers; what is there by default.
    func shares(
        of classes: [Localized], names: (training: Localized, test: Localized), level: Localized,
        categoryName: Localized? = nil, valueName: Localized, range: ClosedRange<Double>? = nil,
        plotHeight: Double = 150
    ) -> CategoryDots {
        CategoryDots(
            categories: classes,
            series: [
                .init(name: names.training, values: shares.training, role: .training),
                .init(name: names.test, values: shares.test, role: .output),
            ], categoryName: categoryName, valueName: valueName,
            level: .init(100 / Double(max(classes.count, 1)), label: level), range: range, plotHeight: plotHeight)
    }
}
