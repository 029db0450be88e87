import NeuralNetwork
import Notebook

/// The incoming weights of some hidden units, and those that training never touched.
struct HiddenUnits: StoredValue {
    /// For each unit shown its weights, one a pixel, row by row.
    let weights: [[Float]]
    /// How many pixels have weights that are all, to the last bit, what they were before the training.
    let untouched: Int
    /// How many hidden units there are.
    let units: Int
    let rows: Int
    let columns: Int

    /// How many units are shown: the first ones.
    static let shown = 24

    static let measurement = CourseMeasurement(
        "baseline/hidden", version: 1, needs: [.training(Baseline.training)]
    ) { course in
        try HiddenUnits(of: course.value(of: Baseline.training))
    }

    init(of trained: TrainedModel) throws {
        let model = trained.network.model
        // snippet.untouched
        let fresh = try Network(model, seed: trained.plan.seed)
        guard let before = fresh.parameters["dense.kernel"], let after = trained.network.parameters["dense.kernel"]
        else { throw NoDenseLayer() }
        let pixels = after.shape[0]
        units = after.shape[1]
        untouched = (0..<pixels).count { pixel in
            (0..<after.shape[1]).allSatisfy { unit in after[pixel, unit] == before[pixel, unit] }
        }
        // snippet.end
        weights = (0..<min(Self.shown, units)).map { unit in (0..<pixels).map { after[$0, unit] } }
        rows = model.input[0]
        columns = model.input[1]
    }

    private struct NoDenseLayer: Error, CustomStringConvertible {
        var description: String { "the baseline has no layer named dense; was its model changed?" }
    }
}

extension HiddenUnits {
    func check() throws(ImpossibleValue) {
        try Expect.size(rows: rows, columns: columns)
        try Expect.number("units", units, in: 1...65_536)
        try Expect.number("untouched", untouched, in: 0...rows * columns)
        try Expect.count("weights", weights, in: 1...Self.shown)
        for unit in weights { try Expect.map("weights", unit, rows: rows, columns: columns) }
    }
}
