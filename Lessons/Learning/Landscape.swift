import Figures
import Platform
import Languages
import NeuralNetwork

/// A long narrow valley, and three ways of walking down into it.
struct Landscape {
    // snippet.valley
    /// The loss of two weights: a valley that is steep across and flat along.
    static func height(_ w: [Float]) -> Float { (w[0] * w[0] + 12 * w[1] * w[1]) / 2 }
    static func gradient(_ w: [Float]) -> [Float] { [w[0], 12 * w[1]] }
    // snippet.end

    static let start: [Float] = [-9, 2]
    static let steps = 40

    /// The places that a way of walking visits, the start first.
    private static func walk(_ move: (inout [Float], Int) -> Void) -> [[Float]] {
        var w = start
        return [w]
            + (1...steps).map { step in
                move(&w, step)
                return w
            }
    }

    // snippet.walks
    static var plain: [[Float]] {
        walk { w, _ in gradientDescent(&w, gradient: gradient(w), rate: 0.15) }
    }

    static var momentum: [[Float]] {
        var velocity: [Float] = [0, 0]
        return walk { w, _ in
            momentumDescent(&w, gradient: gradient(w), velocity: &velocity, rate: 0.04, momentum: 0.8)
        }
    }

    static var adam: [[Float]] {
        var (m, v): ([Float], [Float]) = ([0, 0], [0, 0])
        return walk { w, step in
            let constants = AdamStep(step: step, learningRate: 0.6, beta1: 0.8, beta2: 0.99, epsilon: 1e-7)
            NeuralNetwork.adam(&w, gradient: gradient(w), m: &m, v: &v, constants)
        }
    }
    // snippet.end

    /// The valley's lines of equal height, and walks over it.
    static func figure(
        _ walks: [ContourTrajectories.Trajectory], xName: Localized, yName: Localized
    ) -> ContourTrajectories {
        let (x, y) = (-10.0...4.0, -3.0...3.0)
        let heights = (0...120).map { row in
            (0...140).map { column in
                Double(height([Float(x.lowerBound) + Float(column) / 10, Float(y.lowerBound) + Float(row) / 20]))
            }
        }
        return ContourTrajectories(
            heights: heights, x: x, y: y, levels: [0.5, 2, 5, 10, 17, 26, 37, 50, 65], trajectories: walks,
            xName: xName, yName: yName)
    }
}
