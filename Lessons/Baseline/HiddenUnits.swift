import NeuralNetwork
import Notebook

/// The incoming weights of some hidden units, and those that training never touched.
struct HiddenUnits: StoredValue {
    /// For each unit shown its weights, one a pixel, row by row.
    let weights: [[Float]]
    /// How many numbers a picture has; missing where that is one a pixel.
    let inputs: Int?
    /// How many inputs have weights that are all, to the last bit, what they were before the training.
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
        // Of colours the mean: one map says where a unit looks.
        let channels = model.input[2]
        weights = (0..<min(Self.shown, units)).map { unit in
            (0..<pixels / channels).map { pixel in
                guard channels > 1 else { return after[pixel, unit] }
                return (0..<channels).reduce(0) { $0 + after[pixel * channels + $1, unit] } / Float(channels)
            }
        }
        inputs = channels > 1 ? pixels : nil
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
        let all = rows * columns * (inputs == nil ? 1 : 3)
        if let inputs { try Expect.number("inputs", inputs, in: all...all) }
        try Expect.number("untouched", untouched, in: 0...all)
        try Expect.count("weights", weights, in: 1...Self.shown)
        for unit in weights { try Expect.map("weights", unit, rows: rows, columns: columns) }
    }
}
