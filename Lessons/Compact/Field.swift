import NeuralNetwork
import Notebook

/// The networks of the course that read digits, and how well each does it.
struct Field {
    let baseline: Contender
    let cnn: Contender
    let dropout: Contender
    let compact: Contender

    init(using course: Course) throws {
        baseline = try Contender(Baseline.training, Baseline.evaluation, using: course)
        cnn = try Contender(CNN.training, CNN.evaluation, using: course)
        dropout = try Contender(Dropout.training, Dropout.evaluation, using: course)
        compact = try Contender(Compact.training, Compact.evaluation, using: course)
    }

    /// In the order in which they are taught.
    var all: [Contender] { [baseline, cnn, dropout, compact] }

    /// Whether some network does at least as well as one with more parameters.
    static func isUpset(_ networks: [(parameters: Int, right: Int)]) -> Bool {
        networks.contains { one in
            networks.contains { one.parameters < $0.parameters && one.right >= $0.right }
        }
    }
}

extension Field {
    /// One of them.
    struct Contender {
        let name: String
        let parameters: Int
        let evaluation: Evaluation

        fileprivate init(
            _ training: Training, _ measurement: CourseMeasurement<Evaluation>, using course: Course
        ) throws {
            name = training.model.name
            parameters = try training.network(in: course.settings).parameterCount
            evaluation = try course.value(of: measurement)
        }

        /// For `results/compact.json`.
        var result: Result { Result(name: name, parameters: parameters, accuracy: evaluation.accuracy) }
    }

    struct Result: Encodable, Sendable {
        let name: String
        let parameters: Int
        let accuracy: Double
    }
}
