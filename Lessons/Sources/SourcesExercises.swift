import Imaging
import Notebook

extension Sources {
    /// The small data of the lesson's exercises, and the answers.
    static func exercises(_ material: inout Material) {
        let (own, other) = (320, 20_000)
        material.value("savingOwn", own)
        material.value("savingOther", other)
        material.exercise("saving", 1 - Double(own) / Double(other))

        let (height, kernel, padding, stride) = (11, 3, 1, 2)
        material.value("symbolsHeight", height)
        material.value("symbolsKernel", kernel)
        material.value("symbolsPadding", padding)
        material.value("symbolsStride", stride)
        material.exercise("symbols", outputSize(input: height, kernel: kernel, padding: padding, stride: stride))
    }
}
