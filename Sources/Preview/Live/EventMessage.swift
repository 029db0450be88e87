import Platform

/// An event as the stream has it (HTML Living Standard, “Server-sent events”): a name, and JSON on one line.
enum EventMessage {
    /// What is told first. `server` is another for each start of a server; `count` is how often something has changed.
    struct Greeting: Encodable {
        var server: String
        var count: Int
        var failure: Failure?
    }

    struct Failure: Encodable, Equatable {
        var message: String
        var file: String?
        var line: Int?
    }

    struct Changed: Encodable {
        var paths: [String]
        var count: Int
    }

    struct Work: Encodable {
        var message: String
    }

    struct Nothing: Encodable {}

    static func text(_ name: String, _ data: some Encodable) -> String {
        guard let json = try? JSONEncoder().encode(data) else { preconditionFailure("texts and counts are JSON") }
        return "event: \(name)\ndata: \(String(decoding: json, as: UTF8.self))\n\n"
    }
}
