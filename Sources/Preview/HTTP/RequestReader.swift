/// Reads the head of a request from a connection, within limits of size and time.
struct RequestReader {
    /// In bytes.
    let longestHead: Int
    /// For all of the head, however often something comes.
    let patience: Duration

    /// - Returns: nil where nobody asked anything: browsers open connections to have them.
    /// - Throws: ``Refusal`` for what is no request; whatever else ends the connection is nil as well.
    func head(from connection: Connection) throws(Refusal) -> RequestHead? {
        let deadline = ContinuousClock.now + patience
        var bytes: [UInt8] = []
        while true {
            let piece: [UInt8]
            do { piece = try connection.receive(atMost: 4_096, until: deadline) } catch {
                guard error == .late, !bytes.isEmpty else { return nil }
                throw Refusal(.requestTimeout, "The request did not come within \(patience).")
            }
            guard !piece.isEmpty else {
                guard !bytes.isEmpty else { return nil }
                throw Refusal(.badRequest, "The request ended before its head did.")
            }
            let known = max(0, bytes.count - 3)
            bytes += piece
            if let end = Self.end(of: bytes, from: known) {
                guard end <= longestHead else { throw tooLarge }
                return try RequestHead(bytes[..<end])
            }
            guard bytes.count <= longestHead else { throw tooLarge }
        }
    }

    private var tooLarge: Refusal {
        Refusal(.headTooLarge, "The head of the request has more than \(longestHead) bytes.")
    }

    /// Where the empty line begins that ends the head.
    private static func end(of bytes: [UInt8], from start: Int) -> Int? {
        guard bytes.count >= start + 4 else { return nil }
        return (start...(bytes.count - 4)).first { bytes[$0..<($0 + 4)].elementsEqual([13, 10, 13, 10]) }.map { $0 + 2 }
    }
}
