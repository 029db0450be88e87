import Figures
import Languages
import NeuralNetwork
import Notebook
import Tensors

extension Compact {
    /// What sharing weights saves, layer against layer and network against network.
    func efficiency(_ settings: RunSettings, _ material: inout Material) throws {
        // snippet.pair
        func pair(_ input: Shape, filters: Int) throws -> (shared: Int, connected: Int) {
            let shared = Model(name: "shared", input: input, layers: [.conv2D(filters: filters, kernel: 3)])
            let units = try shared.output.count
            let connected = Model(name: "connected", input: input, layers: [.flatten, .dense(units)])
            return (try shared.parameterCount, try connected.parameterCount)
        }
        let first = try pair([28, 28, 1], filters: 32)
        let second = try pair([13, 13, 32], filters: 64)
        // snippet.end
        func text(_ pair: (shared: Int, connected: Int)) -> String { "\(pair.shared) / \(pair.connected)" }
        material.printed("pair", ["first": text(first), "second": text(second)])
        let compact = try Self.training.network(in: settings).parameterCount
        let baseline = try Baseline.training.network(in: settings).parameterCount
        let compared = [
            ("first", first.shared, first.connected), ("second", second.shared, second.connected),
            ("whole", compact, baseline),
        ]
        func saved(_ shared: Int, _ connected: Int) -> Double { 1 - Double(shared) / Double(connected) }
        material.record("savings", compared.map { saved($0.1, $0.2) })
        material.table("savings") { words in
            try compared.map { name, shared, connected in
                [
                    try words(name), Localized(same: "\(shared)"), Localized(same: "\(connected)"),
                    Localized(same: "\(1 - Double(shared) / Double(connected), percent: 3)"),
                ]
            }
        }
        material.value("hearsay", 0.98)
        material.value("saved", saved(compact, baseline))
    }

    /// The same network for pictures of twice as many rows and columns.
    func largerPictures(_ settings: RunSettings, _ material: inout Material) throws {
        let model = Self.training.network(in: settings)
        let (input, classes) = (model.input, try model.output.count)
        let doubled = model.fitted(to: [2 * input[0], 2 * input[1], input[2]], classes: classes)
        func maps(_ model: Model) throws -> [Shape] { try model.resolved().map(\.output).filter { $0.rank == 3 } }
        func text(_ shape: Shape?) -> Material.Value {
            .text((shape?.extents ?? []).map(String.init).joined(separator: " × "))
        }
        let (shapes, larger) = (try maps(model), try maps(doubled))
        material.value("doubledColumns", doubled.input[1])
        material.value("doubledRows", doubled.input[0])
        material.value("widths", .list(([doubled.input] + larger).map { .integer($0[1]) }))
        material.value("maps", text(shapes.last))
        material.value("doubledMaps", text(larger.last))
        let answers = try [doubled, model].map { Double(try $0.resolved().last?.parameterCount ?? 0) }
        material.value("growth", answers[0] / answers[1])
    }
}
