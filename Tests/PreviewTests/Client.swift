import Foundation

/// A socket to a server of this machine that sends what it is told to, right or wrong.
final class Client: @unchecked Sendable {
    private let socket: Int32
    /// What one thread reads; others may send meanwhile.
    private var buffer: [UInt8] = []

    /// - Parameter host: 127.0.0.1 and the like, or `::1`.
    /// - Throws: where nobody listens.
    init(port: Int, host: String = "127.0.0.1") throws {
        #if canImport(Glibc)
            let stream = Int32(SOCK_STREAM.rawValue)
        #else
            let stream = SOCK_STREAM
        #endif
        let isSix = host.contains(":")
        socket = Foundation.socket(isSix ? AF_INET6 : AF_INET, stream, 0)
        // Whatever hangs here would hang the tests.
        var patience = timeval(tv_sec: 60, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        #if canImport(Darwin)
            var isOn: Int32 = 1
            setsockopt(socket, SOL_SOCKET, SO_NOSIGPIPE, &isOn, socklen_t(MemoryLayout<Int32>.size))
        #endif
        var isConnected = false
        if isSix {
            var address = sockaddr_in6()
            address.sin6_family = sa_family_t(AF_INET6)
            address.sin6_port = UInt16(port).bigEndian
            inet_pton(AF_INET6, host, &address.sin6_addr)
            isConnected = Self.connect(socket, to: &address)
        } else {
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = UInt16(port).bigEndian
            inet_pton(AF_INET, host, &address.sin_addr)
            isConnected = Self.connect(socket, to: &address)
        }
        // What is thrown from here on calls `deinit`, which closes the socket.
        guard isConnected else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    }

    deinit { close(socket) }

    private static func connect<Address>(_ socket: Int32, to address: inout Address) -> Bool {
        withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Foundation.connect(socket, $0, socklen_t(MemoryLayout<Address>.size)) == 0
            }
        }
    }

    /// Whether this machine has the loopback address of IPv6.
    static var hasSix: Bool {
        #if canImport(Glibc)
            let stream = Int32(SOCK_STREAM.rawValue)
        #else
            let stream = SOCK_STREAM
        #endif
        let socket = Foundation.socket(AF_INET6, stream, 0)
        defer { close(socket) }
        var address = sockaddr_in6()
        address.sin6_family = sa_family_t(AF_INET6)
        address.sin6_addr = in6addr_loopback
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, socklen_t(MemoryLayout<sockaddr_in6>.size)) == 0
            }
        }
    }

    func send(_ text: String) { send(Array(text.utf8)) }

    /// Sends until all is sent or the server takes no more.
    func send(_ bytes: [UInt8]) {
        var done = 0
        while done < bytes.count {
            #if canImport(Glibc)
                let flags = Int32(MSG_NOSIGNAL)
            #else
                let flags: Int32 = 0
            #endif
            let put = bytes[done...].withUnsafeBytes { Foundation.send(socket, $0.baseAddress, $0.count, flags) }
            guard put > 0 else { return }
            done += put
        }
    }

    /// Says that nothing more will come.
    func finish() { shutdown(socket, Int32(SHUT_WR)) }

    /// All until the server ends the connection.
    func rest() -> [UInt8] {
        while more() {}
        defer { buffer = [] }
        return buffer
    }

    /// All up to a text and with it; nil where the connection ends before.
    func read(through text: String) -> String? {
        let sought = Array(text.utf8)
        while true {
            if let end = buffer.indices.first(where: { buffer[$0...].starts(with: sought) }) {
                defer { buffer.removeFirst(end + sought.count) }
                return String(decoding: buffer[..<(end + sought.count)], as: UTF8.self)
            }
            guard more() else { return nil }
        }
    }

    private func more() -> Bool {
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        let got = recv(socket, &bytes, bytes.count, 0)
        if got > 0 { buffer += bytes[..<got] }
        return got > 0
    }
}

/// An answer, taken apart.
struct Reply {
    let status: Int
    let fields: [String: String]
    let body: [UInt8]

    var text: String { String(decoding: body, as: UTF8.self) }

    /// - Returns: nil for what is no HTTP.
    init?(_ bytes: [UInt8]) {
        let end = Array("\r\n\r\n".utf8)
        guard let head = bytes.indices.first(where: { bytes[$0...].starts(with: end) }) else { return nil }
        let lines = String(decoding: bytes[..<head], as: UTF8.self).components(separatedBy: "\r\n")
        let words = lines[0].split(separator: " ")
        guard words.first == "HTTP/1.1", words.count > 1, let status = Int(words[1]) else { return nil }
        self.status = status
        var fields: [String: String] = [:]
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { return nil }
            fields[line[..<colon].lowercased()] = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
        }
        self.fields = fields
        body = Array(bytes[(head + 4)...])
    }
}
