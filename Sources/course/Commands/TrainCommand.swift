import ArgumentParser
import Datasets
import Foundation
import NeuralNetwork
import Languages
import Notebook
import Storage

/// `course train cnn --epochs 3 --weights cnn.safetensors`
struct TrainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train",
        abstract: "Train one network outside any lesson and keep its weights.",
        discussion: """
            Example: course train cnn --epochs 3 --weights cnn.safetensors
            """)

    @Argument(help: ArgumentHelp("The network, such as cnn.", valueName: "model"))
    var model: String

    @OptionGroup var settings: SettingsOptions

    @Option(help: ArgumentHelp("How often every image is seen.", valueName: "count"))
    var epochs: Int?

    @Option(help: ArgumentHelp("Train on the first images alone.", valueName: "count"))
    var limit: Int?

    @Option(help: ArgumentHelp("Images a step.", valueName: "count"))
    var batch: Int?

    @Option(help: ArgumentHelp("The safetensors file to write.", valueName: "file"))
    var weights: String?

    @Flag(help: "Print the history as JSON.")
    var json = false

    func validate() throws {
        guard CourseModels.named(model) != nil else {
            let known = CourseModels.all.map(\.name)
            let question = NearMisses.question(for: model, in: known)
            throw ValidationError(
                "there is no network “\(model)”; "
                    + (question.isEmpty ? "the networks are \(known.joined(separator: ", "))" : question))
        }
        for (name, value) in [("--epochs", epochs), ("--limit", limit), ("--batch", batch)] {
            if let value, value < 1 { throw ValidationError("\(name) takes a number from 1 on, not \(value).") }
        }
    }

    func run() throws {
        guard let chosen = CourseModels.named(model) else { return }
        let training = Training(ofSyllabus: chosen)
        let workspace = try Workspace(settings, fallback: .defaults, reading: .always(training.data))
        let course = workspace.course
        workspace.sayWhatIsUsed()
        var configuration = training.configuration(in: course.settings)
        if let epochs { configuration.epochs = epochs }
        if let batch { configuration.batch = batch }
        var examples = try training.examples(using: course)
        if let limit { examples = examples.prefix(limit) }
        let trained = try training.train(examples, configuration, using: course)
        let test = try trained.network.evaluate(
            training.testExamples(using: course), loss: configuration.loss, options: RunOptions(threads: course.threads)
        )
        let identity = course.settings.source(of: training.source).identity

        if let weights {
            try Files.write(
                trained.safetensors(note: [training.source.rawValue: identity]), to: URL(filePath: weights))
        }
        let result = Outcome(
            model: model, parameters: trained.network.parameters.count, seed: configuration.seed,
            dataHash: identity, history: trained.history.epochs, testLoss: test.loss,
            testAccuracy: test.accuracy)
        if json {
            print(String(decoding: try CanonicalJSON.encode(result), as: UTF8.self), terminator: "")
        } else {
            let accuracy = test.accuracy.map { String(format: ", accuracy %.4f", $0) } ?? ""
            print("test loss \(String(format: "%.4f", test.loss))\(accuracy)")
            if let weights { print("weights in \(weights)") }
        }
    }

    private struct Outcome: Encodable {
        let model: String
        let parameters: Int
        let seed: UInt64
        let dataHash: String
        let history: [EpochRecord]
        let testLoss: Double
        let testAccuracy: Double?
    }
}
