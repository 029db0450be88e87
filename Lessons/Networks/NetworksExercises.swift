import Elementary
import Imaging
import Notebook

extension Networks {
    /// The small data of the lesson's exercises, and the answers.
    static func exercises(_ material: inout Material) {
        let (inputs, weights, bias) = ([2.0, -1, 3], [1.5, 2, 0.5], -1.0)
        material.series("neuronInputs", inputs)
        material.series("neuronWeights", weights, digits: 1)
        material.value("neuronBias", Int(bias))
        material.exercise("neuron", max(0, zip(inputs, weights).reduce(bias) { $0 + $1.0 * $1.1 }))

        // y = 3 x + 2, then z = -2 y + 1.
        let (first, second) = ((weight: 3, bias: 2), (weight: -2, bias: 1))
        material.value("firstWeight", first.weight)
        material.value("firstBias", first.bias)
        material.value("secondWeight", second.weight)
        material.value("secondBias", second.bias)
        material.exercise("joined", second.weight * first.weight)
        material.exercise("joinedBias", second.weight * first.bias + second.bias)

        let (wide, narrow) = (50, 8)
        material.value("denseInputs", wide)
        material.value("denseUnits", narrow)
        material.exercise("dense", wide * narrow + narrow)

        let (side, filters) = (20, 4)
        let pooled = outputSize(input: outputSize(input: side, kernel: 3), kernel: 2, stride: 2)
        material.value("flatSide", side)
        material.value("flatFilters", filters)
        material.value("flatPooled", pooled)
        material.exercise("flat", pooled * pooled * filters)

        let scores = [2.0, 0, 0]
        material.series("scores", scores)
        let powers = scores.map { Double.exp($0) }
        material.value("scorePower", powers[0])
        material.exercise("softmax", powers[0] / powers.reduce(0, +))
    }
}
