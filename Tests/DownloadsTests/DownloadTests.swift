import Datasets
import Downloads
import Foundation
import Storage
import TestSupport
import Testing
import Threads

@Suite("Downloads", .limited)
struct DownloadTests {
    private let file = PlayedFile(.trainImages)

    /// Fetches the file from a server that answers so on its mirror `first`, and rightly on its mirror `second`.
    private func fetch(
        into cache: DataCache, rules: TransferRules = .test(), mirrors names: [String] = ["first", "second"],
        _ answer: @escaping @Sendable (LocalServer.Request) -> Answer
    ) throws -> (error: FetchError?, events: Events, requests: [(path: String, offset: Int)]) {
        let gzip = file.gzip
        let server = try LocalServer { $0.path.hasPrefix("/second/") ? .range(of: gzip) : answer($0) }
        defer { server.stop() }
        let events = Events()
        let mirrors = Mirrors([.mnist: try names.map { try server.address("\($0)/") }])
        let failures = Downloader(into: cache, from: mirrors, rules: rules, tell: events.tell)
            .fetch([(.mnist, [file.published])])
        return (failures[.mnist], events, server.requests)
    }

    /// What stands in the data set's folder, hidden files included.
    private func names(_ cache: DataCache) -> [String] {
        let folder = cache.folder(of: .mnist).url
        return ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
    }

    private var gzipName: String { file.published.name + ".gz" }

    @Test("a file that comes whole is verified, published and alone in its folder; then nothing is asked for")
    func whole() throws {
        let gzip = file.gzip
        try withCache { cache in
            let first = try fetch(into: cache) { _ in .range(of: gzip) }
            #expect(first.error == nil && first.events.failures.isEmpty)
            #expect(names(cache) == [gzipName])
            #expect(try Files.read(cache.folder(of: .mnist).url.appending(path: gzipName)) == gzip)
            #expect(cache.state(of: file.published) != .absent)
            let second = try fetch(into: cache) { _ in .range(of: gzip) }
            #expect(second.error == nil && second.requests.isEmpty)
        }
    }

    @Test("a body that came decompressed is kept under the name without .gz")
    func decompressed() throws {
        let content = file.content
        try withCache { cache in
            let headers = ["Content-Encoding: gzip"]
            let run = try fetch(into: cache) { _ in .reply(status: 200, headers: headers, body: content) }
            #expect(run.error == nil)
            #expect(names(cache) == [file.published.name])
        }
    }

    @Test("a body that the server compressed once more for the way loses that coat")
    func twice() throws {
        let twice = PlayedFile.gzip(file.gzip)
        try withCache { cache in
            let headers = ["Content-Encoding: gzip"]
            let run = try fetch(into: cache) { _ in .reply(status: 200, headers: headers, body: twice) }
            #expect(run.error == nil)
            #expect(try Files.read(cache.folder(of: .mnist).url.appending(path: gzipName)) == file.gzip)
        }
    }

    /// Wrong answers of the first mirror, by name; the second one then gives the file.
    private static let wrong: [(String, @Sendable (PlayedFile) -> Answer, TransferFailure)] = [
        ("403", { _ in .reply(status: 403, body: Array("no".utf8)) }, .status(403)),
        ("404", { _ in .reply(status: 404) }, .status(404)),
        ("500", { _ in .reply(status: 500) }, .status(500)),
        (
            "a log-in page",
            { _ in .reply(status: 200, headers: ["Content-Type: text/html"], body: Array("\n <html>Wi-Fi".utf8)) },
            .webPage
        ),
        ("JSON", { _ in .reply(status: 200, body: Array("{}".utf8)) }, .notData),
        ("HTTP behind a redirect", { _ in .redirect(to: "http://127.0.0.1:1/x") }, .notEncrypted),
        ("a file behind a redirect", { _ in .redirect(to: "file:///etc/passwd") }, .notEncrypted),
        (
            "a bomb", { file in .reply(status: 200, body: [0] + [UInt8](repeating: 0, count: 3 * file.content.count)) },
            .tooLarge(limit: 2 * 50_004 + 1024)
        ),
        (
            "another length",
            { file in .reply(status: 200, body: PlayedFile.gzip(Array(file.content.dropLast()))) },
            .wrongContent(reason: "expected 50004 bytes, found 50003")
        ),
        (
            "a cut gzip file", { file in .reply(status: 200, body: Array(file.gzip.dropLast(100))) },
            .wrongContent(reason: "what came is a damaged gzip file: it ends too early")
        ),
    ]

