import Platform

/// One client's socket. Nothing here waits longer than it was told to, and nothing outlasts the server's end.
struct Connection {
    /// Why a wait was over.
    enum Wait {
        case ready, rung, late, stopped
    }

    /// Why the connection is of no use any more.
    enum Failure: Error {
        case late, closed, stopped
    }

    let socket: Int32
    /// Rings when the server is to end.
    let stop: Alarm

    /// Waits until the client has sent something or hung up, the alarm rings or the time is over.
    func wait(for events: Int32, until deadline: ContinuousClock.Instant, or alarm: Alarm? = nil) -> Wait {
        while true {
            let left = max(0, (deadline - .now) / .milliseconds(1))
            var watched = [
                pollfd(fd: socket, events: Int16(events), revents: 0),
                pollfd(fd: stop.descriptor, events: Int16(POLLIN), revents: 0),
                // A negative number is watched for nothing.
                pollfd(fd: alarm?.descriptor ?? -1, events: Int16(POLLIN), revents: 0),
            ]
            let count = poll(&watched, nfds_t(watched.count), Int32(min(left, 60_000).rounded(.up)))
            if watched[1].revents != 0 { return .stopped }
            if watched[2].revents != 0 { return .rung }
            if watched[0].revents != 0 { return .ready }
            if count == 0, left <= 60_000 { return .late }
            // No memory for a moment is waited for like nothing at all.
            if count < 0, errno != EINTR, errno != EAGAIN { return .late }
        }
    }

    /// What has come, at most so many bytes; empty where the client sends nothing more.
    func receive(atMost count: Int, until deadline: ContinuousClock.Instant) throws(Failure) -> [UInt8] {
        while true {
            switch wait(for: POLLIN, until: deadline) {
            case .late: throw .late
            case .stopped: throw .stopped
            case .ready, .rung: break
            }
            var bytes = [UInt8](repeating: 0, count: count)
            let got = recv(socket, &bytes, count, 0)
            if got >= 0 { return Array(bytes.prefix(got)) }
            guard errno == EINTR || errno == EAGAIN || errno == EWOULDBLOCK else { throw .closed }
        }
    }

    /// Sends all, as fast as the client takes it.
    func send(_ bytes: [UInt8], until deadline: ContinuousClock.Instant) throws(Failure) {
        var done = 0
        while done < bytes.count {
            let put = bytes.withUnsafeBytes { SystemSocket.send(socket, UnsafeRawBufferPointer(rebasing: $0[done...])) }
            if put >= 0 {
                done += put
                continue
            }
            guard errno == EINTR || errno == EAGAIN || errno == EWOULDBLOCK else { throw .closed }
            switch wait(for: POLLOUT, until: deadline) {
            case .late: throw .late
            case .stopped: throw .stopped
            case .ready, .rung: break
            }
        }
    }

    /// Ends the connection so that the client gets all that was sent to it: closed with bytes unread, the system would
    /// take back what is under way (RFC 9112, section 9.6).
    func close(within patience: Duration) {
        shutdown(socket, Int32(SHUT_WR))
        let deadline = ContinuousClock.now + patience
        var left = 1 << 16
        while left > 0, let got = try? receive(atMost: 4_096, until: deadline), !got.isEmpty { left -= got.count }
        Platform.close(socket)
    }
}
