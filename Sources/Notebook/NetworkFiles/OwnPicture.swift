import Datasets
import Imaging
import NeuralNetwork
import Tensors

/// What a network answers to somebody's picture.
public struct OwnPicture: Sendable {
    /// The picture as the network saw it.
    public let seen: SeenPicture
    /// Of each class, in their order.
    public let probabilities: [Double]

    /// The class with the largest probability, the first among equals.
    public var answer: Int {
        probabilities.indices.max { (probabilities[$0], $1) < (probabilities[$1], $0) } ?? 0
    }

    /// The classes, the likeliest first, equals in their order.
    public var ranking: [Int] {
        probabilities.indices.sorted { (probabilities[$1], $0) < (probabilities[$0], $1) }
    }

    /// - Parameters:
    ///   - picture: as it came from a file.
    ///   - data: what the network has learnt from.
    /// - Throws: `InkPicture.Blank` where nothing is on it; ``Misfit`` where the network does not read pictures of these
    ///   data, or does not tell their classes; `TrainingError` where its answers are no probabilities.
    public init(_ picture: SourcePicture, of data: DatasetDescription, to network: Network) throws {
        let model = network.model
        guard model.input == data.shape, try model.output.count == data.classes.count else {
            throw Misfit(model, data, classes: try model.output.count)
        }
        seen = try SeenPicture(picture, like: data)
        let examples = try Examples(.bytes(seen.bytes), shape: seen.shape, labels: [0])
        let answers = try network.predict(examples, options: RunOptions(threads: 1)).elements.map(Double.init)
        guard answers.allSatisfy({ $0 >= 0 && $0 <= 1.001 }) else {
            throw TrainingError.parametersDoNotFit(model: model.name, reason: "its answers are no probabilities")
        }
        probabilities = answers.map { min($0, 1) }
    }

    /// A network that has not learnt from the data of the run.
    public struct Misfit: Error, Equatable, CustomStringConvertible {
        /// What it reads and tells, what the data are, and what to do.
        public let description: String

        init(_ model: Model, _ data: DatasetDescription, classes: Int) {
            description =
                "\(model.name) reads pictures of \(model.input) and tells \(classes) classes; those of \(data.name) are "
                + "\(data.shape) in \(data.classes.count); name the data that it learnt from with --data"
        }
    }
}
