import ArgumentParser
import Datasets
import NeuralNetwork
import Notebook
import Platform

/// Which trained network a command works with: weights from a file, or what the store keeps.
struct TrainedOptions: ParsableArguments {
    @Option(
        help: .networkOrFile(
            "Which network; not needed where the file of --weights names it. (default: compact)"),
        completion: .networksAndFiles)
    var model: String?

    @Option(
        help: ArgumentHelp(
            "The safetensors file with its weights, from course train. (default: those that the store keeps)",
            valueName: "file"),
        completion: .file(extensions: ["safetensors"]))
    var weights: String?

    @OptionGroup var computing: ComputingOptions

    func validate() throws { if let model { _ = try ChosenNetwork.course(model) } }

    /// A trained network, and where the command works.
    struct Chosen {
        let training: Training
        let network: Network
        let workspace: Workspace
    }

    /// The name of the own data that weights say they have learnt from; nil where they say nothing of the kind.
    private static func ownData(of file: WeightsFile) throws -> String? {
        guard let identity = file.dataIdentity else { return nil }
        let shelf = OwnShelf(folder: try Places().cache.data)
        return shelf.names.first { name in
            // What can't be read is none of theirs.
            guard let data = try? shelf.data(name) else { return false }
            return DatasetSource(data, from: .folder(shelf.place(of: name))).identity == identity
        }
    }

    /// The network that was asked for. One that neither a file nor the store has is trained, after saying so.
    ///
    /// - Parameters:
    ///   - needsData: whether the command reads the data set that the network learnt from.
    ///   - prepare: makes sure, before anything is computed, that what follows can be done.
    func chosen(
        _ settings: SettingsOptions, reader: ReaderOptions? = nil, output: String? = nil, needsData: Bool,
        prepare: (Training, Workspace) throws -> Void = { _, _ in }
    ) throws -> Chosen {
        let named = try model.map(ChosenNetwork.training)
        if let weights {
            let file = try WeightsFile(at: URL(typed: weights).absoluteURL, path: weights, as: named)
            var settings = settings
            if settings.data == nil, settings.dataDir == nil { settings.data = try Self.ownData(of: file) }
            let workspace = try Workspace(
                settings, reader: reader, output: output, fallback: .defaults,
                reading: needsData ? .always(file.training.data) : .nothing)
            let network = try file.network(in: workspace.course.settings)
            try prepare(file.training, workspace)
            return Chosen(training: file.training, network: network, workspace: workspace)
        }
        let training = named ?? Training(ofSyllabus: CourseModels.compact)
        let reading = DataSources.Reading.missing([training])
        let workspace = try Workspace(
            settings, reader: reader, output: output, fallback: .lastReport,
            reading: needsData ? .always(training.data) : computing.storedOnly ? .stored([training]) : reading)
        try prepare(training, workspace)
        try workspace.announce([training], storedOnly: computing.storedOnly)
        return Chosen(
            training: training, network: try workspace.course.value(of: training).network, workspace: workspace)
    }
}
