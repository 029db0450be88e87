import Datasets
import Platform
import Notebook
import Storage

/// The settings of the last report, kept in the store: `course lesson` and `course figures` show its results
/// unless they are told otherwise.
struct LastReport: Codable {
    let seed: UInt64
    let isQuick: Bool
    /// Whose course it was; missing where an earlier version of the program wrote the entry.
    let naming: Naming?
    /// The reader's own picture in the place of the course's; missing where that was shown.
    let picture: Shown?
    private let digitsOrigin: Origin
    private let garmentsOrigin: Origin

    /// A picture that was shown.
    struct Shown: Codable {
        let path: String
        let identity: String
    }

    /// Where a set of pictures came from.
    private struct Origin: Codable {
        /// The folder, or `nil` where the pictures were drawn.
        let folder: String?
        let drawingSeed: UInt64?
        /// What own data are; missing of others.
        let own: OwnDescription?
        /// What chose the test part of own data that nobody has imported.
        let splitSeed: UInt64?

        init(_ source: DatasetSource) {
            switch source.origin {
            case .folder(let url): (folder, drawingSeed, splitSeed) = (url.path, nil, nil)
            case .imported(let url, let options): (folder, drawingSeed, splitSeed) = (url.path, nil, options.seed)
            case .drawn(let seed): (folder, drawingSeed, splitSeed) = (nil, seed, nil)
            }
            own = source.isOwn ? OwnDescription(source.kind) : nil
        }

        func source(of kind: DatasetDescription) -> DatasetSource {
            guard let folder else { return DatasetSource(kind, from: .drawn(seed: drawingSeed ?? 1)) }
            let url = URL(filePath: folder, directoryHint: .isDirectory)
            guard let own, let data = try? own.data(in: folder) else { return DatasetSource(kind, from: .folder(url)) }
            return DatasetSource(data, from: splitSeed.map { .imported(url, ImportOptions(seed: $0)) } ?? .folder(url))
        }
    }

    /// - Parameter path: of the picture that the settings show in the place of the course's.
    init(_ settings: RunSettings, naming: Naming, picture path: String?) {
        self.naming = naming
        picture = path.flatMap { path in settings.picture.map { Shown(path: path, identity: $0.identity) } }
        seed = settings.seed
        isQuick = settings.isQuick
        digitsOrigin = Origin(settings.digits)
        garmentsOrigin = Origin(settings.garments)
    }

    /// Not checked against the disk: stored results show without the data that they came from.
    var digits: DatasetSource { digitsOrigin.source(of: .mnist) }

    /// Not checked either.
    var garments: DatasetSource { garmentsOrigin.source(of: .fashionMNIST) }

    private static func location(in store: ResultStore) -> URL { store.folder.appending(path: "last-report.json") }

    /// `nil` where there was none, or, with a warning, where what is there can't be used: then the defaults hold.
    static func read(from store: ResultStore, telling reporter: Reporter) -> LastReport? {
        let url = location(in: store)
        guard FileManager.default.fileExists(atPath: url.path) else { return nil }
        do {
            let report = try CanonicalJSON.decode(LastReport.self, from: Files.read(url, limit: 1 << 16))
            try report.naming?.checkAddresses()
            return report
        } catch is DecodingError {
            reporter.warn("\(url.path) is not what this program writes there; the defaults hold")
        } catch {
            reporter.warn("\(url.path) can't be used (\(error)); the defaults hold")
        }
        return nil
    }

    func write(to store: ResultStore) throws {
        try Files.write(CanonicalJSON.encode(self), to: Self.location(in: store))
    }
}
