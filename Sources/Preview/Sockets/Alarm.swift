import Platform

/// Wakes a thread that waits for sockets: a pipe that can be waited for along with them.
final class Alarm: Sendable {
    /// Can be read from once ``ring()`` was called.
    let descriptor: Int32
    private let writing: Int32

    /// - Throws: what the system says where it has no more descriptors.
    init() throws(PreviewError) { (descriptor, writing) = try SystemSocket.pipe() }

    deinit {
        close(descriptor)
        close(writing)
    }

    /// Wakes all who wait, and those who will, until ``quiet()``. A pipe that is full rings already.
    func ring() {
        var byte: UInt8 = 1
        while write(writing, &byte, 1) < 0, errno == EINTR {}
    }

    /// Lets those who come now wait again.
    func quiet() {
        var bytes = [UInt8](repeating: 0, count: 64)
        while true {
            let got = read(descriptor, &bytes, bytes.count)
            if got <= 0, !(got < 0 && errno == EINTR) { return }
        }
    }

    /// Waits for it, at most so long; says whether it rings.
    func isRinging(within time: Duration) -> Bool {
        var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&watched, 1, Int32(time / .milliseconds(1))) > 0
    }
}
