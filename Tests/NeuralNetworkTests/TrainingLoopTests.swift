import Synchronization
import TestSupport
import Tensors
import Testing

@testable import NeuralNetwork

/// Of 75 images 60 train, 24 at a time: steps of 24, 24 and 12 images, each in shards of at most 16.
@Suite("What a training run asks of its engine, step by step", .limited)
struct TrainingLoopTests {
    private let model = Model(
        name: "dropping", input: [8, 8, 1],
        layers: [.flatten, .dense(16, activation: .relu), .dropout(0.5), .dense(2, activation: .softmax)])
    private let configuration = TrainingConfiguration(epochs: 3, batch: 24, validation: 0.2, seed: 4)
    private let validationImages = Array(60..<75)

    private func finished(
        _ configuration: TrainingConfiguration, backend: Backend = .fast
    ) throws -> RecordedRun {
        let recorded = try RecordedRun(
            Network(model, seed: 1), SmallProblems.stripes(75), configuration, backend: backend)
        try recorded.run.run()
        return recorded
    }

    /// The images of each epoch, in the order in which they were learnt from.
    private func orders(_ recorded: RecordedRun) -> [[Int]] {
        let steps = recorded.steps
        return stride(from: 0, to: steps.count, by: 3).map { steps[$0..<$0 + 3].flatMap(\.images) }
    }

