import Platform
import Storage

/// The two streams that people read. What can't be written is an answer, never the end of the program.
enum StandardStream: Int32 {
    case output = 1
    case errors = 2

    /// Writes all of it.
    ///
    /// - Returns: why it can't be written, if so.
    @discardableResult
    func write(_ text: String) -> StorageReason? {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let put = rest.withUnsafeBytes { Platform.write(rawValue, $0.baseAddress, $0.count) }
            if put > 0 { rest = rest.dropFirst(put) }
            guard put <= 0 else { continue }
            let reason = StorageReason.last
            switch reason.code {
            case EINTR: continue
            case EAGAIN:
                // The program at the other end made the stream non-blocking; we wait for it.
                var stream = pollfd(fd: rawValue, events: Int16(POLLOUT), revents: 0)
                poll(&stream, 1, -1)
            default: return reason
            }
        }
        return nil
    }

    /// A file that grows larger than this process may write is an error like any other, not its end.
    static func surviveFileLimit() { signal(SIGXFSZ, SIG_IGN) }

    /// Takes the places of streams that were closed before the program began, so that no file of ours gets their number
    /// and then what is said to people.
    static func keepPlaces() {
        var file: Int32
        repeat { file = open("/dev/null", O_RDONLY | O_CLOEXEC) } while (0...errors.rawValue).contains(file)
        if file >= 0 { close(file) }
    }
}
