import Platform
import Storage

/// The sockets at which a server is reached from this machine and from no other: 127.0.0.1, and `::1` where there is
/// one, both with the same port.
struct Loopback {
    let sockets: [Int32]
    let port: Int

    /// How many free ports of 127.0.0.1 are tried that somebody else has at `::1`.
    private static let attempts = 20

    /// - Parameter port: nil takes a free one.
    /// - Throws: ``PreviewError``.
    init(port wanted: Int?) throws(PreviewError) {
        for _ in 1..<Self.attempts {
            do {
                self = try Self(at: wanted ?? 0)
                return
            } catch {
                guard wanted == nil, case .portTaken = error else { throw error }
            }
        }
        self = try Self(at: 0)
    }

    private init(at wanted: Int) throws(PreviewError) {
        guard let number = UInt16(exactly: wanted) else {
            throw .noServer(step: "port \(wanted)", reason: "ports are numbers from 1 to 65535")
        }
        var four = sockaddr_in()
        four.sin_family = sa_family_t(AF_INET)
        four.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        four.sin_port = number.bigEndian
        let first = try Self.listen(AF_INET, at: &four, wanted)
        port = Int(UInt16(bigEndian: four.sin_port))
        var six = sockaddr_in6()
        six.sin6_family = sa_family_t(AF_INET6)
        six.sin6_addr = in6addr_loopback
        six.sin6_port = four.sin_port
        do {
            sockets = [first, try Self.listen(AF_INET6, at: &six, port)]
        } catch {
            guard case .noServer(_, let reason) = error, Self.hasNoSix(reason) else {
                close(first)
                throw error
            }
            sockets = [first]
        }
    }

    /// Whether a system says in this way that it has no IPv6.
    private static func hasNoSix(_ reason: StorageReason) -> Bool {
        [EAFNOSUPPORT, EADDRNOTAVAIL, EPROTONOSUPPORT, EPFNOSUPPORT].contains { $0 == reason.code }
    }

    /// - Parameter address: gets the port that the system has chosen.
    private static func listen<Address>(
        _ family: Int32, at address: inout Address, _ port: Int
    ) throws(PreviewError) -> Int32 {
        let socket = try SystemSocket.stream(family)
        // A port that a preview had a minute ago is free; one at which somebody listens is not.
        SystemSocket.set(SO_REUSEADDR, of: socket)
        var length = socklen_t(MemoryLayout<Address>.size)
        let isListening = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { name in
                #if canImport(Darwin)
                    name.pointee.sa_len = UInt8(length)
                #endif
                return bind(socket, name, length) == 0 && Platform.listen(socket, 128) == 0
                    && getsockname(socket, name, &length) == 0
            }
        }
        guard !isListening else { return socket }
        let reason = StorageReason.last
        close(socket)
        switch reason.code {
        case EADDRINUSE: throw .portTaken(port)
        case EACCES: throw .portReserved(port)
        default: throw .noServer(step: "port \(port)", reason: reason)
        }
    }
}
