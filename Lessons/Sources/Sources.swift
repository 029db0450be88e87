import Languages
import NeuralNetwork
import Notebook

/// The last page: where each part of the course's sources stands here, and what in them does not hold.
struct Sources: Lesson {
    static let id = "sources"

    func run(into material: inout Material, using course: Course) throws {
        func parameters(_ model: CourseModel) throws -> Int {
            try model.model.summary().reduce(0) { $0 + $1.parameters }
        }
        // Two convolutions and two poolings make the encoder.
        let latent = try CourseModels.denoising.model.summary()[3].output
        material.value("compact", try parameters(CourseModels.compact))
        material.value("baseline", try parameters(CourseModels.baseline))
        material.value("pixels", CourseModels.denoising.model.input.count)
        material.value("latent", latent.count)
        let bytes = 70_000 * CourseModels.cnn.model.input.count
        material.value("megabytes", Double(bytes) / 1e6)
        material.value("floatMegabytes", Double(bytes * MemoryLayout<Float>.size) / 1e6)
        material.record("latent", latent.count)
        material.record("megabytes", [Double(bytes) / 1e6, Double(bytes * MemoryLayout<Float>.size) / 1e6])
    }
}
