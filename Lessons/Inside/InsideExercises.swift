import Imaging
import Notebook

extension Inside {
    enum Likeness: String, CaseIterable { case across, down, outline }

    /// The small data of the lesson's exercises, and the answers.
    static func exercises(_ material: inout Material) {
        let weights: [[Float]] = [[-0.3, 0.1, 0.3], [-0.5, 0, 0.6], [-0.2, 0, 0.2]]
        material.grid("learnedWeights", weights, digits: 1)
        material.exercise("learnedSum", Double(weights.joined().reduce(0, +)))
        let kernels: [Kernel] = [.sobelX, .sobelY, .laplacian8]
        let likenesses = kernels.map { kernel in
            abs(zip(kernel.weights, weights.joined()).reduce(0) { $0 + $1.0 * $1.1 })
                / kernel.weights.reduce(0) { $0 + $1 * $1 }.squareRoot()
        }
        let nearest = likenesses.indices.max { likenesses[$0] < likenesses[$1] } ?? 0
        material.exercise("learned", Likeness.allCases[nearest])

        let (side, maps) = (4, 6)
        material.value("valuesSide", side)
        material.value("valuesMaps", maps)
        material.exercise("values", side * side * maps)

        // A kernel, a pooling of two, a kernel: each reaches further by the distance of what it reads.
        var (reach, distance) = (1, 1)
        for (size, stride) in [(3, 1), (2, 2), (3, 1)] {
            reach += (size - 1) * distance
            distance *= stride
        }
        material.exercise("reach", reach)

        let (before, after) = (0.95, 0.35)
        material.value("coverBefore", before)
        material.value("coverAfter", after)
        material.exercise("cover", Int(((before - after) * 100).rounded()))
    }
}
