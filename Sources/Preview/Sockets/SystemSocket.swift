import Platform
import Storage

/// What differs between systems, and what every descriptor of a server gets: calls that never block, and no life in
/// programs that this one starts (a compiler that kept the port would keep it from the next preview).
enum SystemSocket {
    /// A socket for streams of an address family.
    static func stream(_ family: Int32) throws(PreviewError) -> Int32 {
        #if canImport(Glibc)
            let kind = Int32(SOCK_STREAM.rawValue)
        #else
            let kind = SOCK_STREAM
        #endif
        return try prepared(socket(family, kind, 0), "a socket")
    }

    /// A pipe whose ends are read from and written to.
    static func pipe() throws(PreviewError) -> (reading: Int32, writing: Int32) {
        var ends: [Int32] = [-1, -1]
        let step = "a pipe"
        guard Platform.pipe(&ends) == 0 else { throw .noServer(step: step, reason: .last) }
        do {
            return (try prepared(ends[0], step), try prepared(ends[1], step))
        } catch {
            for end in ends { close(end) }
            throw error
        }
    }

    /// The descriptor that a call has just given, made ready.
    ///
    /// - Parameter step: what was called for.
    static func prepared(_ descriptor: Int32, _ step: String) throws(PreviewError) -> Int32 {
        guard descriptor >= 0 else { throw .noServer(step: step, reason: .last) }
        let isReady =
            fcntl(descriptor, F_SETFD, FD_CLOEXEC) >= 0
            && fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK) >= 0
        guard isReady else {
            let reason = StorageReason.last
            close(descriptor)
            throw .noServer(step: step, reason: reason)
        }
        #if canImport(Darwin)
            // A client that hangs up must not end the program; Linux is told with each message. Pipes don't know the option.
            set(SO_NOSIGPIPE, of: descriptor)
        #endif
        return descriptor
    }

    /// Switches an option of the socket's own level on.
    static func set(_ option: Int32, of socket: Int32) {
        var isOn: Int32 = 1
        setsockopt(socket, SOL_SOCKET, option, &isOn, socklen_t(MemoryLayout<Int32>.size))
    }

    /// As `send`, without a signal where nobody listens any more.
    static func send(_ socket: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
        #if canImport(Glibc)
            let flags = Int32(MSG_NOSIGNAL)
        #else
            let flags: Int32 = 0
        #endif
        return Platform.send(socket, bytes.baseAddress, bytes.count, flags)
    }
}
