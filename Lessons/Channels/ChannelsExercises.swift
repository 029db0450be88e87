import Imaging
import Notebook

extension Channels {
    /// The small data of the lesson's exercises, and the answers.
    static func exercises(_ material: inout Material) {
        let channels: [Float] = [40, 10, 30]
        let weights: [Float] = [0.5, -1, 2]
        let bias: Float = 5
        material.series("pointChannels", channels.map(Double.init))
        material.series("pointWeights", weights.map(Double.init), digits: 1)
        material.value("pointBias", Int(bias))
        material.exercise("point", Int(zip(channels, weights).reduce(bias) { $0 + $1.0 * $1.1 }))

        let (maps, filters, side) = (12, 20, 10)
        material.value("layerMaps", maps)
        material.value("layerFilters", filters)
        material.value("layerSide", side)
        let perFilter = 3 * 3 * maps
        material.value("layerWeights", perFilter)
        material.exercise("layerOutputs", filters)
        material.exercise("layerParameters", filters * (perFilter + 1))
        material.exercise("layerProducts", side * side * filters * perFilter)
    }
}
