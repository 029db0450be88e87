/// A network of the course with the settings that it is trained with.
public struct CourseModel: Sendable {
    /// The network.
    public let model: Model
    /// Epochs, batch, validation, loss, optimiser, seed.
    public let training: TrainingConfiguration

    /// A network and how it is trained.
    public init(model: Model, training: TrainingConfiguration) {
        self.model = model
        self.training = training
    }

    /// What people type: `cnn`.
    public var name: String { model.name }
}

/// The five networks of the syllabus.
public enum CourseModels {
    /// In the order of the course.
    public static let all = [baseline, cnn, dropout, compact, denoising]

    /// The model of that name.
    public static func named(_ name: String) -> CourseModel? { all.first { $0.name == name } }

    // snippet.baseline
    /// A network that does not look: every pixel is a number like any other.
    public static let baseline = CourseModel(
        model: Model(
            name: "baseline",
            layers: [
                .flatten,
                .dense(128, activation: .relu),
                .dense(10, activation: .softmax),
            ]),
        training: TrainingConfiguration(epochs: 10, batch: 32, validation: 0.1))
    // snippet.end

    // snippet.cnn
    /// The full convolutional network.
    public static let cnn = CourseModel(
        model: Model(
            name: "cnn",
            layers: [
                .conv2D(filters: 32, kernel: 3, activation: .relu),
                .maxPool2D(2),
                .conv2D(filters: 64, kernel: 3, activation: .relu),
                .maxPool2D(2),
                .flatten,
                .dense(128, activation: .relu),
                .dense(10, activation: .softmax),
            ]),
        training: TrainingConfiguration(epochs: 10, batch: 32, validation: 0.2))
    // snippet.end

    // snippet.dropout-network
    /// The full network, regularised.
    public static let dropout = CourseModel(
        model: Model(
            name: "dropout",
            layers: [
                .conv2D(filters: 32, kernel: 3, activation: .relu),
                .maxPool2D(2),
                .conv2D(filters: 64, kernel: 3, activation: .relu),
                .maxPool2D(2),
                .flatten,
                .dense(128, activation: .relu),
                .dropout(0.5),
                .dense(10, activation: .softmax),
            ]),
        training: TrainingConfiguration(epochs: 5, batch: 128, validation: 0.1))
    // snippet.end

    // snippet.compact
    /// Thirty-five thousand parameters.
    public static let compact = CourseModel(
        model: Model(
            name: "compact",
            layers: [
                .conv2D(filters: 32, kernel: 3, activation: .relu),
                .maxPool2D(2),
                .conv2D(filters: 64, kernel: 3, activation: .relu),
                .maxPool2D(2),
                .flatten,
                .dropout(0.5),
                .dense(10, activation: .softmax),
            ]),
        training: TrainingConfiguration(epochs: 15, batch: 128, validation: 0.1))
    // snippet.end

    // snippet.denoising
    /// The autoencoder that cleans pictures. Its validation images are the first tenth; its loss still wavers when it
    /// ends, so they choose the epoch whose weights are kept.
    public static let denoising = CourseModel(
        model: Model(
            name: "denoising",
            layers: [
                .conv2D(filters: 32, kernel: 3, padding: .same, activation: .relu),
                .maxPool2D(2, padding: .same),
                .conv2D(filters: 64, kernel: 3, padding: .same, activation: .relu),
                .maxPool2D(2, padding: .same),
                .conv2D(filters: 64, kernel: 3, padding: .same, activation: .relu),
                .upSampling2D(2),
                .conv2D(filters: 32, kernel: 3, padding: .same, activation: .relu),
                .upSampling2D(2),
                .conv2D(filters: 1, kernel: 3, padding: .same, activation: .sigmoid),
            ]),
        training: TrainingConfiguration(
            epochs: 20, batch: 256, validation: 0.1, validationIsFirst: true, loss: .binaryCrossEntropy, seed: 123,
            keeps: .best))
    // snippet.end
}