    @Test(
        "every training image is learnt from once an epoch, the last step taking what is left",
        arguments: Backend.allCases)
    func everyImage(_ backend: Backend) throws {
        let recorded = try finished(configuration, backend: backend)
        #expect(recorded.steps.map(\.images.count) == [24, 24, 12, 24, 24, 12, 24, 24, 12])
        for order in orders(recorded) { #expect(order.sorted() == Array(0..<60)) }
        // A step's loss is the mean over its own images, also where they are fewer.
        let places = recorded.steps.map(\.places)
        let whole = [Shard.Place(range: 0..<16, batch: 24), Shard.Place(range: 16..<24, batch: 24)]
        #expect(places == [whole, whole, [Shard.Place(range: 0..<12, batch: 12)]] + Array(places.dropFirst(3)))
        #expect(Array(places.prefix(3)) == Array(places.suffix(3)))
    }

    @Test("the images are shuffled, in each epoch otherwise, and as the seed has it")
    func shuffled() throws {
        let found = try orders(finished(configuration))
        #expect(Set(found).count == 3)
        for order in found {
            // Where nothing is shuffled 59 neighbours follow each other, in a random order about one does.
            #expect(zip(order, order.dropFirst()).count { $1 == $0 + 1 } < 10)
        }
        #expect(try orders(finished(configuration)) == found)
        var other = configuration
        other.seed = 5
        let moved = try orders(finished(other))
        #expect(zip(moved, found).allSatisfy { $0 != $1 })
    }

    @Test("a run that goes on takes the images that are left, in the order that they would have had")
    func resumed() throws {
        let whole = try finished(configuration).steps
        let asked = Mutex(0)
        let examples = try SmallProblems.stripes(75)
        let stopped = try RecordedRun(
            Network(model, seed: 1), examples, configuration,
            isCancelled: {
                asked.withLock {
                    $0 += 1
                    return $0 > 4
                }
            })
        #expect(throws: TrainingError.self) { try stopped.run.run() }
        let rest = try RecordedRun(Network(model, seed: 9), examples, configuration, resuming: stopped.run.state)
        try rest.run.run()
        let steps = stopped.steps + rest.steps
        #expect(steps.map(\.images) == whole.map(\.images))
        #expect(steps.map(\.passes) == whole.map(\.passes))
        #expect(steps.map { $0.moves.map(\.number) } == whole.map { $0.moves.map(\.number) })
        #expect(stopped.judgings.map(\.after) == [3] && rest.judgings.map(\.after) == [2, 5])
    }

    @Test("every step counts, and its shards know where in the batch they stand", arguments: Backend.allCases)
    func passes(_ backend: Backend) throws {
        let steps = try finished(configuration, backend: backend).steps
        for (index, step) in steps.enumerated() {
            #expect(step.passes.allSatisfy { $0.isTraining && $0.seed == 4 && $0.step == index })
            #expect(step.passes.map(\.firstImage) == step.places.map(\.range.lowerBound))
            // Adam corrects its means by the count of the step, from one on, over all epochs.
            #expect(!step.moves.isEmpty && step.moves.allSatisfy { $0.number == index + 1 })
            #expect(step.moves.allSatisfy { $0.shards == step.places.count })
        }
    }

    @Test("validation judges the images that are held back, all of them, once, behind the epoch's last step")
    func validation() throws {
        let recorded = try finished(configuration)
        #expect(recorded.judgings.map(\.after) == [3, 6, 9])
        for judging in recorded.judgings {
            #expect(judging.images == validationImages)
            #expect(judging.passes.allSatisfy { !$0.isTraining })
        }
        #expect(Set(recorded.steps.flatMap(\.images)).isDisjoint(with: validationImages))

        var first = configuration
        first.validationIsFirst = true
        let turned = try finished(first)
        #expect(turned.judgings.allSatisfy { $0.images == Array(0..<15) } && turned.judgings.count == 3)
        for order in orders(turned) { #expect(order.sorted() == Array(15..<75)) }

        var none = configuration
        none.validation = 0
        let unjudged = try finished(none)
        #expect(unjudged.judgings.isEmpty && unjudged.run.history.epochs.allSatisfy { $0.validationLoss == nil })
    }

    @Test("the record has the loss of the images held back, by the weights that the epoch ends with")
    func record() throws {
        let examples = try SmallProblems.stripes(75)
        let recorded = try RecordedRun(Network(model, seed: 1), examples, configuration)
        var weights: [Parameters] = []
        try recorded.run.run(checkpoint: { weights.append($0.weights) })
        for (record, weights) in zip(recorded.run.history.epochs, weights) {
            let network = try Network(model, parameters: weights)
            let told = try network.evaluate(examples.selecting(60..<75))
            #expect(record.validationLoss == told.loss && record.validationAccuracy == told.accuracy)
            #expect(try record.validationLoss != network.evaluate(examples.selecting(0..<60)).loss)
        }
    }

    @Test("in an epoch's mean every image counts once, also those of the smaller step", arguments: Backend.allCases)
    func means(_ backend: Backend) throws {
        // Nothing moves, so the epoch's mean is that of all training images.
        let still = Model(name: "still", input: [8, 8, 1], layers: [.flatten, .dense(2, activation: .softmax)])
        var standing = configuration
        standing.optimizer = .sgd(learningRate: 0)
        let (network, examples) = (try Network(still, seed: 1), try SmallProblems.stripes(75))
        let recorded = try RecordedRun(network, examples, standing, backend: backend)
        try recorded.run.run()
        let told = try network.evaluate(examples.prefix(60))
        for record in recorded.run.history.epochs {
            #expect(abs(record.loss - told.loss) < 1e-6)
            #expect(record.accuracy == told.accuracy)
        }
    }

    @Test("a run ends with the weights of its last epoch, or with those of the best, whichever it was told")
    func kept() throws {
        var wavering = configuration
        wavering.epochs = 6
        // Steps so long that the loss goes up as well as down; one run of these at least must not end at its best.
        var turned = 0
        for rate in [2.0, 3, 4, 6] {
            wavering.optimizer = .sgd(learningRate: rate)
            for keeps in [TrainingConfiguration.Kept.last, .best] {
                wavering.keeps = keeps
                let recorded = try RecordedRun(Network(model, seed: 1), SmallProblems.stripes(75), wavering)
                var ends: [Parameters] = []
                try recorded.run.run(checkpoint: { ends.append($0.weights) })
                let losses = recorded.run.history.epochs.compactMap(\.validationLoss)
                let smallest = try #require(losses.min())
                let least = try #require(losses.firstIndex(of: smallest))
                if least < 5 { turned += 1 }
                #expect(recorded.run.network.parameters == ends[keeps == .best ? least : 5])
            }
        }
        #expect(turned > 0)
    }

    @Test("of epochs that are as good the first one is the best, and training loss has no say")
    func ties() {
        var history = History()
        #expect(history.best == nil)
        for (epoch, loss) in [(1, 0.5), (2, 0.25), (3, 0.25), (4, 0.75)] {
            history.epochs.append(
                EpochRecord(
                    epoch: epoch, loss: 1 / Double(epoch), accuracy: nil, validationLoss: loss, validationAccuracy: nil)
            )
        }
        #expect(history.best?.epoch == 2)
    }
}
