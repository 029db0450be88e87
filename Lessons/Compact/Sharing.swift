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
}
