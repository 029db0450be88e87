import ArgumentParser
import Datasets
import Downloads
import Platform
import Languages
import Storage

/// `course data`
struct DataCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "data",
        abstract: "Show, fetch and verify MNIST and Fashion-MNIST; import your own data.",
        discussion: """
            Fetched data sets lie in the user's cache folder, and every run finds them there. A folder named with \
            --data-dir or COURSE_DATA comes first. Own data that were imported lie there as well, and --data names them.
            """,
        subcommands: [
            DataListCommand.self, DataFetchCommand.self, DataVerifyCommand.self, DataImportCommand.self,
        ])
}

/// What the data commands have in common.
struct DataOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "mnist, fashion-mnist, or the name of own data. (default: all)", valueName: "data set"),
        completion: .datasets)
    var names: [String] = []

    @Flag(help: "Print JSON.")
    var json = false

    /// The published sets that were asked for, or all.
    ///
    /// - Throws: `ValidationError` for a name that none has.
    func published() throws -> [DatasetDescription] {
        try names.isEmpty ? DatasetDescription.published : names.map { try Self.published($0, besides: []) }
    }

    /// The sets that were asked for; else the published ones and all own data.
    ///
    /// - Throws: `ValidationError` for a name that none has; `OwnDataError` for own data that can't be read.
    func sets(_ shelf: OwnShelf) throws -> [DatasetDescription] {
        let own = shelf.names
        guard !names.isEmpty else { return try DatasetDescription.published + own.map { try shelf.data($0) } }
        return try names.map { name in
            own.contains(name) ? try shelf.data(name) : try Self.published(name, besides: own)
        }
    }

    private static func published(_ text: String, besides own: [String]) throws -> DatasetDescription {
        if let kind = DatasetDescription.published(text.lowercased()) { return kind }
        throw ValidationError(
            no: "data set “\(text)”", for: text, among: DatasetDescription.published.map(\.id) + own)
    }
}

/// Where `list` and `verify` look.
struct DataPlaceOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A folder with the files, also as torchvision lays them (MNIST/raw). (default: COURSE_DATA, else the cache folder)",
            valueName: "folder"),
        completion: .directory)
    var dataDir: String?

    func places() throws -> DataPlaces {
        let places = try Places()
        let data = DataPlaces(named: try places.dataFolder(dataDir), cache: DataCache(folder: places.cache.data))
        data.tell(Terminal(environment: places.environment))
        return data
    }
}

/// The folder that was named, and the user's cache.
struct DataPlaces: Sendable {
    let named: URL?
    let cache: DataCache

    /// The folder where a data set's files are looked for: the one that was named where it has any, else the cache.
    func folder(of kind: DatasetDescription) -> DatasetFolder {
        guard let named, kind.isPublished else { return cache.folder(of: kind) }
        let folder = DatasetFolder(of: kind, below: named)
        return folder.holdsAny ? folder : cache.folder(of: kind)
    }

    /// Where own data lie.
    var shelf: OwnShelf { OwnShelf(folder: cache.folder) }

    /// What lies in the folder that was named under almost the name of a file that is nowhere.
    func near(_ file: DatasetFile) -> NearName? {
        guard file.kind.isPublished else { return nil }
        return named.flatMap { DatasetFolder(of: file.kind, below: $0).nearNames(of: [file]).first }
    }

    /// Says where the folder that was named is of no use.
    func tell(_ terminal: Terminal) {
        guard let named else { return }
        let holdsAny = DatasetDescription.published.contains { DatasetFolder(of: $0, below: named).holdsAny }
        let lack = OwnSet.lack(in: named)
        if !holdsAny, !OwnDescription.isThere(in: named), lack != nil || !OwnSet.seemsToLie(in: named) {
            let problem = named.isFolder ? "holds no data set" : "is no folder"
            terminal.warn("\(named.path) \(problem)\(lack.map { ": \($0)" } ?? "")")
        }
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
    /// What the classes of own data are called; missing of published sets.
    let classes: [String]?

    init(_ file: DatasetFile, state: String, path: URL?, problem: String? = nil) {
        dataset = file.kind.id
        self.file = file.name
        self.state = state
        self.path = path?.path
        self.problem = problem
        bytes = file.size
        sha256 = file.sha256
        classes = file.kind.isPublished ? nil : file.kind.classes.map(\.plain)
        mirrors = Mirrors.published.addresses(of: file).map(\.absoluteString)
    }

    /// A file that is nowhere, and what may be it.
    init(absent file: DatasetFile, near: NearName?) {
        self.init(file, state: "absent", path: nil, problem: near.map { "\($0)" })
    }

    var line: String { "\(dataset)  \(file)  \(state)\((problem ?? path).map { ": \($0)" } ?? "")" }
}

extension DataOptions {
    func put(_ files: [DataFile]) throws {
        if json {
            try Terminal.put(json: files)
        } else {
            try Terminal.put(files.map { $0.line + "\n" }.joined())
        }
    }
}
