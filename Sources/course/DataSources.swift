import ArgumentParser
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
        /// It reads stored results of these units alone.
        case stored([any CourseUnit])
        /// It computes those of these units that are not stored.
        case missing([any CourseUnit])
        /// It reads these sets whatever is stored.
        case always(Set<DatasetDescription>)
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

    /// What a look at the disk finds; nothing is fetched, and nothing read but own data that nobody has imported.
    ///
    /// - Parameters:
    ///   - named: the folder that somebody named.
    ///   - own: imported data that somebody named; they come before the folder's in the place of MNIST.
    ///   - seed: chooses which of own data are kept for the test, where they do not say so.
    /// - Throws: `DatasetError` for a named folder that lacks MNIST, or a part of Fashion-MNIST, where that is read;
    ///   `OwnDataError` for own data that can't be used.
    func found(
        in named: URL?, own: String?, seed: UInt64, threads: Int, for reading: Reading
    ) throws -> (digits: DatasetSource, garments: DatasetSource) {
        func source(_ kind: DatasetDescription) throws -> DatasetSource {
            guard let named else { return cached(kind) }
            let folder = DatasetFolder(of: kind, below: named)
            guard let problem = folder.problem else {
                // Stored results tell nothing of the files that were named.
                if reading.showsResults(kind) { try folder.checkSizes() }
                return DatasetSource(kind, from: .folder(folder.url))
            }
            if kind == .mnist, !folder.holdsAny, reading.mayRead(kind),
                let source = try ownData(in: named, seed: seed, threads: threads)
            {
                return source
            }
            // MNIST is what a folder is named for; Fashion-MNIST may be beside it.
            let isExpected = kind == .mnist || folder.holdsAny
            if isExpected, reading.mayRead(kind) { throw problem }
            if isExpected {
                terminal.warn(
                    "\(named.path) \(named.isFolder ? "does not hold \(kind.name)" : "is no folder"); nothing that was "
                        + "asked for reads \(kind.pictures), so the run goes on")
            }
            return cached(kind)
        }
        let digits = try own.map { try imported($0) } ?? source(.mnist)
        return (digits, try source(.fashionMNIST))
    }

    /// Own data that lie in a folder, imported or in any form that an import reads; `nil` where there seem to be none.
    private func ownData(in folder: URL, seed: UInt64, threads: Int) throws -> DatasetSource? {
        if OwnDescription.isThere(in: folder) {
            let place = folder.appending(path: OwnDescription.file).path
            return DatasetSource(try OwnDescription(in: folder).data(in: place), from: .folder(folder))
        }
        guard OwnSet.seemsToLie(in: folder) else { return nil }
        let options = ImportOptions(seed: seed)
        let set = try OwnSet(reading: folder, as: OwnShelf.name(for: folder), options, threads: threads)
        for note in set.notes { terminal.say(note) }
        return DatasetSource(set.description, from: .imported(folder, options))
    }

    /// Own data by the name that an import gave them.
    private func imported(_ id: String) throws -> DatasetSource {
        if let published = DatasetDescription.published(id.lowercased()) {
            throw ValidationError(
                "--data takes own data, or mnist; the garments of \(published.name) are what lesson denoising reads.")
        }
        let shelf = OwnShelf(folder: cache.folder)
        do { return DatasetSource(try shelf.data(id), from: .folder(shelf.place(of: id))) } catch {
            if case .unknown = error { throw ValidationError(error.description) }
            throw error
        }
    }

    /// The same sources, once what will be read is there and verified; drawn ones where that is not possible.
    ///
    /// - Parameter chosen: the sets whose origin was named, or told by the last report: drawn ones of these stay so.
    func ready(
        _ settings: RunSettings, for reading: Reading, in store: ResultStore, chosen: Set<DatasetDescription>
    ) -> RunSettings {
        let needed = DatasetDescription.published.filter { data in
            let source = settings.source(of: data)
            let isCached = source.kind.isPublished && source == cachedFolder(source.kind)
            guard isCached || (source.isDrawn && !chosen.contains(data)) else { return false }
            switch reading {
            case .nothing, .stored: return false
            case .always(let sets): return sets.contains(data)
            case .missing(let units):
                // What is drawn so far may be fetched now, whatever was computed from the drawings.
                return units.contains { unit in
                    unit.data.contains(data) && (source.isDrawn || !store.holds(unit.key(in: settings)))
                }
            }
        }
        let missing = unavailable(needed.map { settings.source(of: $0).kind })
        var settings = settings
        for data in needed {
            let kind = settings.source(of: data).kind
            let source = missing.contains(kind) ? drawn(kind) : cachedFolder(kind)
            settings.read(source, for: data)
        }
        return settings
    }

    /// Fetches data sets, and tells how it goes.
    func fetch(_ kinds: [DatasetDescription]) -> [DatasetDescription: FetchError] {
        let terminal = terminal
        return Downloader(into: cache, from: mirrors.list, rules: mirrors.rules) { terminal.transfer($0) }.fetch(kinds)
    }

    /// Makes sure that the cache holds data sets, every file verified.
    ///
    /// - Returns: those that it does not hold; what becomes of them has been told in a line.
    private func unavailable(_ kinds: [DatasetDescription]) -> [DatasetDescription] {
        guard !kinds.isEmpty else { return [] }
        guard !isOffline else { return kinds.filter { !holdsVerified($0) } }
        let transfer = QuietTransfer(terminal)
        let failures = Downloader(into: cache, from: mirrors.list, rules: mirrors.rules, tell: transfer.tell).fetch(
            kinds)
        let missing = kinds.filter { failures[$0] != nil }
        if let first = missing.first, let error = failures[first] {
            terminal.warn(
                "\(missing.map(\.name).joined(separator: " and ")) could not be fetched (\(error.reason)), so the program "
                    + "draws its own. `course data fetch` says more; --offline asks nobody.")
        }
        return missing
    }

    private func holdsVerified(_ kind: DatasetDescription) -> Bool {
        guard cache.holds(kind) else { return false }
        for file in kind.files {
            if case .damaged(_, let error) = cache.state(of: file) {
                terminal.warn("\(error); the run goes on with pictures that the program draws")
                return false
            }
        }
        return true
    }

    private func cached(_ kind: DatasetDescription) -> DatasetSource {
        cache.holds(kind) ? cachedFolder(kind) : drawn(kind)
    }

    private func cachedFolder(_ kind: DatasetDescription) -> DatasetSource {
        DatasetSource(kind, from: .folder(cache.folder(of: kind).url))
    }

    private func drawn(_ kind: DatasetDescription) -> DatasetSource {
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

extension DataSources.Reading {
    /// Whether results of a set are computed or shown, rather than told of.
    fileprivate func showsResults(_ data: DatasetDescription) -> Bool {
        if case .nothing = self { false } else { mayRead(data) }
    }

    /// Whether a set is read where its results are not stored. Of a command that only reads results, they depend on it.
    fileprivate func mayRead(_ data: DatasetDescription) -> Bool {
        switch self {
        case .nothing: true
        case .always(let sets): sets.contains(data)
        case .stored(let units), .missing(let units): units.contains { $0.data.contains(data) }
        }
    }
}

extension URL {
    /// Whether there is a folder at this place.
    var isFolder: Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}
