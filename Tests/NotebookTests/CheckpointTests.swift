import Datasets
import Foundation
import NeuralNetwork
import Notebook
import Storage
import Synchronization
import TestSupport
import Testing

@Suite("A training that is stopped", .limited)
struct CheckpointTests {
    private static let model = CourseModel(
        model: Model(name: "small", input: [4, 4, 1], layers: [.flatten, .dense(2, activation: .softmax)]),
        training: TrainingConfiguration(epochs: 3, batch: 4, validation: 0.25))
    private let training = Training(Self.model)
    private let key = UnitKey(unit: "train/small", inputs: ["seed": "1"])

    /// Pictures whose brighter half is the upper or the lower one.
    private func examples() throws -> Examples {
        let labels = (0..<32).map { UInt8($0 % 2) }
        let pixels: [UInt8] = labels.indices.flatMap { index in
            (0..<16).map { place in UInt8(((place < 8) == (labels[index] == 0) ? 180 : 20) + index) }
        }
        return try Examples(.bytes(pixels), shape: [4, 4, 1], labels: labels, classes: 2)
    }

    private func course(
        in folder: URL, threads: Int = 1, warnings: WarningBox = WarningBox(),
        isCancelled: @escaping @Sendable () -> Bool = { false }
    ) -> Course {
        let settings = RunSettings(seed: 1, isQuick: false, digits: DatasetSource(.mnist, from: .drawn(seed: 1)))
        return Course(
            settings: settings, store: ResultStore(folder: folder), threads: threads,
            reporter: Reporter(say: { _ in }, warn: { warnings.add($0) }, progress: { _ in }), isCancelled: isCancelled)
    }

    private final class WarningBox: Sendable {
        private let lines = Mutex<[String]>([])
        func add(_ line: String) { lines.withLock { $0.append(line) } }
        var all: [String] { lines.withLock { $0 } }
    }

    private func withStore(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "checkpoints-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    /// Trains until `steps` steps are done.
    private func stop(after steps: Int, in folder: URL) throws {
        let asked = Mutex(0)
        let course = course(in: folder) {
            asked.withLock {
                $0 += 1
                return $0 > steps
            }
        }
        #expect(throws: TrainingError.cancelled(model: "small")) {
            try training.train(examples(), Self.model.training, key: key, using: course)
        }
    }

    @Test(
        "leaves where it stood, goes on from there to the same bits, and is forgotten once kept", arguments: [0, 2, 6])
    func goesOn(after steps: Int) throws {
        try withStore { folder in
            let whole = try training.train(examples(), Self.model.training, using: course(in: folder))
            try stop(after: steps, in: folder)
            let file = ResultStore(folder: folder).location(of: key, kind: "checkpoint")
            #expect(FileManager.default.fileExists(atPath: file.path))
            let second = course(in: folder, threads: 3)
            let resumed = try training.train(examples(), Self.model.training, key: key, using: second)
            #expect(resumed.network == whole.network)
            #expect(resumed.history == whole.history)
            training.forget(key, in: second)
            #expect(!FileManager.default.fileExists(atPath: file.path))
        }
    }

    @Test("starts again, with a warning, where the file is damaged; silently where it is another training's")
    func damaged() throws {
        try withStore { folder in
            let whole = try training.train(examples(), Self.model.training, using: course(in: folder))
            try stop(after: 3, in: folder)
            let file = ResultStore(folder: folder).location(of: key, kind: "checkpoint")
            var bytes = try Files.read(file)
            bytes[bytes.count - 1] ^= 1
            try Files.write(bytes, to: file)
            let warnings = WarningBox()
            let again = try training.train(
                examples(), Self.model.training, key: key, using: course(in: folder, warnings: warnings))
            #expect(again.network == whole.network)
            #expect(warnings.all.count == 1 && warnings.all[0].contains(file.path))
        }
    }

    @Test(
        "starts again, with a warning, where the file tells of more than the training has",
        arguments: ["step", "correct"])
    func boasting(key name: String) throws {
        try withStore { folder in
            let whole = try training.train(examples(), Self.model.training, using: course(in: folder))
            try stop(after: 3, in: folder)
            let file = ResultStore(folder: folder).location(of: key, kind: "checkpoint")
            var state = try Safetensors(decoding: Files.read(file))
            state.metadata[name] = String(Int.max)
            try Files.write(state.encoded(), to: file)
            let warnings = WarningBox()
            let again = try training.train(
                examples(), Self.model.training, key: key, using: course(in: folder, warnings: warnings))
            #expect(again.network == whole.network)
            #expect(warnings.all.count == 1 && warnings.all[0].contains(file.path), "\(warnings.all)")
        }
    }

    @Test("goes on without a place to write to, and says so once")
    func unwritable() throws {
        try withStore { folder in
            try Files.write("in the way", to: folder)
            let warnings = WarningBox()
            let course = course(in: folder, warnings: warnings) { true }
            #expect(throws: TrainingError.cancelled(model: "small")) {
                try training.train(examples(), Self.model.training, key: key, using: course)
            }
            #expect(warnings.all.count == 1)
        }
    }
}
