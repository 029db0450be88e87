import Datasets
import Figures
import Languages
import NeuralNetwork
import Notebook

/// The last page: where each part of the course's sources stands here, and what in them does not hold.
struct Sources: Lesson {
    static let id = "sources"

    func run(into material: inout Material, using course: Course) throws {
        Self.exercises(&material)
        let latent = try Denoising.latentShape?.count ?? 0
        material.value("compact", try CourseModels.compact.model.parameterCount)
        material.value("baseline", try CourseModels.baseline.model.parameterCount)
        material.value("pixels", CourseModels.denoising.model.input.count)
        material.value("latent", latent)
        memory(&material)
        material.record("latent", latent)
    }

    /// What one source says of the memory that MNIST takes, and what it takes.
    private func memory(_ material: inout Material) {
        let images = DatasetDescription.mnist.trainCount + DatasetDescription.mnist.testCount
        let bytes = images * CourseModels.cnn.model.input.count
        let sizes = [1_400, Double(bytes) / 1e6, Double(bytes * MemoryLayout<Float>.size) / 1e6]
        material.value("images", images)
        material.value("said", sizes[0])
        material.value("megabytes", sizes[1])
        material.value("floatMegabytes", sizes[2])
        material.record("megabytes", sizes)
        material.figure("memory") { words in
            Bars(
                categories: try ["said", "bytes", "floats"].map { try words($0) }, series: [.init(values: sizes)],
                valueName: try words("megabytes"), digits: 1, plotHeight: 110)
        }
    }
}
