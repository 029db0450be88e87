import Imaging
import NeuralNetwork
import Platform
import Storage

/// A file of weights and the network that they belong to, which the file itself describes.
public struct WeightsFile: Sendable {
    /// How the network was trained, and on what.
    public let training: Training
    /// The identity of the data that it learnt from (`DatasetSource.identity`), where the file says it.
    public let dataIdentity: String?
    private let parameters: Parameters
    private let path: String

    /// The largest file that is read: four million parameters take 16 MB.
    public static let sizeLimit = 1 << 26

    /// Weights that don't tell what they are of, or can't be used.
    public struct Failure: Error, Equatable, CustomStringConvertible {
        /// The file, what is wrong, and what to do.
        public let description: String
    }

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - path: what the file is called, for messages.
    ///   - known: what it holds, where somebody says so; else it tells itself.
    /// - Throws: ``Failure``; `MissingFile` where there is none; `StorageError` where it can't be read, or is too large.
    public init(at url: URL, path: String, as known: Training? = nil) throws {
        if let missing = MissingFile(url, typed: path) { throw missing }
        try self.init(decoding: Files.read(url, limit: Self.sizeLimit), path: path, as: known)
    }

    /// Reads a file's bytes; as ``init(at:path:as:)``.
    public init(decoding bytes: [UInt8], path: String, as known: Training? = nil) throws(Failure) {
        func failure(_ problem: String) -> Failure { Failure(description: "\(path): \(problem)") }
        let file: Safetensors
        do throws(SafetensorsError) { file = try Safetensors(decoding: bytes) } catch {
            throw failure(Self.otherFile(bytes) ?? "\(error)")
        }
        let described: NetworkFile?
        do throws(NetworkFileError) {
            // What somebody says comes first, whatever the file says.
            described = known == nil ? try NetworkFile(describedIn: file.metadata, path: path, name: "network") : nil
        } catch { throw Failure(description: error.description) }
        let training: Training
        if let told = known ?? described?.training {
            training = told
        } else if let model = file.metadata["model"].flatMap(CourseModels.named) {
            // Written before weights described their network.
            training = Training(ofSyllabus: model)
        } else {
            let names = CourseModels.all.map(\.name).joined(separator: ", ")
            throw failure(
                "the file does not say which network these weights are of; name it with --model: \(names), or a file "
                    + "such as net.json")
        }
        self.training = training
        dataIdentity = file.metadata[training.source.pictures]
        parameters = file.parameters
        self.path = path
    }

    /// What a file is that never was one of weights: what its first bytes tell, and what to do. `nil` for one that begins as
    /// weights do, with the size of a header in JSON.
    private static func otherFile(_ bytes: [UInt8]) -> String? {
        if bytes.count > 8, bytes[8] == UInt8(ascii: "{"), bytes[4..<8].allSatisfy({ $0 == 0 }) { return nil }
        let kind = bytes.isEmpty ? "an empty file" : PictureFile.kind(of: bytes)
        let isNetwork = bytes.first { ![9, 10, 13, 32].contains($0) } == UInt8(ascii: "{")
        return
            "this is \(kind.map { "\($0), and " } ?? "")no file of weights (safetensors), such as course train NETWORK "
            + "--weights FILE writes"
            + (isNetwork ? "; a file that describes a network is named where the network is, not as its weights" : "")
    }

    /// The network with its weights, as it reads the pictures of a run.
    ///
    /// - Throws: ``Failure`` for weights that do not fit, or that no training can have left.
    public func network(in settings: RunSettings) throws(Failure) -> Network {
        let network: Network
        do throws(TrainingError) {
            network = try Network(training.network(in: settings), parameters: parameters)
        } catch {
            throw Failure(
                description:
                    "\(path): \(error). Weights that learnt from own data need those named: --data or --data-dir")
        }
        do throws(ImpossibleValue) { try network.checkMagnitudes() } catch {
            throw Failure(description: "\(path): these weights can't be used: \(error)")
        }
        return network
    }
}