    @Test("the next mirror is asked on any failure", arguments: wrong.indices)
    func nextMirror(index: Int) throws {
        let (name, answer, expected) = Self.wrong[index]
        let file = file
        try withCache { cache in
            let run = try fetch(into: cache) { _ in answer(file) }
            #expect(run.error == nil, "\(name): \(String(describing: run.error))")
            #expect(run.events.failures == [expected], "\(name)")
            #expect(names(cache) == [gzipName], "\(name)")
        }
    }

    @Test("another data set's file under this name is refused")
    func otherContent() throws {
        let other = PlayedFile(.trainImages, seed: 2)
        try withCache { cache in
            let run = try fetch(into: cache, mirrors: ["first"]) { _ in .range(of: other.gzip) }
            let reason = "what came has the SHA-256 \(other.published.sha256)"
            #expect(run.events.failures == [.wrongContent(reason: reason)])
            // What is wrong does not become right by asking again.
            #expect(run.requests.count == 1)
            #expect(names(cache).isEmpty)
            #expect(run.error?.description.contains(reason) == true)
        }
    }

    @Test("redirects one after another come to an end")
    func endless() throws {
        try withCache { cache in
            let run = try fetch(into: cache, rules: .test(redirects: true)) { .redirect(to: $0.path + "x") }
            #expect(run.error == nil)
            #expect(run.events.failures == [.tooManyRedirects(limit: 5)])
            #expect(run.requests.count == 7)
        }
    }

    @Test("a few redirects are followed")
    func redirect() throws {
        try withCache { cache in
            let run = try fetch(into: cache, rules: .test(redirects: true), mirrors: ["first"]) { request in
                .redirect(to: request.path.replacing("/first/", with: "/second/"))
            }
            #expect(run.error == nil && run.events.failures.isEmpty)
        }
    }

    @Test("an error that may pass is worth another round, a bounded number of them")
    func rounds() throws {
        let gzip = file.gzip
        try withCache { cache in
            let run = try fetch(into: cache, mirrors: ["first"]) { request in
                request.earlier < 2 ? .reply(status: 503) : .range(of: gzip)
            }
            #expect(run.error == nil)
            #expect(run.events.failures == [.status(503), .status(503)])
        }
        try withCache { cache in
            let run = try fetch(into: cache, mirrors: ["first", "third"]) { _ in .reply(status: 500) }
            #expect(run.requests.count == 6)
            #expect(run.error?.attempts.map(\.failure) == [.status(500), .status(500)])
            #expect(names(cache).isEmpty)
        }
    }

    @Test("a transfer that was cut goes on where it stopped")
    func resumed() throws {
        let gzip = file.gzip
        try withCache { cache in
            let run = try fetch(into: cache, mirrors: ["first"]) {
                .range(of: gzip, sent: $0.offset > 0 ? nil : 20_000)
            }
            #expect(run.error == nil)
            #expect(run.requests.map(\.offset) == [0, 20_000])
        }
    }

    @Test("a later run goes on with what an earlier one left")
    func resumedLater() throws {
        let gzip = file.gzip
        try withCache { cache in
            let rules = TransferRules.test(pauses: [])
            let first = try fetch(into: cache, rules: rules, mirrors: ["first"]) { _ in .range(of: gzip, sent: 30_000) }
            #expect(first.error != nil)
            #expect(names(cache).count == 1 && names(cache).allSatisfy { $0.hasSuffix(".part") })
            let second = try fetch(into: cache, rules: rules, mirrors: ["first"]) { _ in .range(of: gzip) }
            #expect(second.error == nil)
            #expect(second.requests.map(\.offset) == [30_000])
            #expect(names(cache) == [gzipName])
        }
    }

