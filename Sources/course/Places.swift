import ArgumentParser
import Datasets
import Platform
import Notebook

/// Where a command was typed, and what its surroundings say: environment and `course.json`.
struct Places {
    let environment: [String: String]
    let file: ConfigurationFile
    let cache: UserCache
    let here: URL

    /// - Throws: ``ConfigurationFile/Failure`` for a `course.json` that makes no sense.
    init() throws {
        environment = ProcessInfo.processInfo.environment
        here = URL(filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory)
        file = try ConfigurationFile(in: here)
        cache = UserCache(environment)
    }

    /// What was typed comes before the variable, and that before `course.json`.
    ///
    /// - Throws: `ValidationError` for a name without a letter, which a variable of the shell that is not set leaves.
    func folder(_ typed: String?, _ variable: String?, _ configured: String?) throws -> URL? {
        if typed?.isEmpty == true {
            throw ValidationError("A folder's name is empty. “.” is this folder; the shell variable may be unset.")
        }
        let named = variable.flatMap { environment[$0] }.flatMap { $0.isEmpty ? nil : $0 }
        return (typed ?? named ?? configured).map {
            URL(typed: $0, directoryHint: .isDirectory, relativeTo: here, in: environment).absoluteURL
        }
    }

    /// The folder with data sets that somebody named.
    func dataFolder(_ typed: String?) throws -> URL? { try folder(typed, "COURSE_DATA", file.dataDir) }

    /// The own data that somebody named, to be read in the place of MNIST; `nil` where they named MNIST itself.
    func ownData(_ typed: String?) -> String? {
        (typed ?? file.data).flatMap { $0.lowercased() == DatasetDescription.mnist.id ? nil : $0 }
    }

    /// Where results are kept.
    func store(_ typed: String?) throws -> URL { try folder(typed, "COURSE_STORE", file.store) ?? cache.store }

    /// Where pages go.
    func output(_ typed: String?) throws -> URL {
        try folder(typed, nil, file.output) ?? here.appending(path: "Output", directoryHint: .isDirectory)
    }

    /// Whether no connection may be opened.
    func isOffline(_ typed: Bool?) -> Bool {
        let variable = environment["COURSE_OFFLINE"].flatMap { $0.isEmpty ? nil : $0.lowercased() }
        return typed ?? variable.map { !["0", "false", "no"].contains($0) } ?? file.offline ?? false
    }
}
