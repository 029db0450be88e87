import Foundation
import PackagePlugin

/// Puts text files into the program when it is built: the files of a target's `Resources` folder whole, the lessons'
/// documents, and for the lessons the marked stretches of their own source and of the rooms that they show.
@main
struct EmbedText: BuildToolPlugin {
    /// The rooms whose code lessons may show.
    private let shownRooms = ["Tensors", "Imaging", "NeuralNetwork", "Notebook"]

    func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
        let tool = try context.tool(named: "embed").url
        let root = context.package.directoryURL
        // Targets lie in Sources, the lessons beside it. `Target.directoryURL` says where only since Swift 6.1.
        let rooms = root.appending(path: "Sources")
        let isRoom = FileManager.default.fileExists(atPath: rooms.appending(path: target.name).path)
        let folder = (isRoom ? rooms : root).appending(path: target.name)
        let resources = folder.appending(path: "Resources")
        if FileManager.default.fileExists(atPath: resources.path) {
            let inputs = try files(under: resources)
            let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedText.swift")
            return [
                .buildCommand(
                    displayName: "Embedding the texts of \(target.name)", executable: tool,
                    arguments: ["texts", output.path] + inputs.map(\.path),
                    inputFiles: inputs, outputFiles: [output])
            ]
        }
        let lessons = try files(under: root.appending(path: "Lessons"))
        let documents = lessons.filter {
            ["md", "yaml"].contains($0.pathExtension) || $0.lastPathComponent == "definitions.json"
        }
        if target.name == "Texts" {
            let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedText.swift")
            return [
                .buildCommand(
                    displayName: "Embedding the documents of the lessons", executable: tool,
                    arguments: ["documents", root.path, output.path] + documents.map(\.path),
                    inputFiles: documents, outputFiles: [output])
            ]
        }
        let folders = [folder] + shownRooms.map { rooms.appending(path: $0) }
        let inputs = try folders.flatMap(files(under:)).filter { ["swift", "py"].contains($0.pathExtension) }
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedListings.swift")
        return [
            .buildCommand(
                displayName: "Embedding the listings of \(target.name)", executable: tool,
                arguments: ["snippets", root.path, output.path] + inputs.map(\.path),
                // Documents are inputs in name only: the build warns of files that no command reads.
                inputFiles: inputs + documents, outputFiles: [output])
        ]
    }

    private func files(under folder: URL) throws -> [URL] {
        let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey])
        return (found?.allObjects ?? [])
            .compactMap { $0 as? URL }
            .filter { !$0.hasDirectoryPath && !$0.lastPathComponent.hasPrefix(".") }
            .sorted { $0.path < $1.path }
    }
}
