import Languages
import NeuralNetwork
import Notebook
import Platform
import Storage

/// A network that somebody named: one of the course, or a file that describes one.
enum ChosenNetwork {
    /// Whether it is a file that was typed, rather than a name.
    static func isFile(_ typed: String) -> Bool {
        // No network of the course has a point in its name.
        if typed.contains("/") || typed.contains(".") { return true }
        return CourseModels.named(typed) == nil && FileManager.default.fileExists(atPath: URL(typed: typed).path)
    }

    /// The network of the course of that name; nil where a file was typed, which is read later.
    ///
    /// - Throws: `ValidationError` for a name that no network has.
    static func course(_ typed: String) throws -> CourseModel? {
        isFile(typed) ? nil : try CourseModels.chosen(typed, besides: ", nor a file of that name here")
    }

    /// The training of the network.
    ///
    /// - Throws: `NetworkFileError` for a file that describes none; `StorageError` for one that can't be read.
    static func training(_ typed: String) throws -> Training {
        if let model = try course(typed) { return Training(ofSyllabus: model) }
        return try NetworkFile(at: URL(typed: typed).absoluteURL, path: typed).training
    }
}
