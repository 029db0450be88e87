import Datasets
import Figures
import Imaging
import Languages
import NeuralNetwork
import Notebook

extension NetworkBlocks {
    /// As the course shows networks: the figures of `course train --figures`, and the answers of `course classify`.
    static let course = NetworkBlocks(
        figures: TrainedFigures.names, units: { [NetworkResults.measurement(of: $0)] },
        trained: { training, course in
            let trained = try course.value(of: training)
            let results = try course.value(of: NetworkResults.measurement(of: training))
            let data = course.settings.source(of: training.source).kind
            return try TrainedFigures(trained, results, of: data).withNumbers
        },
        answered: { own, data in
            var material = Material(of: own, from: data)
            material.value("label", own.answer)
            material.value("probability", own.probabilities[own.answer])
            return material
        })
}

extension TrainedFigures {
    /// With what documents may say of the network besides.
    fileprivate var withNumbers: Material {
        var material = material
        material.value("parameters", trained.network.parameters.count)
        material.value("images", trained.plan.trainingCount)
        material.value("validationImages", trained.plan.validationCount)
        material.value("loss", results.loss)
        if let accuracy = results.evaluation?.accuracy { material.value("accuracy", accuracy) }
        if let error = results.cleaned?.meanSquaredError {
            material.value("testCount", results.count)
            material.value("meanSquaredError", error)
        }
        return material
    }
}
