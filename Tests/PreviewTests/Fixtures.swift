import Foundation
import Preview
import Testing

/// Pages by their paths; the others are not there.
struct Pages: PageSource {
    var contents: [String: PageContent] = [:]

    init(_ pages: [String: String] = ["index.html": "<!doctype html><head></head><p>Hello"]) {
        contents = pages.mapValues { PageContent(Array($0.utf8), type: .html) }
    }

    func content(at path: PagePath) -> PageContent? { contents[path.description] }
}

extension PageServer {
    /// What is answered to these bytes, sent at once.
    func answer(to request: String, host: String = "127.0.0.1") throws -> Reply {
        let client = try Client(port: port, host: host)
        client.send(request)
        return try #require(Reply(client.rest()), "no HTTP came back to: \(request.prefix(200))")
    }

    /// What is answered to a GET of a target.
    func get(_ target: String, method: String = "GET", fields: [String] = []) throws -> Reply {
        try answer(to: request(target, method: method, fields: fields))
    }

    func request(_ target: String, method: String = "GET", fields: [String] = []) -> String {
        let lines = ["\(method) \(target) HTTP/1.1", "Host: 127.0.0.1:\(port)"] + fields
        return lines.joined(separator: "\r\n") + "\r\n\r\n"
    }

    /// An open stream of events, of which the first has not been read.
    func stream() throws -> Client {
        let client = try Client(port: port)
        client.send(request("/.preview/events"))
        let head = try #require(client.read(through: "\r\n\r\n"))
        #expect(head.hasPrefix("HTTP/1.1 200 ") && head.contains("text/event-stream"))
        return client
    }
}
