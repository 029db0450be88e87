import Figures
import Imaging
import Languages
import Notebook

// How clean the pictures come back: those under the noise that the network knows, and others.

extension Denoising {
    /// The error of every test image: table and histogram.
    func errors(_ cleaning: Cleaning, _ material: inout Material) {
        let (before, after) = (cleaning.before, cleaning.after)
        material.record("errorBefore", SpreadResult(spread: before))
        material.record("errorAfter", SpreadResult(spread: after))
        material.record("errorHistogram", cleaning.errorHistogram)
        material.value("testCount", cleaning.errorHistogram.reduce(0, +))
        material.table("errors") { words in
            func row(_ name: String, _ value: KeyPath<Cleaning.Spread, Double>) throws -> [Localized] {
                [
                    try words(name), Localized(same: "\(before[keyPath: value], digits: 4)"),
                    Localized(same: "\(after[keyPath: value], digits: 4)"),
                ]
            }
            return [
                try row("minimum", \.minimum), try row("maximum", \.maximum), try row("mean", \.mean),
                try row("median", \.median),
                [try words("ratio"), before.ratioText(digits: 2), after.ratioText(digits: 2)],
            ]
        }
        material.value("gain", before.mean / max(after.mean, .leastNormalMagnitude))
        material.value("medianError", after.median)
        material.value("leastError", after.minimum)
        material.value("greatestError", after.maximum)
        material.value("meanError", after.mean)
        material.value("bins", cleaning.errorHistogram.count)
        material.figure("mse") { words in
            HistogramChart([
                .init(
                    edges: (0...cleaning.errorHistogram.count).map {
                        Double($0) * after.maximum / Double(cleaning.errorHistogram.count)
                    }, counts: cleaning.errorHistogram, xName: try words("error"), yName: try words("images"),
                    role: .output)
            ])
        }
    }

    /// The pictures with the highest errors, and the garments that are hardest.
    func worst(_ cleaning: Cleaning, _ material: inout Material) {
        let order = cleaning.classErrors.indices.sorted {
            (cleaning.classErrors[$0], $0) < (cleaning.classErrors[$1], $1)
        }
        for (name, label) in [("easiest", order.first ?? 0), ("hardest", order.last ?? 0)] {
            material.value(name, .garment(label))
            material.value("\(name)Error", cleaning.classErrors[label])
        }
        material.record("classErrors", cleaning.classErrors)
        material.record("unusual", cleaning.unusual)
        material.record("fence", cleaning.fence)
        material.record("worst", cleaning.worst.map(\.index))
        material.value("fence", cleaning.fence)
        material.value("unusual", cleaning.unusual)
        material.value("worstCount", cleaning.worst.count)
        material.value("worstError", cleaning.worst.first?.cleanedError ?? 0)
        material.value("worstGarment", .garment(cleaning.worst.first?.label ?? 0))
        material.figure("worst") { words in
            ImageGrid(
                try cleaning.worst.map { cleaning.item($0.clean, try words("garment.\($0.label)")) }
                    + cleaning.worst.map { cleaning.item($0.noisy) }
                    + cleaning.worst.map {
                        cleaning.item($0.cleaned, Localized(same: "\($0.cleanedError, digits: 4)"), role: .error)
                    }, columns: cleaning.worst.count, order: .lines)
        }
    }
}

extension Cleaning.Spread {
    /// The mean ratio as a table has it.
    func ratioText(digits: Int) -> Localized { Localized(same: ratio.map { "\($0, digits: digits)" } ?? "∞") }
}
