import Foundation
import NeuralNetwork
import Tensors

@testable import Notebook
@testable import Publishing

extension FuzzTarget {
    /// What the program kept earlier, on a disk that others write to.
    static let stored = [
        FuzzTarget(name: "safetensors", seeds: [Seeds.safetensors], longest: 4096) { bytes in
            let weights = try Safetensors(decoding: bytes)
            promise(try Safetensors(decoding: weights.encoded()).parameters.names == weights.parameters.names)
        },
        FuzzTarget(name: "network", seeds: Seeds.networks, longest: 4096) { bytes in
            let file = try NetworkFile(decoding: bytes, path: "net.json", name: "net")
            // What was taken is within the limits that are stated, and reads back as itself.
            promise(try file.network.model.parameterCount <= NetworkLimits.parameters)
            let again = try NetworkFile(decoding: Array(file.text.utf8), path: "net.json", name: "net")
            promise(again.line == file.line)
        },
        FuzzTarget(name: "checkpoint", seeds: Seeds.checkpoints, longest: 4096) { bytes in
            let state = try TrainingState(Safetensors(decoding: bytes), of: Seeds.model, Seeds.training)
            promise(state.history.epochs.count == state.epoch && state.epoch <= Seeds.training.epochs)
            promise(state.moments.count == 2 && state.moments.allSatisfy { $0.names == state.weights.names })
            let run = try TrainingRun(
                Network(Seeds.model, seed: 1), Seeds.examples(), Seeds.training,
                options: RunOptions(threads: 1, backend: .reference), resuming: state)
            try run.run()
        },
        FuzzTarget(name: "entry", seeds: Seeds.entries, longest: 4096) { bytes in
            let (header, payload) = try ResultStore.parse(bytes).get()
            promise(header.length == payload.count)
            let path = ResultStore.path(of: header.key)
            promise(path.split(separator: "/", omittingEmptySubsequences: false).count == 2)
        },
        FuzzTarget(
            name: "manifest",
            seeds: Seeds.texts(
                "{\"files\": {\"en/a.html\": \"00\", \"../b\": \"00\"}, \"beside\": {\"/c\": \"00\"}}",
                "\n\(String(repeating: "0f", count: 32)) en/a.html\n\n\(String(repeating: "a", count: 64)) ../b\n"),
            longest: 4096
        ) { bytes in
            func areInside(_ paths: some Sequence<String>) -> Bool {
                paths.allSatisfy { path in
                    let place = URL(filePath: "/a/folder/" + path).standardized.path
                    return place.utf8.starts(with: "/a/folder/".utf8) && place.utf8.count > "/a/folder/".utf8.count
                }
            }
            promise(areInside(Journal.entries(in: bytes).keys))
            let manifest = try Manifest(decoding: bytes)
            promise(areInside(manifest.files.keys) && areInside((manifest.beside ?? [:]).keys))
        },
    ]
}
