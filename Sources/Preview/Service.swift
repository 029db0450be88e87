import Platform
import Storage
import Threads

/// What the threads of a server share: it answers connections, each on a thread of its own.
final class Service: Sendable {
    let announcements = Announcements()
    private let stop: Alarm
    private let source: any PageSource
    private let gate: Gate
    private let limits: PageServer.Limits
    private let guests: Guests
    private let nonce = LiveScript.nonce()

    init(_ source: any PageSource, port: Int, limits: PageServer.Limits) throws(PreviewError) {
        stop = try Alarm()
        (self.source, self.limits) = (source, limits)
        // One more for the thread that listens.
        (gate, guests) = (Gate(port: port), Guests(most: limits.connections + 1))
    }

    /// Takes connections at these sockets, on a thread of its own, until ``end()``; closes them then.
    func listen(at sockets: [Int32]) throws(PreviewError) {
        let isStarted = guests.start { [self] in
            defer { for socket in sockets { close(socket) } }
            while true {
                var watched = ([stop.descriptor] + sockets).map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
                let count = poll(&watched, nfds_t(watched.count), -1)
                guard count > 0 else { continue }
                guard watched[0].revents == 0 else { return }
                for stream in watched where stream.revents != 0 { accept(stream.fd) }
            }
        }
        guard !isStarted else { return }
        for socket in sockets { close(socket) }
        throw .noServer(step: "a thread", reason: StorageReason(code: EAGAIN))
    }

    /// Ends all connections and waits until no thread is left.
    func end() {
        stop.ring()
        guests.waitForAll()
    }

    private func accept(_ listening: Int32) {
        let accepted = Platform.accept(listening, nil, nil)
        guard accepted >= 0, let socket = try? SystemSocket.prepared(accepted, "a connection") else {
            // The client has gone, or there are no descriptors: then it's not to be asked again without a pause.
            return BackgroundThread.sleep(seconds: 0.005)
        }
        let connection = Connection(socket: socket, stop: stop)
        guard guests.start({ [self] in serve(connection) }) else {
            let busy = Response(Refusal(.busy, "Too many connections are open; close some pages."))
            try? connection.send(busy.bytes(isHead: false), until: .now)
            return connection.close(within: .zero)
        }
    }

    private func serve(_ connection: Connection) {
        let reader = RequestReader(longestHead: limits.head, patience: limits.patience)
        var isHead = false
        do {
            guard let head = try reader.head(from: connection) else { return connection.close(within: .zero) }
            isHead = head.method == .head
            try answer(head, on: connection)
        } catch let refusal as Refusal {
            reply(Response(refusal), isHead: isHead, on: connection)
        } catch {
            // The client has gone, or takes nothing: there is nobody to tell.
        }
        connection.close(within: min(limits.patience, .seconds(1)))
    }

    private func answer(_ head: RequestHead, on connection: Connection) throws {
        let host = try gate.admit(head)
        if head.target == LiveScript.events, head.method == .get { return try stream(to: connection) }
        let isHead = head.method == .head
        if let script = LiveScript.file(at: head.target) {
            return reply(Response(script, type: .script), isHead: isHead, on: connection)
        }
        let path = try PagePath(target: head.target)
        let response: Response
        do {
            if let content = try source.content(at: path) {
                response = self.response(content, host: host)
            } else {
                response = failure(Refusal(.notFound, "There is nothing at \(path)."), head, host)
            }
        } catch {
            response = failure(Refusal(.sourceFailed, "\(path) can't be shown: \(error)"), head, host)
        }
        reply(response, isHead: isHead, on: connection)
    }

    private func response(_ content: PageContent, host: String) -> Response {
        let version = SHA256.hex(of: content.bytes)
        guard content.type == .html else { return Response(content.bytes, type: content.type, version: version) }
        let page = LivePage(content.bytes, version: version, host: host, nonce: nonce)
        return Response(page.bytes, type: .html, version: version)
    }

    /// Where a reader waits for a page, he gets one that becomes it as soon as it is there.
    private func failure(_ refusal: Refusal, _ head: RequestHead, _ host: String) -> Response {
        guard head.values(of: "accept").contains(where: { $0.contains("text/html") }) else { return Response(refusal) }
        let text =
            "<!doctype html><html lang=\"en\"><head><title>\(refusal.status.phrase)</title></head>"
            + "<body><p>\(HTMLTag.escaped(refusal.sentence))</p></body></html>\n"
        return Response(refusal, page: LivePage(Array(text.utf8), version: "", host: host, nonce: nonce).bytes)
    }

    private func reply(_ response: Response, isHead: Bool, on connection: Connection) {
        // A client that hangs up in the middle has what it wanted.
        try? connection.send(response.bytes(isHead: isHead), until: .now + limits.patience)
    }

    /// Sends what is announced until the client goes or the server ends.
    private func stream(to connection: Connection) throws {
        let subscription = try announcements.subscribe()
        defer { announcements.end(subscription) }
        try connection.send(Response.eventStream, until: .now + limits.patience)
        while true {
            switch connection.wait(for: POLLIN, until: .now + limits.pulse, or: subscription.alarm) {
            case .rung:
                for message in subscription.take() {
                    try connection.send(Array(message.utf8), until: .now + limits.patience)
                }
            // A comment, by which a client that has gone without a word is found.
            case .late: try connection.send(Array(": still here\n\n".utf8), until: .now + limits.patience)
            // A client has nothing to say here: it has hung up.
            case .ready, .stopped: return
            }
        }
    }
}
