import Datasets
import Downloads
import Platform
import Notebook

/// Decides where the sets of pictures come from. In this order: the folder that somebody named, the user's cache,
/// a download into it, and the program's own pen.
struct DataSources {
    /// What a command will read, so that nothing is fetched or verified in vain.
    enum Reading {
        /// It reads stored results at most.
        case nothing
        /// It computes those of these units that are not stored.
        case missing([any CourseUnit])
        /// It reads these sets whatever is stored.
        case always(Set<CourseData>)
    }

    let cache: DataCache
    /// Whether no socket may be opened.
    let isOffline: Bool
    let terminal: Terminal
    /// Other mirrors than the published ones, in tests.
    let mirrors: (list: Mirrors, rules: TransferRules)

    /// The seed of the pictures that the program draws: one set for everyone.
    private static let drawingSeed: UInt64 = 1

    init(_ places: Places, isOffline: Bool, terminal: Terminal) {
        cache = DataCache(folder: places.cache.data)
        self.isOffline = isOffline
        self.terminal = terminal
        mirrors = Self.mirrors(places.environment)
    }

    /// What a look at the disk finds; nothing is read, and nothing fetched.
    ///
    /// - Throws: `DatasetError` for a named folder that lacks MNIST.
    func found(in named: URL?) throws -> (digits: DatasetSource, garments: DatasetSource) {
        func source(_ kind: DatasetKind) throws -> DatasetSource? {
            try named.map { try .resolve(kind, directory: kind.folder(below: $0), seed: Self.drawingSeed) }
        }
        let digits = try source(.mnist)
        let garments = try? source(.fashionMNIST)
        return (digits ?? cached(.mnist), garments ?? cached(.fashionMNIST))
    }

    /// The same sources, once what will be read is there and verified; drawn ones where that is not possible.
    ///
    /// - Parameter chosen: the sets whose origin was named, or told by the last report: drawn ones of these stay so.
    func ready(
        _ settings: RunSettings, for reading: Reading, in store: ResultStore, chosen: Set<CourseData>
    ) -> RunSettings {
        let needed = CourseData.allCases.filter { data in
            let source = settings.source(of: data)
            let isCached = source == cachedFolder(source.kind)
            guard isCached || (source.isDrawn && !chosen.contains(data)) else { return false }
            switch reading {
            case .nothing: return false
            case .always(let sets): return sets.contains(data)
            case .missing(let units):
                // What is drawn so far may be fetched now, whatever was computed from the drawings.
                return units.contains { unit in
                    unit.data.contains(data) && (source.isDrawn || !store.holds(unit.key(in: settings)))
                }
            }
        }
        var settings = settings
        for data in needed {
            let kind = settings.source(of: data).kind
            let source = obtain(kind) ? cachedFolder(kind) : drawn(kind)
            switch data {
            case .digits: settings.digits = source
            case .garments: settings.garments = source
            }
        }
        return settings
    }

    /// Fetches data sets, and tells how it goes.
    func fetch(_ kinds: [DatasetKind]) -> [DatasetKind: FetchError] {
        let terminal = terminal
        return Downloader(into: cache, from: mirrors.list, rules: mirrors.rules) { terminal.transfer($0) }.fetch(kinds)
    }

    /// Whether the cache holds the data set now, every file verified.
    private func obtain(_ kind: DatasetKind) -> Bool {
        guard !isOffline else {
            guard cache.holds(kind) else { return false }
            for file in kind.files {
                if case .damaged(_, let error) = cache.state(of: file) {
                    terminal.warn("\(error); the run goes on with pictures that the program draws")
                    return false
                }
            }
            return true
        }
        guard let error = fetch([kind])[kind] else { return true }
        terminal.warn("\(error)")
        terminal.say("The run goes on with pictures that the program draws. With --offline nothing is fetched.")
        return false
    }

    private func cached(_ kind: DatasetKind) -> DatasetSource {
        cache.holds(kind) ? cachedFolder(kind) : drawn(kind)
    }

    private func cachedFolder(_ kind: DatasetKind) -> DatasetSource {
        DatasetSource(kind, from: .folder(cache.folder(of: kind).url))
    }

    private func drawn(_ kind: DatasetKind) -> DatasetSource {
        DatasetSource(kind, from: .drawn(seed: Self.drawingSeed))
    }

    /// The published mirrors. A debug build, as the tests use it, takes one on this machine instead.
    private static func mirrors(_ environment: [String: String]) -> (Mirrors, TransferRules) {
        var rules = TransferRules(environment: environment)
        #if DEBUG
            if let port = environment["COURSE_TEST_MIRROR_PORT"].flatMap(Int.init),
                let url = URL(string: "http://127.0.0.1:\(port)/")
            {
                rules.plainHTTP = .onLoopback(redirects: false)
                rules.pauses = []
                return (Mirrors([.mnist: [url], .fashionMNIST: [url]]), rules)
            }
        #endif
        return (.published, rules)
    }
}

extension ResultStore {
    /// Whether an entry of that key is there and verifies.
    fileprivate func holds(_ key: UnitKey) -> Bool {
        if case .found = read(key) { true } else { false }
    }
}
