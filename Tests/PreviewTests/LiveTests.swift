import Foundation
import Preview
import TestSupport
import Testing

@Suite("What open pages are told", .limited)
struct LiveTests {
    /// An event of a stream: its name and what it says.
    private struct Event: Equatable {
        let name: String
        let data: String

        init?(_ stream: Client) {
            guard let text = stream.read(through: "\n\n") else { return nil }
            let lines = text.split(separator: "\n")
            guard lines.count == 2, lines[0].hasPrefix("event: "), lines[1].hasPrefix("data: ") else { return nil }
            (name, data) = (String(lines[0].dropFirst(7)), String(lines[1].dropFirst(6)))
        }

        func value<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
            try JSONDecoder().decode(type, from: Data(data.utf8))
        }
    }

    private struct Greeting: Decodable {
        let server: String
        let count: Int
        let failure: Failure?
    }

    private struct Failure: Decodable, Equatable {
        let message: String
        let file: String?
        let line: Int?
    }

    private struct Changed: Decodable, Equatable {
        let paths: [String]
        let count: Int
    }

    @Test("each change, in its order, to every page")
    func changes() throws {
        let server = try PageServer.start(serving: Pages())
        defer { server.stop() }
        let streams = try (0..<10).map { _ in try server.stream() }
        for stream in streams { #expect(try #require(Event(stream)).value(Greeting.self).count == 0) }
        for number in 1...50 { server.announce(.changed(["en/\(number).html", "ñ \"\n\".png"])) }
        for stream in streams {
            for number in 1...50 {
                let event = try #require(Event(stream))
                #expect(event.name == "changed")
                let expected = Changed(paths: ["en/\(number).html", "ñ \"\n\".png"], count: number)
                #expect(try event.value() == expected)
            }
        }
    }

    @Test("what failed and where, to pages that are opened later as well, until it is mended")
    func failures() throws {
        let server = try PageServer.start(serving: Pages())
        defer { server.stop() }
        let first = try server.stream()
        #expect(try #require(Event(first)).value(Greeting.self).failure == nil)
        // Nothing to mend, and the same again: nothing to tell.
        server.announce(.mended)
        server.announce(.failed(message: "no slot “shar”;\ndid you mean share?", file: "edges.en.md", line: 12))
        server.announce(.failed(message: "no slot “shar”;\ndid you mean share?", file: "edges.en.md", line: 12))
        server.announce(.failed(message: "worse", file: nil, line: nil))
        let failed = try #require(Event(first))
        #expect(failed.name == "failed")
        let expected = Failure(message: "no slot “shar”;\ndid you mean share?", file: "edges.en.md", line: 12)
        #expect(try failed.value() == expected)
        let worse = Failure(message: "worse", file: nil, line: nil)
        #expect(try #require(Event(first)).value() == worse)
        let later = try server.stream()
        #expect(try #require(Event(later)).value(Greeting.self).failure == worse)
        server.announce(.mended)
        for stream in [first, later] { #expect(Event(stream)?.name == "mended") }
        #expect(try #require(Event(server.stream())).value(Greeting.self).failure == nil)
    }

    @Test("what is being done, until it is done or has failed, the same failure as before included")
    func work() throws {
        let server = try PageServer.start(serving: Pages())
        defer { server.stop() }
        let stream = try server.stream()
        _ = Event(stream)
        let failure = Announcement.failed(message: "no", file: nil, line: nil)
        for announcement in [
            .working("Building Edges.swift"), failure, .working("Again"), failure, .working("Last"), .mended,
        ] {
            server.announce(announcement)
        }
        let names = (0..<6).map { _ in Event(stream)?.name }
        #expect(names == ["working", "failed", "working", "failed", "working", "mended"])
    }

    @Test("another server says that it is another, and how often something has changed since its start")
    func greetings() throws {
        let (one, other) = (try PageServer.start(serving: Pages()), try PageServer.start(serving: Pages()))
        defer { for server in [one, other] { server.stop() } }
        one.announce(.changed([]))
        let greetings = try [one, one, other].map { try #require(Event($0.stream())).value(Greeting.self) }
        #expect(greetings.map(\.count) == [1, 1, 0])
        #expect(greetings[0].server == greetings[1].server)
        #expect(greetings[0].server != greetings[2].server)
    }

    @Test("pages that have gone are no burden, and announcements by many at once all arrive")
    func threads() throws {
        let server = try PageServer.start(serving: Pages())
        defer { server.stop() }
        for _ in 0..<10 { _ = try server.stream() }
        let stream = try server.stream()
        DispatchQueue.concurrentPerform(iterations: 100) { server.announce(.changed(["\($0)"])) }
        _ = Event(stream)
        var paths: Set<String> = []
        for number in 1...100 {
            let changed = try #require(Event(stream)).value(Changed.self)
            #expect(changed.count == number)
            paths.formUnion(changed.paths)
        }
        #expect(paths.count == 100)
    }
}
