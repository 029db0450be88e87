import Datasets
import Figures
import Imaging
import Languages
import Notebook
import Platform

extension Curriculum {
    /// A page of one figure, `answer`: what a network saw of somebody's picture, beside its answer.
    ///
    /// - Parameters:
    ///   - name: what the picture is called.
    ///   - own: the picture as the network saw it, and the probabilities of the classes, as many as `data` has.
    ///   - data: what the network learnt from.
    public func answerPage(
        _ name: String, _ own: OwnPicture, of data: DatasetDescription, notices: [RunNotice]
    ) throws -> Page {
        var material = Material(of: own, from: data)
        material.value("picture", .text(name))
        return try page(ofDocument: "answer", from: material, notices: notices)
    }
}

extension Material {
    /// Hands over what a network answers to somebody's picture: the figure `answer`, and what reads it.
    ///
    /// - `{class}`: what the network takes it for; `{certainty}`: how sure it is, after “a probability”;
    /// - `{width}`, `{height}`: of the picture that the network saw; `{areAll}`: whether all classes are in the figure.
    init(of own: OwnPicture, from data: DatasetDescription) {
        self.init()
        let (seen, probabilities) = (own.seen, own.probabilities)
        value("width", seen.shape[1])
        value("height", seen.shape[0])
        value("class", ClassWords.value(of: own.answer, in: data))
        value("certainty", .certainty(probabilities[own.answer]))
        // The classes that have room in a figure, in their order: all of them, or the likeliest.
        let shown = own.ranking.prefix(Self.room).sorted()
        outcome("areAll", shown.count == probabilities.count)
        figure(NetworkBlocks.answer) { words in
            ProbabilityBars(
                [
                    .init(
                        Picture(Data(seen.bytes), rows: seen.shape[0], columns: seen.shape[1]),
                        probabilities: shown.map { probabilities[$0] }, truth: nil)
                ],
                classes: try shown.map { try ClassWords.text(of: $0, in: data, words) }, columns: 1, side: 84)
        }
    }

    /// How many classes have room in a figure.
    private static let room = 10
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
