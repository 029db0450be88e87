import Datasets
import Imaging
import NeuralNetwork
import Storage
import Tensors

extension NetworkFile {
    /// The names of the data sets that a file may name.
    public static var dataNames: [String] { DatasetKind.allCases.map(\.rawValue) }

    /// The shape of a data set's pictures, and how many classes it has.
    static func expects(
        _ data: String, _ reader: FormReader, at place: PlacedJSON.Place
    ) throws(NetworkFileError) -> (shape: Shape, classes: Int) {
        guard DatasetKind(rawValue: data) != nil else {
            throw reader.fault("there is no data set “\(data)”", at: place)
        }
        return ([DatasetKind.side, DatasetKind.side, 1], DatasetKind.classes)
    }

    /// The training of the file's network.
    public var training: Training {
        let source = CourseData.allCases.first { $0.kind.rawValue == data } ?? .digits
        return Training(network, on: source, transform: noise.map(Transform.noisy) ?? .none)
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
            CourseModel(model: training.model.model, training: configuration), data: training.source.kind.rawValue,
            noise: noise)
    }
}

extension CourseData {
    /// The data set that it is.
    fileprivate var kind: DatasetKind {
        switch self {
        case .digits: .mnist
        case .garments: .fashionMNIST
        }
    }
}