    @Test("a server that can't go on begins anew; a beginning that belongs to another file is thrown away")
    func notResumable() throws {
        let (gzip, other) = (file.gzip, PlayedFile(.trainImages, seed: 3).gzip)
        let rules = TransferRules.test(pauses: [])
        try withCache { cache in
            _ = try fetch(into: cache, rules: rules, mirrors: ["first"]) { _ in .range(of: gzip, sent: 30_000) }
            let run = try fetch(into: cache, rules: rules, mirrors: ["first"]) { _ in .reply(status: 200, body: gzip) }
            #expect(run.error == nil && run.requests.count == 1)
        }
        try withCache { cache in
            _ = try fetch(into: cache, rules: rules, mirrors: ["first"]) { _ in .range(of: other, sent: 30_000) }
            let run = try fetch(into: cache, rules: rules, mirrors: ["first"]) { _ in .range(of: gzip) }
            #expect(run.error == nil)
            #expect(run.requests.map(\.offset) == [30_000, 0])
        }
    }

    @Test("a server that falls silent is left for the next one")
    func stalled() throws {
        let gzip = file.gzip
        try withCache { cache in
            let run = try fetch(into: cache) { _ in .stall(body: gzip, sent: 0, seconds: 6) }
            #expect(run.error == nil)
            #expect(run.events.failures == [.stalled(received: 0)])
        }
    }

    @Test("a host that can't be reached is asked once, and the error says how to do it by hand")
    func unreachable() throws {
        try withCache { cache in
            // A port on which nobody listens any more.
            let server = try LocalServer { _ in .reply(status: 500) }
            server.stop()
            let events = Events()
            let mirror = try server.address()
            let files = [file.published, PlayedFile(.testLabels, seed: 9).published]
            let downloader = Downloader(
                into: cache, from: Mirrors([.mnist: [mirror]]), rules: .test(), tell: events.tell)
            let error = try #require(downloader.fetch([(.mnist, files)])[.mnist])
            #expect(events.failures.count == 1)
            for file in files {
                #expect(error.description.contains(file.sha256))
                #expect(error.description.contains("\(mirror.absoluteString)\(file.name).gz"))
            }
            #expect(error.description.contains(cache.folder(of: .mnist).url.path))
        }
    }

    @Test("an address without HTTPS is not even called, unless tests allow it on this machine")
    func plain() throws {
        let gzip = file.gzip
        try withCache { cache in
            let run = try fetch(into: cache, rules: TransferRules()) { _ in .range(of: gzip) }
            #expect(run.events.failures == [.notEncrypted, .notEncrypted])
            #expect(run.requests.isEmpty)
        }
    }

    @Test("a file in the cache that does not verify is set aside and fetched again")
    func damaged() throws {
        let gzip = file.gzip
        try withCache { cache in
            let url = cache.folder(of: .mnist).url.appending(path: gzipName)
            var broken = gzip
            broken[1000] ^= 1
            try Files.write(broken, to: url)
            let run = try fetch(into: cache) { _ in .range(of: gzip) }
            #expect(run.error == nil)
            #expect(try Files.read(url) == gzip)
            let aside = try #require(run.events.setAside.first)
            #expect(try Files.read(aside) == broken)
        }
    }

    @Test("eight that start at once with an empty cache all succeed")
    func eight() throws {
        let files = DatasetFile.Part.allCases.map { PlayedFile($0, seed: $0.rawValue, size: 400_000) }
        let bodies = Dictionary(uniqueKeysWithValues: files.map { ("/\($0.published.name).gz", $0.gzip) })
        let server = try LocalServer { request in
            bodies[request.path].map { .range(of: $0) } ?? .reply(status: 404)
        }
        defer { server.stop() }
        let mirrors = Mirrors([.mnist: [try server.address()]])
        try withCache { cache in
            let failures = Parallel.map(8, threads: 8) { _ in
                Downloader(into: cache, from: mirrors, rules: .test()) { _ in }
                    .fetch([(.mnist, files.map(\.published))]).count
            }
            #expect(failures == [Int](repeating: 0, count: 8))
            #expect(names(cache) == files.map { $0.published.name + ".gz" }.sorted())
            for file in files { #expect(cache.state(of: file.published) != .absent) }
        }
    }

    @Test("a cache that can't be written is told, and nobody is called")
    func unwritable() throws {
        let gzip = file.gzip
        try withCache { outer in
            let blocked = outer.folder.appending(path: "file")
            try Files.write("not a folder", to: blocked)
            let run = try fetch(into: DataCache(folder: blocked)) { _ in .range(of: gzip) }
            #expect(run.error?.storage != nil)
            #expect(run.requests.isEmpty)
        }
    }
}
