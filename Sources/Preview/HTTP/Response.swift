/// What goes back, all of it known: head and body.
struct Response {
    private let status: (number: Int, phrase: String)
    private let type: ContentType
    private let body: [UInt8]
    private var extra: [String] = []

    init(_ body: [UInt8], type: ContentType, version: String? = nil) {
        (status, self.type, self.body) = ((200, "OK"), type, body)
        if let version { extra = ["ETag: \"\(version)\""] }
    }

    /// - Parameter page: what is shown instead of the bare sentence.
    init(_ refusal: Refusal, page: [UInt8]? = nil) {
        status = (refusal.status.rawValue, refusal.status.phrase)
        type = page == nil ? .plain : .html
        body = page ?? Array((refusal.sentence + "\n").utf8)
        if refusal.status == .methodNotAllowed { extra = ["Allow: GET, HEAD"] }
    }

    /// - Parameter isHead: whether the body is left out, and only its length told.
    func bytes(isHead: Bool) -> [UInt8] {
        let lines = ["HTTP/1.1 \(status.number) \(status.phrase)", "Content-Length: \(body.count)"] + extra
        return Self.head(lines, type) + (isHead ? [] : body)
    }

    /// The head of a stream of events, which ends when the connection does.
    static let eventStream = head(["HTTP/1.1 200 OK"], .eventStream)

    /// Nothing is kept, nothing is guessed, no foreign page shows any of it; each connection serves one request.
    private static func head(_ lines: [String], _ type: ContentType) -> [UInt8] {
        let all =
            lines + [
                "Content-Type: \(type.field)", "Cache-Control: no-store", "X-Content-Type-Options: nosniff",
                "Cross-Origin-Resource-Policy: same-origin", "X-Frame-Options: SAMEORIGIN", "Connection: close",
            ]
        return Array((all.joined(separator: "\r\n") + "\r\n\r\n").utf8)
    }
}
