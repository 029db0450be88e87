import Platform

/// Serves pages to browsers of this machine, and tells open pages what has changed.
///
///     let server = try PageServer.start(serving: FolderSource(folder))
///     print(server.address)                           // http://127.0.0.1:40123/
///     server.announce(.changed(["en/edges.html"]))    // pages show what differs
///     server.stop()
///
/// It listens at the loopback address alone, answers GET and HEAD, and refuses requests by another name or from a
/// foreign page. HTML gets a small script as it is served; what lies on the disk stays as it is.
public final class PageServer: Sendable {
    /// What a client may take of time and space.
    public struct Limits: Sendable {
        /// How many connections are open at once.
        public var connections = 64
        /// How many bytes a request's head has.
        public var head = 16_384
        /// How long a request may take to come, and an answer to be taken.
        public var patience = Duration.seconds(10)
        /// How often an open page is told that the server is still there.
        public var pulse = Duration.seconds(15)

        /// The limits that suit a person with some pages open.
        public init() {}
    }

    /// Where it listens.
    public let port: Int
    private let service: Service

    /// Listens from when this returns until ``stop()``, even if nobody holds the server meanwhile: the compiler lets go of it
    /// where its name is used the last time.
    ///
    /// - Parameters:
    ///   - source: asked on several threads at once.
    ///   - port: nil takes any that is free.
    /// - Throws: ``PreviewError``, such as that the port is taken.
    public static func start(
        serving source: some PageSource, port: Int? = nil, limits: Limits = Limits()
    ) throws(PreviewError) -> PageServer {
        try PageServer(source, at: Loopback(port: port), limits)
    }

    private init(_ source: some PageSource, at loopback: Loopback, _ limits: Limits) throws(PreviewError) {
        port = loopback.port
        do {
            service = try Service(source, port: port, limits: limits)
        } catch {
            for socket in loopback.sockets { close(socket) }
            throw error
        }
        try service.listen(at: loopback.sockets)
    }

    /// Such as `http://127.0.0.1:8000/`.
    public var address: String { "http://127.0.0.1:\(port)/" }

    /// Tells all open pages; those that are hidden learn it when they are looked at.
    public func announce(_ announcement: Announcement) { service.announcements.tell(announcement) }

    /// Ends all connections and gives the port back; returns when that is done.
    public func stop() { service.end() }
}
