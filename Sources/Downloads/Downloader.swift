import Datasets
import Platform
import Storage
import Threads

/// Fetches data sets into the cache: mirror after mirror, as long as there is hope, and never an unverified byte.
public struct Downloader: Sendable {
    private let cache: DataCache
    private let mirrors: Mirrors
    private let rules: TransferRules
    private let tell: @Sendable (FetchEvent) -> Void

    /// - Parameters:
    ///   - cache: where the files go.
    ///   - mirrors: where they come from.
    ///   - rules: how patient it is.
    ///   - tell: who is told how it goes.
    public init(
        into cache: DataCache, from mirrors: Mirrors = .published, rules: TransferRules = TransferRules(),
        tell: @escaping @Sendable (FetchEvent) -> Void
    ) {
        self.cache = cache
        self.mirrors = mirrors
        self.rules = rules
        self.tell = tell
    }

    /// Makes sure that the cache holds these data sets, verified: what is absent is fetched; what does not verify is
    /// set aside and fetched.
    ///
    /// - Returns: what could not be fetched, by data set; empty where all went well.
    public func fetch(_ kinds: [DatasetDescription]) -> [DatasetDescription: FetchError] {
        fetch(kinds.map { ($0, $0.files) })
    }

    /// The same for files that tests invent.
    package func fetch(_ sets: [(kind: DatasetDescription, files: [DatasetFile])]) -> [DatasetDescription: FetchError] {
        var failures: [DatasetDescription: FetchError] = [:]
        var unreachable: [String: TransferFailure] = [:]
        for (kind, files) in sets {
            for file in files {
                let problem = ensure(file, &unreachable)
                guard let problem else { continue }
                // Without one of its files a data set is of no use: the others need not be asked for.
                failures[kind] = FetchError(
                    kind: kind, folder: cache.folder(of: kind).url,
                    missing: files.filter { cache.folder(of: kind).location(of: $0) == nil }
                        .map { ($0, mirrors.addresses(of: $0)) },
                    attempts: problem.attempts, storage: problem.storage)
                break
            }
        }
        return failures
    }

    private struct Problem: Error {
        var attempts: [FetchError.Attempt] = []
        var storage: StorageError?
    }

    /// `nil` where the file is there, now or already.
    private func ensure(_ file: DatasetFile, _ unreachable: inout [String: TransferFailure]) -> Problem? {
        do {
            switch cache.state(of: file) {
            case .verified: return nil
            case .damaged(let url, let error):
                if let aside = try cache.setAside(url) { tell(.setAside(file, to: aside, error)) }
            case .absent: break
            }
            let partial = try PartialFile(for: file.name, in: cache.folder(of: file.kind).url)
            return try fetch(file, into: partial, &unreachable)
        } catch let error as StorageError {
            return Problem(storage: error)
        } catch {
            return Problem(storage: .cannotWrite(path: cache.folder.path, reason: "\(error)"))
        }
    }

    /// Asks all addresses in order, and those that may do better again after a pause.
    private func fetch(
        _ file: DatasetFile, into partial: PartialFile, _ unreachable: inout [String: TransferFailure]
    ) throws -> Problem? {
        var last: [URL: TransferFailure] = [:]
        let addresses = mirrors.addresses(of: file)
        var hopeful = addresses
        for pause in [0] + rules.pauses where !hopeful.isEmpty {
            if pause > 0 {
                tell(.pauses(seconds: pause))
                BackgroundThread.sleep(seconds: pause)
            }
            for url in hopeful {
                let before = partial.count
                let host = "\(url.host() ?? ""):\(url.port ?? 443)"
                do {
                    if let failure = unreachable[host] { throw failure }
                    let bytes = try attempt(file, from: url, into: partial)
                    tell(.fetched(file, to: try cache.publish(bytes, as: file)))
                    partial.remove()
                    return nil
                } catch let failure as TransferFailure {
                    last[url] = failure
                    if failure.isUnreachable { unreachable[host] = failure }
                    tell(.failed(file, from: url, failure))
                    // Silence is worth another call only if it was broken in between.
                    let isSilent = if case .stalled = failure { partial.count <= before } else { false }
                    if !failure.mayPass || isSilent { hopeful.removeAll { $0 == url } }
                }
            }
        }
        if partial.count == 0 { partial.remove() }
        return Problem(
            attempts: addresses.compactMap { url in last[url].map { FetchError.Attempt(url: url, failure: $0) } })
    }

    /// The verified bytes of a file as they are to be stored.
    private func attempt(_ file: DatasetFile, from url: URL, into partial: PartialFile) throws -> [UInt8] {
        let resumed = partial.count > 0
        tell(.begins(file, from: url))
        let transfer = Transfer(url: url, rules: rules, limit: file.largestStoredSize) { received, expected in
            tell(.progress(file, received: received, expected: expected))
        }
        try transfer.run(into: partial)
        do {
            return try Self.verified(partial.content(), as: file, from: url)
        } catch {
            // Whatever it is, nobody goes on with it; and the beginning may have been another file's.
            try partial.restart()
            guard resumed, error is TransferFailure else { throw error }
            try transfer.run(into: partial)
            do { return try Self.verified(partial.content(), as: file, from: url) } catch {
                try partial.restart()
                throw error
            }
        }
    }

    /// The bytes, without a second coat of gzip that a server may have put around them for the way.
    private static func verified(
        _ bytes: [UInt8], as file: DatasetFile, from url: URL
    ) throws(TransferFailure) -> [UInt8] {
        do {
            _ = try file.content(of: bytes, named: url.absoluteString)
            return bytes
        } catch {
            if let inner = try? Gzip.inflated(bytes, limit: file.largestStoredSize),
                (try? file.content(of: inner, named: url.absoluteString)) != nil
            {
                return inner
            }
            throw .wrongContent(reason: reason(error))
        }
    }

    private static func reason(_ error: DatasetError) -> String {
        switch error {
        case .damagedGzip(_, let reason): "what came is a damaged gzip file: \(reason)"
        case .malformed(_, let expected, let found): "expected \(expected), found \(found)"
        case .otherKind(_, let found, _), .anotherFile(_, _, let found): "what came is \(found)"
        case .wrongContent(_, _, _, let found, let whose):
            whose.map { "what came is \($0)" } ?? "what came has the SHA-256 \(found)"
        default: error.description
        }
    }
}
