import Datasets
import Foundation
import NeuralNetwork
import Notebook
import TestSupport
import Testing

@Suite("A training of the course is the plain training that its settings describe", .limited)
struct TrainingDoorTests {
    private static let model = CourseModel(
        model: Model(
            name: "small", input: [28, 28, 1],
            layers: [.flatten, .dense(6, activation: .relu), .dropout(0.25), .dense(10, activation: .softmax)]),
        training: TrainingConfiguration(epochs: 2, batch: 16, validation: 0.25, seed: 5))

    private func settings(seed: UInt64, isQuick: Bool = false) -> RunSettings {
        RunSettings(
            seed: seed, isQuick: isQuick,
            digits: DatasetSource(.mnist, from: .drawn(seed: 2), size: DatasetSource.Size(train: 66, test: 12)))
    }

    private func withCourse(_ settings: RunSettings, threads: Int = 2, _ body: (Course) throws -> Void) throws {
        try withStore { store in
            try body(Course(settings: settings, store: store, threads: threads))
        }
    }

    /// What training by hand gives on these images.
    private func trained(
        on images: LabeledImages, epochs: Int = 2, seed: UInt64
    ) throws -> (network: Network, history: History) {
        let examples = try Examples(
            .bytes(Array(images.pixels)), shape: [28, 28, 1], labels: Array(images.labels), classes: 10)
        let configuration = TrainingConfiguration(epochs: epochs, batch: 16, validation: 0.25, seed: seed)
        let run = try TrainingRun(
            Network(Self.model.model, seed: seed), examples, configuration, options: RunOptions(threads: 1))
        try run.run { _ in }
        return (run.network, run.history)
    }

    @Test("bit for bit: all training images, the model's own settings and seed")
    func whole() throws {
        try withCourse(settings(seed: RunSettings.defaultSeed)) { course in
            let (network, history) = try trained(on: course.dataset(.mnist).train, seed: 5)
            let door = try Training(Self.model).compute(using: course)
            #expect(door.network == network && door.history == history)
            #expect(door.plan.trainingCount == 49 && door.plan.validationCount == 17 && door.plan.seed == 5)
        }
    }

    @Test("a run of another seed moves the model's by as much")
    func seed() throws {
        try withCourse(settings(seed: RunSettings.defaultSeed + 3)) { course in
            let (network, history) = try trained(on: course.dataset(.mnist).train, seed: 8)
            let door = try Training(Self.model).compute(using: course)
            #expect(door.network == network && door.history == history)
        }
    }

    @Test("with some images alone it is that of the first ones")
    func first() throws {
        try withCourse(settings(seed: RunSettings.defaultSeed)) { course in
            let (network, _) = try trained(on: course.dataset(.mnist).train.prefix(40), seed: 5)
            #expect(try Training(Self.model, images: 40).compute(using: course).network == network)
        }
    }

    @Test("one that is compared with others never sees the images held out; a quick one sees a share of the rest")
    func trial() throws {
        let training = Training(Self.model, images: 48, trial: Trial(heldOut: 6, quickDivisor: 4))
        try withCourse(settings(seed: RunSettings.defaultSeed)) { course in
            let all = try course.dataset(.mnist).train
            let (network, _) = try trained(on: all.prefix(48), seed: 5)
            #expect(try training.compute(using: course).network == network)
            #expect(try training.heldOut(using: course) == all.suffix(11))
        }
        let greedy = Training(Self.model, images: 66, trial: Trial(heldOut: 6, quickDivisor: 4))
        try withCourse(settings(seed: RunSettings.defaultSeed)) { course in
            let (network, _) = try trained(on: course.dataset(.mnist).train.prefix(55), seed: 5)
            #expect(try greedy.compute(using: course).network == network)
        }
        try withCourse(settings(seed: RunSettings.defaultSeed, isQuick: true)) { course in
            let (network, _) = try trained(on: course.dataset(.mnist).train.prefix(12), seed: 5)
            #expect(try training.compute(using: course).network == network)
        }
    }

    @Test("the value of a unit is what it computes, and is read back as it was")
    func kept() throws {
        try withCourse(settings(seed: RunSettings.defaultSeed)) { course in
            let training = Training(Self.model)
            let value = try course.value(of: training)
            #expect(try value.network == training.compute(using: course).network)
            let later = Course(settings: course.settings, store: course.store, threads: 1)
            #expect(try training.stored(in: later)?.network == value.network)
        }
    }
}
