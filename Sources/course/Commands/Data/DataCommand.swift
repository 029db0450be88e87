import ArgumentParser
import Datasets
import Downloads
import Foundation
import Languages
import Storage

/// `course data`
struct DataCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "data",
        abstract: "Show, fetch and verify MNIST and Fashion-MNIST.",
        discussion: """
            Fetched data sets lie in the user's cache folder, and every run finds them there. A folder named with \
            --data-dir or COURSE_DATA comes first.
            """,
        subcommands: [DataListCommand.self, DataFetchCommand.self, DataVerifyCommand.self])
}

/// What the data commands have in common.
struct DataOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp("mnist, fashion-mnist, or both.", valueName: "data set"), transform: DataOptions.kind)
    var kinds: [DatasetKind] = DatasetKind.allCases

    @Flag(help: "Print JSON.")
    var json = false

    private static func kind(_ text: String) throws -> DatasetKind {
        if let kind = DatasetKind(rawValue: text.lowercased()) { return kind }
        let known = DatasetKind.allCases.map(\.rawValue)
        let question = NearMisses.question(for: text, in: known)
        throw ValidationError(
            "there is no data set “\(text)”; "
                + (question.isEmpty ? "there are \(known.joined(separator: " and "))" : question))
    }
}

/// One published file, and what was found of it: a line for people, an object for programs.
struct DataFile: Encodable {
    let dataset: String
    let file: String
    /// `present`, `absent`, `verified` or `damaged`.
    let state: String
    let path: String?
    let problem: String?
    let bytes: Int
    let sha256: String
    let mirrors: [String]

    init(_ file: PublishedFile, state: String, path: URL?, problem: String? = nil) {
        dataset = file.kind.rawValue
        self.file = file.name
        self.state = state
        self.path = path?.path
        self.problem = problem
        bytes = file.size
        sha256 = file.sha256
        mirrors = Mirrors.published.addresses(of: file).map(\.absoluteString)
    }

    var line: String { "\(dataset)  \(file)  \(state)\((problem ?? path).map { ": \($0)" } ?? "")" }
}

extension DataOptions {
    /// The folder where a data set's files are looked for: the one that was named where it has any, else the cache.
    func folder(of kind: DatasetKind, named: URL?, cache: DataCache) -> DatasetFolder {
        guard let named else { return cache.folder(of: kind) }
        // Both data sets use the same file names: Fashion-MNIST's lie in the folder of that name.
        let own = kind == .mnist ? named : named.appending(path: kind.rawValue, directoryHint: .isDirectory)
        let folder = DatasetFolder(own, of: kind)
        return folder.missingFiles.count == kind.files.count ? cache.folder(of: kind) : folder
    }

    func put(_ files: [DataFile]) throws {
        if json {
            try Terminal.put(String(decoding: try CanonicalJSON.encode(files), as: UTF8.self))
        } else {
            try Terminal.put(files.map { $0.line + "\n" }.joined())
        }
    }
}
