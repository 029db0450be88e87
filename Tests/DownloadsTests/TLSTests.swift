import Datasets
import Downloads
import Foundation
import Storage
import TestSupport
import Testing

@Suite(
    "Downloads over TLS", .limited,
    .enabled(if: TLSServer.isPossible, "openssl makes the server's certificate, and python3 is the server"))
struct TLSTests {
    private let file = PlayedFile(.trainImages)

    /// Fetches the file from two servers, one after the other, each with its own certificate.
    private func fetch(
        from paths: (first: String, second: String) = ("files", "files"),
        trusting choice: (_ first: URL, _ second: URL) -> URL?
    ) throws -> (error: FetchError?, failures: [TransferFailure], isThere: Bool) {
        let gzip = file.gzip
        var result: (FetchError?, [TransferFailure], Bool)?
        try withCache { cache in
            let served = cache.folder.appending(path: "served")
            try Files.write(gzip, to: served.appending(path: file.published.name + ".gz"))
            let first = try TLSServer(serving: served, work: cache.folder.appending(path: "1"))
            defer { first.stop() }
            let second = try TLSServer(serving: served, work: cache.folder.appending(path: "2"))
            defer { second.stop() }
            var rules = TransferRules()
            rules.pauses = []
            rules.certificates = choice(first.certificate, second.certificate)?.path
            let events = Events()
            let mirrors = Mirrors([.mnist: [try first.address(paths.first), try second.address(paths.second)]])
            let failures = Downloader(into: cache, from: mirrors, rules: rules, tell: events.tell)
                .fetch([(.mnist, [file.published])])
            result = (failures[.mnist], events.failures, cache.state(of: file.published) != .absent)
        }
        return try #require(result)
    }

    private func isUntrusted(_ failure: TransferFailure?) -> Bool {
        if case .untrusted = failure { true } else { false }
    }

    @Test("a certificate that nobody trusts ends the transfer, and the next mirror is asked")
    func nextMirror() throws {
        let run = try fetch { $1 }
        #expect(run.error == nil && run.isThere)
        #expect(run.failures.count == 1 && isUntrusted(run.failures.first), "\(run.failures)")
    }

    @Test("where no mirror is trusted, each is named with its reason and what to do")
    func untrusted() throws {
        let run = try fetch { _, _ in nil }
        let text = try #require(run.error).description
        #expect(run.failures.count == 2 && run.failures.allSatisfy(isUntrusted) && !run.isThere)
        #expect(text.components(separatedBy: "https://127.0.0.1:").count > 2 && text.contains("certificate"))
        #expect(text.contains("CURL_CA_BUNDLE") && text.contains("By hand: put these files"))
    }

    @Test("a trusted certificate is enough, and no other address is asked")
    func trusted() throws {
        let run = try fetch { first, _ in first }
        #expect(run.error == nil && run.isThere && run.failures.isEmpty, "\(run.failures)")
    }

    @Test("a file of authorities that is not there is an error that names it")
    func noAuthorities() throws {
        let run = try fetch { _, _ in URL(filePath: "/nowhere/authorities.pem") }
        #expect(try #require(run.error).description.contains("/nowhere/authorities.pem"))
    }

    @Test("a redirect from HTTPS to plain HTTP is not followed")
    func redirect() throws {
        let run = try fetch(from: ("redirect", "redirect")) { first, _ in first }
        #expect(run.failures.first == .notEncrypted && !run.isThere, "\(run.failures)")
    }

    @Test("authorities are named by the variables that curl and OpenSSL read, curl's first")
    func variables() {
        #expect(TransferRules().certificates == nil)
        #expect(TransferRules(environment: ["SSL_CERT_FILE": "a", "CURL_CA_BUNDLE": ""]).certificates == "a")
        #expect(TransferRules(environment: ["SSL_CERT_FILE": "a", "CURL_CA_BUNDLE": "b"]).certificates == "b")
    }
}
