import Documents
import Imaging
import NeuralNetwork

extension OperationResult {
    /// A network of one's own, trained, and one of the figures that `course train --figures` draws.
    static func train(
        _ network: BlockNetwork?, _ attributes: Attributes, _ networks: NetworkBlocks, using course: Course
    ) throws -> OperationResult {
        guard let training = network?.training else { throw attributes.fault("there is no network to train") }
        _ = try training.value(for: attributes, using: course)
        return try OperationResult(
            networks.trained(training, course), showing: attributes.value("show") ?? Attributes.usualFigure,
            for: attributes)
    }

    /// What a network answers to the author's picture, as `course classify` has it.
    static func classify(
        _ picture: SourcePicture, _ network: BlockNetwork?, _ attributes: Attributes, _ networks: NetworkBlocks,
        using course: Course
    ) throws -> OperationResult {
        guard let (network, training) = try network?.network(for: attributes, using: course) else {
            throw attributes.fault("there is no network to ask")
        }
        let data = course.settings.source(of: training.source).kind
        let own: OwnPicture
        do { own = try OwnPicture(picture, of: data, to: network) } catch { throw attributes.fault("\(error)") }
        return try OperationResult(networks.answered(own, data), showing: NetworkBlocks.answer, for: attributes)
    }

    /// One figure of what was handed over, and all values.
    private init(_ material: Material, showing name: String, for attributes: Attributes) throws(DocumentError) {
        guard let figure = material.figures[name]?.thing else {
            throw attributes.fault(
                "there is no figure “\(name)” of this network; there are "
                    + material.figures.keys.sorted().joined(separator: ", "))
        }
        self.init(
            figure: figure, values: material.values.sorted { $0.key < $1.key }.map { ($0.key, $0.value.thing) })
    }
}
