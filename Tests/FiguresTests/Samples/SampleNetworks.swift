import Figures
import Foundation
import Languages

extension Sample {
    static let networks: [Sample] = [
        Sample("neuron", neuron),
        Sample(
            "network",
            NetworkGraph([
                .init(name: words("input", "entrada"), count: 4, role: .input),
                .init(name: words("hidden", "oculta"), count: 6),
                .init(name: words("output", "salida"), count: 3, role: .output),
            ])),
        Sample(
            "network-off",
            NetworkGraph([
                .init(count: 3, role: .input), .init(units: (0..<8).map { .init(isOff: $0 % 2 == 0) }),
                .init(count: 1, role: .output),
            ])),
        Sample("network-one", NetworkGraph([.init(count: 1)])),
        Sample("probabilities", probabilities),
        Sample(
            "probability-one",
            ProbabilityBars(
                [.init(.gray(SamplePictures.digit(1)), probabilities: [0.5, 0.5], truth: 1)],
                classes: [words("yes", "sí"), words("no", "no")])),
        Sample("points", points),
        Sample("point-one", LabeledPoints([.init(words("one", "uno"), x: 1, y: 1)])),
        Sample("contours", contours),
        Sample(
            "contours-flat",
            ContourTrajectories(
                heights: [[1, 1], [1, 1]], x: 0...1, y: 0...1, levels: [1],
                trajectories: [.init(name: words("still", "quieto"), x: [0.5], y: [0.5], role: .ink)])),
    ]

    private static let points = LabeledPoints(
        [
            .init(words("small", "pequeña"), x: 34_826, y: 0.9907, margin: 0.0019, role: .output),
            .init(words("simple", "sencilla"), x: 101_770, y: 0.978, margin: 0.0029),
            .init(words("large", "grande"), x: 225_034, y: 0.9886, margin: 0.0021, role: .output),
            .init(words("large with dropout", "grande con dropout"), x: 225_034, y: 0.99, margin: 0.002, role: .output),
        ], xName: words("parameters", "parámetros"), yName: words("accuracy", "exactitud"))

    private static let neuron = NetworkGraph(
        [
            .init(
                name: words("inputs", "entradas"),
                units: [0.5, 1, -2].map { .init(Localized(same: "\($0, digits: 1)")) },
                role: .input),
            .init(
                name: words("weighted sum", "suma ponderada"),
                units: [.init(words("Σ", "Σ"), note: words("b = 1", "b = 1"))],
                weights: [[0.25, -1.5, 3]]),
            .init(
                name: words("activation", "activación"), units: [.init(words("ReLU", "ReLU"))], role: .output,
                lines: .quiet),
        ], graphHeight: 120)

    private static let probabilities = ProbabilityBars(
        (0..<6).map { index in
            var shares = Array(repeating: 0.01, count: 10)
            shares[index == 4 ? 9 : index] = 0.91
            return .init(
                .gray(SamplePictures.digit(index)), label: words("a \(index)", "un \(index)"), probabilities: shares,
                truth: index)
        }, classes: (0..<10).map { Localized(same: "\($0)") })

    private static var contours: ContourTrajectories {
        let places = (0...40).map { Double($0) / 10 - 2 }
        let steps = (0..<12).map { Double($0) }
        return ContourTrajectories(
            heights: places.map { y in places.map { x in x * x + 4 * y * y } }, x: -2...2, y: -2...2,
            levels: [0.25, 1, 4, 9],
            trajectories: [
                .init(
                    name: words("gradient descent", "descenso por gradiente"), x: steps.map { -1.9 * pow(0.8, $0) },
                    y: steps.map { 1.5 * pow(-0.7, $0) }, role: .category(5)),
                .init(
                    name: words("Adam", "Adam"), x: steps.map { -1.9 * pow(0.7, $0) },
                    y: steps.map { 1.5 * pow(0.7, $0) }, role: .category(6)),
            ], xName: words("first weight", "primer peso"), yName: words("second weight", "segundo peso"))
    }
}
