import Foundation
import Preview
import TestSupport
import Testing
import Threads

@Suite("Clients that take their time, many of them, and the end of the server", .limited)
struct ConnectionTests {
    /// With less patience than people get, and enough for a busy machine.
    private func hasty(connections: Int = 64, pulse: Duration = .seconds(15)) -> PageServer.Limits {
        var limits = PageServer.Limits()
        (limits.patience, limits.connections, limits.pulse) = (.milliseconds(300), connections, pulse)
        return limits
    }

    @Test("half a request is refused when its time is over, however often something comes")
    func slow() throws {
        let server = try PageServer.start(serving: Pages(), limits: hasty())
        defer { server.stop() }
        let client = try Client(port: server.port)
        client.send("GET / HTTP/1.1\r\n")
        let sender = Thread {
            for _ in 0..<200 {
                client.send("A: b\r\n")
                Thread.sleep(forTimeInterval: 0.02)
            }
        }
        sender.start()
        #expect(Reply(client.rest())?.status == 408)
    }

    @Test("half a request that ends is refused; a connection without one just ends")
    func half() throws {
        let server = try PageServer.start(serving: Pages(), limits: hasty())
        defer { server.stop() }
        let half = try Client(port: server.port)
        half.send("GET / HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\n")
        half.finish()
        #expect(Reply(half.rest())?.status == 400)
        let silent = try Client(port: server.port)
        silent.finish()
        #expect(silent.rest() == [])
        #expect(try Client(port: server.port).rest() == [])
    }

    @Test("a request that comes letter by letter is a request")
    func letters() throws {
        let server = try PageServer.start(serving: Pages())
        defer { server.stop() }
        let client = try Client(port: server.port)
        for byte in server.request("/").utf8 { client.send([byte]) }
        #expect(Reply(client.rest())?.status == 200)
    }

    @Test("whoever takes nothing of a long answer loses it, and all others get theirs")
    func deaf() throws {
        var pages = Pages()
        pages.contents["long.txt"] = PageContent([UInt8](repeating: 97, count: 64 << 20), type: .plain)
        let server = try PageServer.start(serving: pages, limits: hasty(connections: 1))
        defer { server.stop() }
        let client = try Client(port: server.port)
        client.send(server.request("/long.txt"))
        // The one place is free again once the server has given up.
        while try server.get("/").status == 503 { Thread.sleep(forTimeInterval: 0.02) }
        let got = client.rest().count
        #expect(got < 64 << 20)
    }

    @Test("many at once, each with an answer of its own")
    func many() throws {
        var pages = Pages()
        for number in 0..<200 {
            pages.contents["\(number).txt"] = PageContent(Array("\(number)".utf8), type: .plain)
        }
        let server = try PageServer.start(serving: pages)
        defer { server.stop() }
        let answers = try Parallel.map(200, threads: 16) { number in try server.get("/\(number).txt").text }
        #expect(answers == (0..<200).map(String.init))
    }

    @Test("more connections than are allowed are told so, and get in once others have gone")
    func crowd() throws {
        let server = try PageServer.start(serving: Pages(), limits: hasty(connections: 4))
        defer { server.stop() }
        var streams = try (0..<4).map { _ in try server.stream() }
        #expect(try server.get("/").status == 503)
        streams.removeLast()
        var status = 503
        while status == 503 {
            Thread.sleep(forTimeInterval: 0.01)
            status = try server.get("/").status
        }
        #expect(status == 200)
    }

    @Test("the end closes all connections and gives the port back, even while a child goes on that was started before")
    func end() throws {
        // Once the port is free, another test may be faster to take it.
        for attempt in 1... {
            let server = try PageServer.start(serving: Pages())
            let (stream, idle) = (try server.stream(), try Client(port: server.port))
            let child = Process()
            child.executableURL = URL(filePath: "/bin/sleep")
            child.arguments = ["60"]
            try child.run()
            defer { kill(child.processIdentifier, SIGKILL) }
            server.stop()
            _ = stream.rest()
            #expect(idle.rest() == [])
            do {
                let next = try PageServer.start(serving: Pages(), port: server.port)
                defer { next.stop() }
                #expect(try next.get("/").status == 200)
                return
            } catch PreviewError.portTaken where attempt < 5 {}
        }
    }

    @Test("a port that is taken is named, and what to do")
    func taken() throws {
        let server = try PageServer.start(serving: Pages())
        defer { server.stop() }
        let error = caught(PreviewError.self) { try PageServer.start(serving: Pages(), port: server.port) }
        #expect(error == .portTaken(server.port))
        #expect(error?.description.contains("name another port") == true)
        #expect(server.address == "http://127.0.0.1:\(server.port)/")
        for port in [-1, 65_536] {
            #expect(caught(PreviewError.self) { try PageServer.start(serving: Pages(), port: port) } != nil)
        }
    }

    @Test("many servers at once, each with a port of its own")
    func servers() throws {
        let servers = try (0..<20).map { _ in try PageServer.start(serving: Pages()) }
        defer { for server in servers { server.stop() } }
        #expect(Set(servers.map(\.port)).count == 20)
        for server in servers { #expect(try server.get("/").status == 200) }
    }

    @Test("a stream in which nothing happens still gives signs of life")
    func pulse() throws {
        let server = try PageServer.start(serving: Pages(), limits: hasty(pulse: .milliseconds(20)))
        defer { server.stop() }
        let stream = try server.stream()
        for _ in 0..<3 { #expect(stream.read(through: ": still here\n\n") != nil) }
    }
}
