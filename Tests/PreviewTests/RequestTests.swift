import Preview
import TestSupport
import Testing

@Suite("What is a request for a page, and what is not", .limited)
struct RequestTests {
    /// For all tests of the suite, and as long as they run.
    private static let shared = Result { try PageServer.start(serving: Pages()) }
    private let server: PageServer

    init() throws { server = try Self.shared.get() }

    @Test("a page is served with its type, is never kept, and is nothing to foreign pages")
    func page() throws {
        let reply = try server.get("/")
        #expect(reply.status == 200)
        #expect(reply.text.contains("<p>Hello"))
        #expect(reply.fields["content-type"] == "text/html; charset=utf-8")
        #expect(reply.fields["content-length"] == "\(reply.body.count)")
        #expect(reply.fields["cache-control"] == "no-store")
        #expect(reply.fields["x-content-type-options"] == "nosniff")
        #expect(reply.fields["cross-origin-resource-policy"] == "same-origin")
        #expect(reply.fields["connection"] == "close")
        #expect(reply.fields["access-control-allow-origin"] == nil)
    }

    @Test("HEAD tells the same, without the page")
    func head() throws {
        let (page, head) = (try server.get("/"), try server.get("/", method: "HEAD"))
        #expect(head.status == 200)
        #expect(head.fields == page.fields)
        #expect(head.body.isEmpty)
    }

    @Test("nothing can be written", arguments: ["POST", "PUT", "DELETE", "OPTIONS", "CONNECT", "TRACE", "get", "X"])
    func methods(method: String) throws {
        let reply = try server.get("/", method: method)
        #expect(reply.status == 405)
        #expect(reply.fields["allow"] == "GET, HEAD")
    }

    @Test(
        "a body is not read",
        arguments: ["Content-Length: 3", "Content-Length: -1", "Content-Length: 0, 3", "Transfer-Encoding: chunked"])
    func bodies(field: String) throws {
        #expect(try server.answer(to: server.request("/", fields: [field]) + "abc").status == 413)
    }

    @Test(
        "what two readers could understand in two ways is refused",
        arguments: [
            ("GET / HTTP/1.1\nHost: HOST\n\r\n\r\n", 400), ("GET / HTTP/1.1\r\nHost: HOST\n\r\n\r\n", 400),
            ("GET  / HTTP/1.1\r\nHost: HOST\r\n\r\n", 400), ("GET /\r\nHost: HOST\r\n\r\n", 400),
            (" GET / HTTP/1.1\r\nHost: HOST\r\n\r\n", 400), ("\r\nGET / HTTP/1.1\r\nHost: HOST\r\n\r\n", 400),
            ("GET / HTTP/1.1 \r\nHost: HOST\r\n\r\n", 400), ("GET\t/\tHTTP/1.1\r\nHost: HOST\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\nHost : HOST\r\n\r\n", 400), ("GET / HTTP/1.1\r\n Host: HOST\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\nHost: HOST\r\nA: b\r\n c\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\nHost: HOST\r\n: b\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\nHost: HOST\r\nA: b\u{0}c\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\nHost: HOST\r\nA: b\rc\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\nHost: HOST\r\nA\r\n\r\n", 400), ("GET /ñ HTTP/1.1\r\nHost: HOST\r\n\r\n", 400),
            ("GET https://HOST/ HTTP/1.1\r\nHost: HOST\r\n\r\n", 400), ("GET * HTTP/1.1\r\nHost: HOST\r\n\r\n", 400),
            ("GET / GOPHER/1\r\nHost: HOST\r\n\r\n", 400), ("GET / HTTP/1.0\r\nHost: HOST\r\n\r\n", 505),
            ("GET / HTTP/2.0\r\nHost: HOST\r\n\r\n", 505), ("\u{16}\u{3}\u{1}\u{2}\u{0}\r\n\r\n", 400),
        ])
    func strictness(request: String, status: Int) throws {
        #expect(try server.answer(to: request.replacing("HOST", with: "127.0.0.1:\(server.port)")).status == status)
    }

    @Test(
        "an address with the host before it is taken, as RFC 9112 has it (absolute-form)",
        arguments: ["http://HOST/", "http://HOST", "HTTP://HOST/index.html", "http://HOST?theme=dark"])
    func absolute(address: String) throws {
        let reply = try server.get(address.replacing("HOST", with: "127.0.0.1:\(server.port)"))
        #expect(reply.status == 200 && reply.text.contains("<p>Hello"), "\(reply.status)")
    }

    @Test(
        "but not with another host than the field Host has, nor one that leads upwards",
        arguments: [
            ("http://evil.example/", 400), ("http://evil.example@HOST/", 400), ("http://HOST.evil.example/", 400),
            ("http://localhost:PORT/", 400), ("http:///", 400), ("http://", 400), ("http:/HOST/", 400),
            ("ftp://HOST/", 400), ("HOST/", 400), ("http://HOST/../secret.txt", 403), ("http://HOST/nothing.html", 404),
        ])
    func absoluteElsewhere(address: String, status: Int) throws {
        let target = address.replacing("HOST", with: "127.0.0.1:\(server.port)")
            .replacing("PORT", with: "\(server.port)")
        #expect(try server.get(target).status == status)
    }

    @Test("sizes have limits: the head, its fields, the address, a name in it, how deep it goes")
    func sizes() throws {
        let long = String(repeating: "a", count: 20_000)
        #expect(try server.get("/", fields: ["A: \(long)"]).status == 431)
        #expect(try server.get("/", fields: Array(repeating: "A: b", count: 200)).status == 431)
        #expect(try server.get("/" + long.prefix(3_000)).status == 414)
        #expect(try server.get("/" + long.prefix(256)).status == 414)
        #expect(try server.get(String(repeating: "/a", count: 100)).status == 414)
        #expect(try server.get("/" + long.prefix(255)).status == 404)
    }

    @Test("a head without an end is refused as soon as it is too long, not when it ends")
    func endless() throws {
        let client = try Client(port: server.port)
        client.send("GET / HTTP/1.1\r\nA: " + String(repeating: "a", count: 40_000))
        #expect(Reply(client.rest())?.status == 431)
    }

    @Test("a refusal is a short text that says why")
    func sentence() throws {
        let reply = try server.get("/nothing.html")
        #expect(reply.status == 404)
        #expect(reply.fields["content-type"] == "text/plain; charset=utf-8")
        #expect(reply.text == "There is nothing at nothing.html.\n")
        #expect(reply.fields["cache-control"] == "no-store")
    }

    @Test("who waits for a page that is not there gets one that becomes it, and says so without markup of the asker's")
    func waiting() throws {
        let reply = try server.get("/%3Cb%3E.html", fields: ["Accept: text/html,*/*"])
        #expect(reply.status == 404)
        #expect(reply.fields["content-type"] == "text/html; charset=utf-8")
        #expect(reply.text.contains("src=\"/.preview/live.js\""))
        #expect(reply.text.contains("&lt;b>.html"))
    }

    @Test("what a source can't give is told, with the source's words")
    func failing() throws {
        struct Broken: PageSource {
            struct Reason: Error, CustomStringConvertible { let description = "edges.md:3: no such slot" }
            func content(at path: PagePath) throws -> PageContent? { throw Reason() }
        }
        let server = try PageServer.start(serving: Broken())
        defer { server.stop() }
        let reply = try server.get("/en/edges.html")
        #expect(reply.status == 500)
        #expect(reply.text == "en/edges.html can't be shown: edges.md:3: no such slot\n")
    }
}
