import Datasets
import Imaging
import NeuralNetwork
import Tensors

/// What a network answers to somebody's picture.
public struct OwnPicture: Sendable {
    /// The picture as the network saw it.
    public let seen: InkPicture
    /// Of each class, in their order.
    public let probabilities: [Double]

    /// The class with the largest probability, the first among equals.
    public var answer: Int {
        probabilities.indices.max { (probabilities[$0], $1) < (probabilities[$1], $0) } ?? 0
    }

    /// - Parameter picture: as it came from a file.
    /// - Throws: `InkPicture.Blank` where nothing is on it; `TrainingError` where the network does not read pictures of
    ///   this form, or its answers are no probabilities.
    public init(_ picture: SourcePicture, to training: Training, with network: Network) throws {
        seen = try InkPicture(picture, frame: training.source.frame)
        let (side, model) = (training.source.frame.side, network.model)
        let examples = try Examples(.bytes(seen.image.bytes), shape: [side, side, 1], labels: [0])
        let answers = try network.predict(examples, options: RunOptions(threads: 1)).elements.map(Double.init)
        guard answers.allSatisfy({ $0 >= 0 && $0 <= 1.001 }) else {
            throw TrainingError.parametersDoNotFit(model: model.name, reason: "its answers are no probabilities")
        }
        probabilities = answers.map { min($0, 1) }
    }
}

extension DatasetDescription {
    /// How its pictures were made of what people wrote or photographed.
    fileprivate var frame: InkPicture.Frame { self == .fashionMNIST ? .article : .digit }
}
