import Datasets
import Figures
import Imaging
import Languages
import Notebook

extension Curriculum {
    /// A page of one figure, `answer`: what a network saw of somebody's picture, beside its answer.
    ///
    /// - Parameters:
    ///   - name: what the picture is called.
    ///   - image: as the network saw it.
    ///   - probabilities: of the classes, as many as `data` has.
    ///   - data: what the network learnt from.
    public func answerPage(
        _ name: String, seen image: GrayImage, probabilities: [Double], of data: DatasetDescription,
        notices: [RunNotice]
    ) throws -> Page {
        var material = Material()
        let answer = probabilities.indices.max { (probabilities[$0], $1) < (probabilities[$1], $0) } ?? 0
        material.value("picture", .text(name))
        material.value("side", image.width)
        material.value("answer", ClassWords.value(of: answer, in: data))
        material.value("certainty", .certainty(probabilities[answer]))
        material.figure("answer") { words in
            ProbabilityBars(
                [.init(.gray(image), probabilities: probabilities, truth: nil)],
                classes: try probabilities.indices.map { try ClassWords.text(of: $0, in: data, words) }, columns: 1,
                side: 84)
        }
        return try page(ofDocument: "answer", from: material, notices: notices)
    }
}

/// What the classes of a data set are called.
enum ClassWords {
    /// For a sentence.
    static func value(of label: Int, in data: DatasetDescription) -> Material.Value {
        if data == .fashionMNIST { return .shared("garment.\(label)") }
        return data.isPublished ? .text("\(label)") : .shared("class", ["name": .name(data.className(label))])
    }

    /// For an axis.
    static func text(of label: Int, in data: DatasetDescription, _ words: BlockWords) throws -> Localized {
        try data == .fashionMNIST ? words("garment.\(label)") : data.className(label)
    }
}
