import ArgumentParser
import Datasets
import Platform
import Languages
import NeuralNetwork
import Notebook
import Publishing
import Storage
import Tensors

/// `course train cnn --epochs 3 --weights cnn.safetensors`, `course train net.json`
struct TrainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train",
        abstract: "Train one network outside any lesson and keep its weights.",
        discussion: """
            A training that was interrupted, by Ctrl-C or otherwise, resumes when the same command is typed again, and \
            ends with the same bits. So does one whose result could not be written.

            A file that is there already is replaced where this program wrote it for the same network and nobody has \
            changed it since; any other stays, and nothing is trained, unless --force is given.

            A network of your own is a file with its layers, loss, optimiser, epochs, batch and data. --as-file prints \
            one of the course as such a file, to begin with; --schema prints what may stand there, for editors.

            Example: course train cnn --epochs 3 --weights cnn.safetensors
            Example: course train cnn --as-file > net.json; course train net.json
            """)

    @Argument(help: .networkOrFile("Which network"), completion: .networksAndFiles)
    var network: String?

    @OptionGroup var settings: SettingsOptions

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("How often every image is seen. (default: as the network's lesson does)", valueName: "count")
    )
    var epochs: Int?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Train on the first images alone. (default: on all)", valueName: "count"))
    var limit: Int?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Images a step. (default: as the network's lesson does)", valueName: "count"))
    var batch: Int?

    @Option(help: ArgumentHelp("The safetensors file to write.", valueName: "file"), completion: .file())
    var weights: String?

    @Option(
        help: ArgumentHelp(
            "Another safetensors file: the first hundred test images and what the network answers to them.",
            valueName: "file"),
        completion: .file())
    var predictions: String?

    @Option(
        name: .customLong("figures"),
        help: ArgumentHelp(
            "Draw curves, confusion matrix, most confident mistakes, weights of the first layer and feature maps into this folder.",
            valueName: "folder"),
        completion: .directory)
    var drawings: String?

    @OptionGroup var reader: ReaderOptions
    @OptionGroup var figures: FigureOptions
    @OptionGroup var writing: WritingOptions

    @Flag(help: "Print the history as JSON, with what was written.")
    var json = false

    @Flag(help: "Train nothing: print the network as a file that this command reads.")
    var asFile = false

    @Flag(help: "Train nothing: print the JSON Schema of such files, with which editors complete and check them.")
    var schema = false

    func validate() throws {
        try figures.checkStill()
        guard network != nil || schema else { throw ValidationError("Name a network, or a file that describes one.") }
        let chosen = try network.flatMap { try ChosenNetwork.course($0) }
        for (name, value, most) in [
            ("--epochs", epochs, TrainingConfiguration.epochLimit),
            ("--batch", batch, TrainingConfiguration.batchLimit),
            ("--limit", limit, Int.max),
        ] {
            if let value, !(1...most).contains(value) {
                throw ValidationError(
                    "\(name) takes a number from 1 \(most == .max ? "on" : "to \(most)"), not \(value).")
            }
        }
        if let chosen { try checkLimit(chosen.training) }
        for (name, path) in [("--weights", weights), ("--predictions", predictions)] {
            if let path, path.isEmpty || path.hasSuffix("/") {
                throw ValidationError("\(name) takes the name of a file, not “\(path)”.")
            }
            if path == "-" {
                throw ValidationError("\(name) writes into a file and nowhere else; one called “-” is “./-”.")
            }
        }
        let places = [weights, predictions].compactMap { $0 }.map { URL(typed: $0).absoluteURL.standardized.path }
        if places.count > Set(places).count {
            throw ValidationError("--weights and --predictions name the same file; each needs its own.")
        }
    }

    /// Makes sure that so few images are enough for a step.
    private func checkLimit(_ training: TrainingConfiguration) throws {
        guard let limit else { return }
        do throws(TrainingError) { _ = try training.split(limit) } catch {
            guard case .nothingToTrainOn(_, let validation) = error else { throw ValidationError("\(error).") }
            // What is written in a file can be changed there; what a network of the course holds back can't.
            let isOwn = network.map(ChosenNetwork.isFile) ?? false
            throw ValidationError(
                "--limit \(limit) leaves none to train on, since a share of \(validation) is held back for validation; take "
                    + (isOwn ? "more images, or a smaller “validation” in \(network ?? "the file")." : "more images."))
        }
    }

    func run() throws {
        guard !schema, let network else { return try Terminal.put(NetworkFile.schema) }
        let training = try ChosenNetwork.training(network)
        if asFile { return try printFile(of: training) }
        let model = training.model.name
        try checkLimit(training.model.training)
        // Hours are not to be spent on numbers that can't be kept.
        let weightsFile = file(.weights, weights, of: training)
        let predictionsFile = file(.predictions, predictions, of: training)
        try weightsFile?.check(needing: 4 * training.model.model.parameterCount + 65_536)
        try predictionsFile?.check(needing: 1 << 20)
        let workspace = try Workspace(
            settings, reader: reader, output: drawings, fallback: .defaults, reading: .always(training.data))
        let course = workspace.course
        let pictures = try drawings.map { try TrainedDrawings(into: $0, figures, writing, in: workspace) }
        workspace.sayWhatIsUsed()
        var configuration = training.configuration(in: course.settings)
        if let epochs { configuration.epochs = epochs }
        if let batch { configuration.batch = batch }
        var examples = try training.examples(using: course)
        if let limit { examples = examples.prefix(limit) }
        let key = training.key(in: course.settings, configuration, images: examples.count)
        let trained = try training.train(examples, configuration, key: key, keepsEnd: true, using: course)
        let tests = try training.testExamples(using: course)
        let options = RunOptions(threads: course.threads)
        let test = try trained.network.evaluate(tests, loss: configuration.loss, options: options)
        // Pictures are compared by this number, whatever loss they were trained with.
        let error =
            test.accuracy == nil
            ? try trained.network.evaluate(tests, loss: .meanSquaredError, options: options).loss : nil
        let identity = course.settings.source(of: training.source).identity

        do {
            try weightsFile?.write(trained.file(note: training.note(configuration, in: course.settings)))
            try predictionsFile?.write(Self.answers(of: trained.network, to: tests.prefix(100), options))
        } catch let error as StorageError {
            throw NotWritten(error, training.checkpoint(of: key, in: course))
        }
        let drawn = try pictures?.draw(trained, of: training, on: tests, in: workspace) ?? []
        training.forget(key, in: course)
        let result = Outcome(
            model: model, parameters: trained.network.parameters.count, seed: configuration.seed,
            dataHash: identity, history: trained.history.epochs, testLoss: test.loss,
            testAccuracy: test.accuracy, testMeanSquaredError: error,
            written: [weightsFile, predictionsFile].compactMap { $0 }.map {
                WrittenFile(kind: $0.kind, path: $0.url.path)
            } + drawn.map { WrittenFile(kind: .figure, path: $0) })
        if json {
            try Terminal.put(json: result)
        } else {
            let accuracy = test.accuracy.map { ", accuracy \($0.fixed(4))" } ?? ""
            let squares = error.map { ", mean squared error \($0.fixed(5))" } ?? ""
            try Terminal.put("test loss \(test.loss.fixed(4))\(accuracy)\(squares)\n")
            if let weights { try Terminal.put("weights in \(weights)\n") }
            if let predictions { try Terminal.put("predictions in \(predictions)\n") }
            if let drawings { try Terminal.put("\(drawn.count) figures in \(drawings)\n") }
        }
    }

    /// The network as a file, with what was asked for beside it.
    private func printFile(of training: Training) throws {
        var configuration = training.model.training
        configuration.seed &+= (settings.seed ?? RunSettings.defaultSeed) &- RunSettings.defaultSeed
        if let epochs { configuration.epochs = epochs }
        if let batch { configuration.batch = batch }
        if let file = NetworkFile(training, configuration) { try Terminal.put(file.text) }
    }

    private func file(_ kind: WrittenKind, _ path: String?, of training: Training) -> NamedFile? {
        path.map {
            NamedFile(
                url: URL(typed: $0).absoluteURL, kind: kind, training: training, replacesAnything: writing.force)
        }
    }

    /// The result could not be written; what was trained is not lost.
    private struct NotWritten: Error, CustomStringConvertible {
        let description: String

        init(_ error: StorageError, _ checkpoint: URL) {
            let isKept = FileManager.default.fileExists(atPath: checkpoint.path)
            description =
                "\(error)"
                + (isKept
                    ? ". The trained network is kept in \(checkpoint.path): the same command, with a place that can be "
                        + "written, resumes there and does not train again"
                    : ". Nor could the trained network be kept in the store, so it is lost")
        }
    }

    /// `images` (image, row, column, channel) and `answers` (image, output).
    private static func answers(
        of network: Network, to examples: Examples, _ options: RunOptions
    ) throws -> Safetensors {
        let images = (0..<examples.count).flatMap { examples.image($0).elements }
        var tensors = Parameters()
        tensors["images"] = Tensor(Shape([examples.count] + examples.shape.extents), images)
        tensors["answers"] = try network.predict(examples, options: options)
        return Safetensors(tensors, metadata: ["model": network.model.name])
    }

    private struct Outcome: Encodable {
        let model: String
        let parameters: Int
        let seed: UInt64
        let dataHash: String
        let history: [EpochRecord]
        let testLoss: Double
        let testAccuracy: Double?
        let testMeanSquaredError: Double?
        let written: [WrittenFile]
    }
}
