import Notebook

extension MNIST {
    /// The small data of the lesson's exercises, and the answers.
    static func exercises(_ material: inout Material) {
        let (pictures, side) = (500, 20)
        material.value("memoryPictures", pictures)
        material.value("memorySide", side)
        material.value("memoryValues", pictures * side * side)
        material.exercise("memory", Double(pictures * side * side * 4) / 1e6)

        let counts = [40, 25, 20, 15]
        material.series("guessCounts", counts.map(Double.init))
        material.exercise("guess", Double(counts.max() ?? 0) / Double(counts.reduce(0, +)))

        let pixels: [Double] = [0, 0, 0, 0, 0, 0, 255, 255]
        let mean = pixels.reduce(0, +) / Double(pixels.count)
        material.value("inkCount", pixels.count)
        material.value("inkWhite", pixels.count { $0 > 0 })
        material.exercise("inkShare", mean / 255)

        let byte = 51
        material.value("scaledByte", byte)
        material.exercise("scaled", Double(byte) / 255)
    }
}
