import Elementary
import Notebook

extension Denoising {
    /// The small data of the lesson's exercises, and the answers.
    static func exercises(_ material: inout Material) {
        let (side, middle, maps) = (16, 4, 8)
        material.value("narrowSide", side)
        material.value("narrowMiddle", middle)
        material.value("narrowMaps", maps)
        material.value("narrowValues", middle * middle * maps)
        material.exercise("narrow", Double(middle * middle * maps) / Double(side * side))

        let (clean, noise) = (0.8, 0.35)
        material.value("spoiledClean", clean)
        material.value("spoiledNoise", noise)
        material.value("spoiledSum", clean + noise)
        material.exercise("spoiled", min(1, max(0, clean + noise)))

        let (first, second) = ([0.2, 0.5, 0.9], [0.3, 0.5, 0.7])
        material.series("errorFirst", first, digits: 1)
        material.series("errorSecond", second, digits: 1)
        let squares = zip(first, second).map { ($0 - $1) * ($0 - $1) }
        material.exercise("error", squares.reduce(0, +) / Double(squares.count))

        let meanSquare = 0.01
        material.value("ratioError", meanSquare)
        material.exercise("ratio", 10 * Double.log10(1 / meanSquare))
    }
}
