import Foundation
import Synchronization

/// What the server does with a request.
enum Answer: Sendable {
    /// Status, header lines and a body of which so many bytes are really sent before the connection closes.
    case reply(status: Int, headers: [String] = [], body: [UInt8] = [], sent: Int? = nil)
    /// The body from the byte that was asked for, with 206; the whole of it with 200 where none was.
    case range(of: [UInt8], sent: Int? = nil)
    /// Some bytes of the body, then silence for so many seconds.
    case stall(body: [UInt8], sent: Int, seconds: Double)

    static func redirect(to address: String) -> Answer { .reply(status: 302, headers: ["Location: \(address)"]) }
}

/// An HTTP server on the loopback interface that misbehaves as it is told.
final class LocalServer: Sendable {
    struct Request: Sendable {
        /// Such as `/mnist/train-images-idx3-ubyte.gz`.
        let path: String
        /// The first byte that was asked for.
        let offset: Int
        /// How many requests for this path came before.
        let earlier: Int
    }

    let port: Int
    private let socket: Int32
    private let seen = Mutex<[(path: String, offset: Int)]>([])
    private let answer: @Sendable (Request) -> Answer

    /// The requests so far.
    var requests: [(path: String, offset: Int)] { seen.withLock { $0 } }

    /// - Throws: where no port is free.
    init(_ answer: @escaping @Sendable (Request) -> Answer) throws {
        #if canImport(Glibc)
            let stream = Int32(SOCK_STREAM.rawValue)
        #else
            let stream = SOCK_STREAM
        #endif
        let socket = Foundation.socket(AF_INET, stream, 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { name in
                bind(socket, name, length) == 0 && listen(socket, 64) == 0 && getsockname(socket, name, &length) == 0
            }
        }
        guard isBound else { throw POSIXError(.EADDRINUSE) }
        self.socket = socket
        self.answer = answer
        port = Int(UInt16(bigEndian: address.sin_port))
        let thread = Thread { [self] in
            while true {
                let connection = accept(socket, nil, nil)
                guard connection >= 0 else { return }
                let worker = Thread { self.serve(connection) }
                worker.start()
            }
        }
        thread.start()
    }

    /// A folder of the server, as a mirror has one.
    func address(_ folder: String = "") throws -> URL {
        guard let url = URL(string: "http://127.0.0.1:\(port)/\(folder)") else { throw POSIXError(.EINVAL) }
        return url
    }

    func stop() {
        shutdown(socket, Int32(SHUT_RDWR))
        close(socket)
    }

    private func serve(_ connection: Int32) {
        defer { close(connection) }
        #if canImport(Darwin)
            // Whoever hangs up must not end the tests; Linux is told with each message.
            var isOn: Int32 = 1
            setsockopt(connection, SOL_SOCKET, SO_NOSIGPIPE, &isOn, socklen_t(MemoryLayout<Int32>.size))
        #endif
        var head: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while !String(decoding: head, as: UTF8.self).contains("\r\n\r\n") {
            let got = recv(connection, &buffer, buffer.count, 0)
            guard got > 0 else { return }
            head += buffer[..<got]
        }
        let lines = String(decoding: head, as: UTF8.self).split(separator: "\r\n")
        let path = String(lines.first?.split(separator: " ").dropFirst().first ?? "")
        let range = lines.first { $0.lowercased().hasPrefix("range: bytes=") }
        let offset = range.flatMap { Int($0.dropFirst(13).prefix { $0.isNumber }) } ?? 0
        let earlier = seen.withLock { seen in
            defer { seen.append((path, offset)) }
            return seen.count { $0.path == path }
        }
        send(answer(Request(path: path, offset: offset, earlier: earlier)), from: offset, to: connection)
    }

    private func send(_ answer: Answer, from offset: Int, to connection: Int32) {
        switch answer {
        case .reply(let status, let headers, let body, let sent):
            send(status, headers, body, sent ?? body.count, to: connection)
        case .range(let body, let sent):
            let rest = Array(body.dropFirst(offset))
            let headers = offset > 0 ? ["Content-Range: bytes \(offset)-\(body.count - 1)/\(body.count)"] : []
            send(offset > 0 ? 206 : 200, headers, rest, sent ?? rest.count, to: connection)
        case .stall(let body, let sent, let seconds):
            send(200, [], body, sent, to: connection)
            Thread.sleep(forTimeInterval: seconds)
        }
    }

    private func send(_ status: Int, _ headers: [String], _ body: [UInt8], _ sent: Int, to connection: Int32) {
        let lines = ["HTTP/1.1 \(status) X", "Content-Length: \(body.count)", "Connection: close"] + headers
        let bytes = Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body.prefix(sent)
        var done = 0
        while done < bytes.count {
            #if canImport(Glibc)
                let flags = Int32(MSG_NOSIGNAL)
            #else
                let flags: Int32 = 0
            #endif
            let put = bytes.withUnsafeBytes {
                Foundation.send(connection, $0.baseAddress.map { $0 + done }, bytes.count - done, flags)
            }
            guard put > 0 else { return }
            done += put
        }
    }
}
