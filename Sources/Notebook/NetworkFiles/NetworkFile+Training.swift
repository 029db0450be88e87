import Datasets
import Imaging
import NeuralNetwork
import Storage
import Tensors

extension NetworkFile {
    /// The names of the data sets that a file may name.
    public static var dataNames: [String] { DatasetDescription.published.map(\.id) }

    /// The shape of a data set's pictures, and how many classes it has.
    static func expects(
        _ data: String, _ reader: FormReader, at place: PlacedJSON.Place
    ) throws(NetworkFileError) -> (shape: Shape, classes: Int) {
        guard let set = DatasetDescription.published(data) else {
            throw reader.fault("there is no data set “\(data)”", at: place)
        }
        return (set.shape, set.classes.count)
    }

    /// Makes sure that the held-back share leaves pictures to learn from.
    static func checkShare(
        _ training: TrainingConfiguration, of data: String, at place: PlacedJSON.Place, _ reader: FormReader
    ) throws(NetworkFileError) {
        guard let count = DatasetDescription.published(data)?.trainCount, (try? training.split(count)) == nil else {
            return
        }
        throw reader.fault(
            "“validation” is \(training.validation), and of the \(count) training pictures of \(data) it leaves none to train "
                + "on; take a smaller share", at: place)
    }

    /// The training of the file's network.
    public var training: Training { training(as: nil) }

    /// The training of the file's network under a name that tells it from others of networks that are called the same.
    func training(as name: String?) -> Training {
        Training(
            network, as: name, on: DatasetDescription.published(data) ?? .mnist,
            transform: noise.map(Transform.noisy) ?? .none)
    }

    /// A training as a file, with the configuration that it has in a run; nil where no file can say what is done to the
    /// pictures.
    public init?(_ training: Training, _ configuration: TrainingConfiguration) {
        let noise: Noise?
        switch training.transform {
        case .none: noise = nil
        case .noisy(let spoiling): noise = spoiling
        case .permuted: return nil
        }
        self.init(
            CourseModel(model: training.model.model, training: configuration), data: training.source.id,
            noise: noise)
    }
}
