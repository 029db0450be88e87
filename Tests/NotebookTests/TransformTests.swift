import Datasets
import Foundation
import Imaging
import NeuralNetwork
import Notebook
import TestSupport
import Testing

@Suite("Variations of a training", .limited)
struct TransformTests {
    private let images = LabeledImages(
        rows: 2, columns: 3, pixels: [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110], labels: [1, 2])
    private let settings = RunSettings(seed: 1, isQuick: false, digits: DatasetSource(.mnist, from: .drawn(seed: 1)))

    @Test("a permutation moves every image's pixels alike and loses none")
    func permuted() {
        let moved = images.permuted(seed: 1)
        #expect(moved != images && moved.labels == images.labels)
        #expect(moved.pixels(of: 0).sorted() == images.pixels(of: 0).sorted())
        #expect(moved.pixels(of: 1).map { $0 - 60 } == Array(moved.pixels(of: 0)))
        #expect(images.permuted(seed: 1) == moved)
    }

    @Test("an image's noise depends on its own number alone, not on its neighbours or the threads")
    func noise() {
        let noise = Noise.gaussian(deviation: 0.4)
        let whole = images.spoiled(by: noise, from: 10, seed: 3, threads: 2)
        #expect(whole == images.spoiled(by: noise, from: 10, seed: 3, threads: 1))
        let second = LabeledImages(rows: 2, columns: 3, pixels: Array(images.pixels.suffix(6)), labels: [2])
        #expect(Array(whole.suffix(6)) == second.spoiled(by: noise, from: 11, seed: 3, threads: 1))
        #expect(whole.allSatisfy { (0...1).contains($0) })
    }

    @Test("every variation is a unit of its own, by name and by inputs")
    func keys() {
        let cnn = CourseModels.cnn
        let variations = [
            Training(cnn), Training(cnn, on: .fashionMNIST), Training(cnn, images: 600), Training(cnn, images: 6_000),
            Training(cnn, transform: .permuted), Training(cnn, transform: .noisy(.gaussian(deviation: 0.4))),
            Training(cnn, transform: .noisy(.gaussian(deviation: 0.3))), Training(cnn, as: "other"),
        ]
        #expect(Set(variations.map { $0.key(in: settings).digest }).count == variations.count)
        #expect(Training(cnn).name == "train/cnn" && Training(cnn, as: "other").name == "train/other")
    }

    @Test("a network on garments depends on the garments, one on digits does not")
    func data() {
        var other = settings
        other.garments = DatasetSource(.fashionMNIST, from: .drawn(seed: 2))
        let (digits, garments) = (Training(CourseModels.cnn), Training(ofSyllabus: CourseModels.denoising))
        #expect(digits.key(in: settings) == digits.key(in: other))
        #expect(garments.key(in: settings) != garments.key(in: other))
        #expect(digits.data == [.mnist] && garments.data == [.fashionMNIST])
    }

    @Test("the syllabus's seed holds in a run of the default seed, and moves with the run's")
    func seeds() {
        let training = Training(ofSyllabus: CourseModels.denoising)
        #expect(training.configuration(in: settings).seed == 123)
        var other = settings
        other.seed = 8
        #expect(training.configuration(in: other).seed == 130)
        #expect(Training(CourseModels.cnn).configuration(in: other).seed == 8)
    }

    @Test("a quick run sees twenty thousand images, ten thousand of them different, or fewer")
    func quick() {
        var quick = settings
        quick.isQuick = true
        let model = CourseModel(model: CourseModels.cnn.model, training: .init(epochs: 100, batch: 32))
        #expect(Training(model).configuration(in: quick).epochs == 2)
        #expect(Training(model, images: 1_000).configuration(in: quick).epochs == 20)
        #expect(Training(model, images: 60_000).configuration(in: quick).epochs == 2)
        #expect(Training(model, images: 100).configuration(in: quick).epochs == 100)
    }

    @Test("an autoencoder learns from noisy pictures towards clean ones, and an epoch brings it nearer")
    func denoising() throws {
        let pixels = (0..<64 * 784).map { UInt8(truncatingIfNeeded: $0 % 28 < 14 ? 0 : 255) }
        let images = LabeledImages(rows: 28, columns: 28, pixels: pixels, labels: Array(repeating: 0, count: 64))
        let training = Training(ofSyllabus: CourseModels.denoising)
        let examples = try training.transform.examples(of: images, seed: 123, threads: 1)
        var configuration = training.configuration(in: settings)
        (configuration.epochs, configuration.batch) = (3, 16)
        try withStore { store in
            let course = Course(settings: settings, store: store, threads: 1)
            let trained = try training.train(examples, configuration, using: course)
            #expect(trained.network.parameters.count == 74_497)
            #expect(trained.plan.validationCount == 6)
            let losses = trained.history.epochs.map(\.loss)
            #expect(losses[2] < losses[0])
        }
    }
}

@Suite("Networks for other pictures", .limited)
struct FittedTests {
    private let own = DatasetSource(
        DatasetDescription(
            id: "own", name: "own", pictures: "pictures", shape: [24, 32, 3],
            classes: (0..<5).map(ClassName.init(number:)),
            contents: [400, 400, 100, 100].map { .init(count: $0, sha256: String(repeating: "0", count: 64)) },
            isPublished: false), from: .folder(URL(filePath: "/nowhere")))

    @Test("inputs and answers come from the data, all other layers stay; digits get the syllabus's own")
    func fitted() throws {
        var settings = RunSettings.sketch
        let training = Training(CourseModels.cnn)
        #expect(training.network(in: settings) == CourseModels.cnn.model)
        settings.digits = own
        let network = training.network(in: settings)
        #expect(network.input == [24, 32, 3] && network.layers.dropLast() == CourseModels.cnn.model.layers.dropLast())
        #expect(try network.output == [5])
        #expect(Training(ofSyllabus: CourseModels.denoising).network(in: settings) == CourseModels.denoising.model)
    }

    @Test("a share of own data is seen as often in all as as many digits would be")
    func share() {
        var settings = RunSettings(seed: 1, isQuick: false, digits: own)
        let plan = TrainingConfiguration(epochs: 10, batch: 32)
        let training = Training(
            CourseModel(model: CourseModels.cnn.model, training: plan), as: "x", images: 6_000,
            trial: Trial(heldOut: 5, quickDivisor: 3, ownDivisor: 2))
        // 400 pictures, 80 of them held out, half of the rest.
        #expect(training.inputs(in: settings)["images"] == "160" && training.configuration(in: settings).epochs == 375)
        settings.isQuick = true
        // Of 6,000 digits a third, ten times: as many pictures in all.
        #expect(training.configuration(in: settings).epochs == 125)
        let digits = RunSettings(seed: 1, isQuick: false, digits: DatasetSource(.mnist, from: .drawn(seed: 1)))
        #expect(training.inputs(in: digits)["images"] == "6000" && training.configuration(in: digits).epochs == 10)
    }

    @Test("a share is held out, of many images no more than what was said, of two at least one")
    func heldOut() {
        let trial = Trial(heldOut: 6, atMost: 5_000, quickDivisor: 8)
        #expect([0, 1, 2, 5, 600, 29_999, 60_000].map(trial.heldOutCount) == [0, 0, 1, 1, 100, 4_999, 5_000])
        #expect(Trial(heldOut: 6, quickDivisor: 8).heldOutCount(of: 60_000) == 10_000)
    }
}
