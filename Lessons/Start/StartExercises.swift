import Notebook

extension Start {
    /// The small data of the lesson's exercises, and the answers.
    static func exercises(_ material: inout Material) {
        let (first, count) = (118, 9)
        material.value("lastFirst", first)
        material.value("lastCount", count)
        material.exercise("last", first + count - 1)
    }
}
