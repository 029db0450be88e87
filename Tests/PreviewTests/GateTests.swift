import Preview
import TestSupport
import Testing

@Suite("Who may ask", .limited)
struct GateTests {
    /// For all tests of the suite, and as long as they run.
    private static let shared = Result { try PageServer.start(serving: Pages()) }
    private let server: PageServer

    init() throws { server = try Self.shared.get() }

    private func status(_ lines: String..., target: String = "/") throws -> Int {
        let lines = lines.map { $0.replacing("PORT", with: "\(server.port)") }
        return try server.answer(to: (["GET \(target) HTTP/1.1"] + lines).joined(separator: "\r\n") + "\r\n\r\n").status
    }

    @Test(
        "whoever asks by this server's names",
        arguments: ["localhost:PORT", "127.0.0.1:PORT", "[::1]:PORT", "LocalHost:PORT"])
    func names(host: String) throws {
        #expect(try status("Host: \(host)") == 200)
        #expect(try status("Host: \(host)", "Origin: http://\(host)") == 200)
    }

    @Test(
        "nobody who has made another name lead here (DNS rebinding)",
        arguments: [
            "evil.example", "evil.example:PORT", "localhost", "127.0.0.1", "127.0.0.1:1", "localhost:PORT.evil.example",
            "127.0.0.1.evil.example:PORT", "evil.example@127.0.0.1:PORT", "localhost.:PORT", "0.0.0.0:PORT",
            "127.1:PORT", "2130706433:PORT", "[::ffff:127.0.0.1]:PORT", "127.0.0.1:PORT, evil.example",
            "http://127.0.0.1:PORT", "127.0.0.1:0PORT", "",
        ], ["/", "/.preview/events", "/.preview/live.js", "/nothing.html"])
    func rebinding(host: String, target: String) throws {
        #expect(try status("Host: \(host)", target: target) == 421)
    }

    @Test("nobody who names no host, or two")
    func number() throws {
        #expect(try status("Accept: */*") == 400)
        #expect(try status("Host: 127.0.0.1:PORT", "Host: 127.0.0.1:PORT") == 400)
        #expect(try status("Host: 127.0.0.1:PORT", "Host: evil.example") == 400)
    }

    @Test(
        "no page of somebody else's",
        arguments: [
            "http://evil.example", "null", "https://127.0.0.1:PORT", "http://127.0.0.1", "http://127.0.0.1:1",
            "http://localhost:3000", "file://", "", "http://127.0.0.1:PORT.evil.example", "http://127.0.0.1:PORT0",
            "http://127.0.0.1:PORT@evil.example", "http://127.0.0.1:PORT/", "http://localhost:PORT.evil.example",
            "http://evil.example?http://127.0.0.1:PORT", " http://evil.example http://127.0.0.1:PORT",
        ], ["/", "/.preview/events"])
    func origins(origin: String, target: String) throws {
        #expect(try status("Host: 127.0.0.1:PORT", "Origin: \(origin)", target: target) == 403)
    }

    @Test("no picture or frame in a foreign page, but a link that somebody follows")
    func sites() throws {
        let host = "Host: 127.0.0.1:PORT"
        for site in ["cross-site", "same-site"] {
            let field = "Sec-Fetch-Site: \(site)"
            #expect(try status(host, field, "Sec-Fetch-Mode: no-cors", "Sec-Fetch-Dest: image") == 403)
            #expect(try status(host, field, "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: iframe") == 403)
            #expect(try status(host, field, "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document") == 200)
        }
        for site in ["same-origin", "none"] {
            #expect(try status(host, "Sec-Fetch-Site: \(site)", "Sec-Fetch-Mode: cors") == 200)
        }
    }

    @Test("this machine alone, by both of its loopback addresses")
    func addresses() throws {
        let host = "Host: 127.0.0.1:\(server.port)"
        if Client.hasSix {
            #expect(try server.answer(to: "GET / HTTP/1.1\r\n\(host)\r\n\r\n", host: "::1").status == 200)
        }
        // Another address of this machine: a server that listens everywhere would answer. macOS has none but the first.
        #expect(throws: (any Error).self) { try Client(port: server.port, host: "127.0.0.2") }
    }
}
