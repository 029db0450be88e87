import Figures
import Languages
import NeuralNetwork
import Notebook

/// Three ways downhill, and Adam's first step by hand.
enum Descent {
    static func handOver(to material: inout Material) {
        walks(&material)
        firstStep(&material)
    }

    private static func walks(_ material: inout Material) {
        let walks: [(name: String, places: [[Float]], role: Role)] = [
            ("plain", Landscape.plain, .category(5)), ("momentum", Landscape.momentum, .category(6)),
            ("adam", Landscape.adam, .category(3)),
        ]
        for walk in walks {
            let end = walk.places.last ?? Landscape.start
            material.value("\(walk.name)X", Double(end[0]))
            material.value("\(walk.name)Y", Double(end[1]))
        }
        material.value("walks", walks.count)
        material.value("steps", Landscape.steps)
        let ends = walks.map { Landscape.height($0.places.last ?? [0, 0]) }
        material.record("descent.ends", ends)
        material.printed(
            "walks",
            Dictionary(
                uniqueKeysWithValues: zip(walks, ends).map { ($0.name, Printed.number($1, digits: 5)) }))
        material.figure("descent") { words in
            Landscape.figure(
                try walks.map { name, places, role in
                    .init(
                        name: try words(name), x: places.map { Double($0[0]) }, y: places.map { Double($0[1]) },
                        role: role)
                }, xName: try words("x"), yName: try words("y"))
        }
    }

    private static func firstStep(_ material: inout Material) {
        // snippet.first-step
        let (g, beta1, beta2, rate, epsilon) = ([0.2, 0.0002], 0.9, 0.999, 0.001, 1e-7)
        let m = g.map { (1 - beta1) * $0 }
        let v = g.map { (1 - beta2) * $0 * $0 }
        let corrected = zip(m, v).map { ($0 / (1 - beta1), $1 / (1 - beta2)) }
        let moves = corrected.map { rate * $0 / ($1.squareRoot() + epsilon) }
        // snippet.end
        let own = firstMoves(of: g, beta1, beta2, rate, epsilon)
        material.record("adam.m", m)
        material.record("adam.v", v)
        material.record("adam.moves", moves)
        material.record("adam.ownMoves", own)
        material.value("lag", 1 - own[1] / moves[1])
        material.printed(
            "first-step",
            [
                "m": Printed.list(m, digits: 5), "v": Printed.list(v, digits: 12),
                "correctedM": Printed.list(corrected.map(\.0)),
                "correctedV": Printed.list(corrected.map(\.1), digits: 9),
                "moves": Printed.list(moves, digits: 7), "own": Printed.list(own, digits: 7),
            ])
    }

    /// How far the program's own Adam moves weights in its first step.
    static func firstMoves(
        of gradient: [Double], _ beta1: Double, _ beta2: Double, _ rate: Double, _ epsilon: Double
    ) -> [Double] {
        let none = [Float](repeating: 0, count: gradient.count)
        var (w, m, v) = (none, none, none)
        let step = AdamStep(step: 1, learningRate: rate, beta1: beta1, beta2: beta2, epsilon: epsilon)
        NeuralNetwork.adam(&w, gradient: gradient.map { Float($0) }, m: &m, v: &v, step)
        return w.map { Double(-$0) }
    }
}
