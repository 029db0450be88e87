import CZlib

/// Files of the gzip format (RFC 1952), by zlib.
public enum Gzip {
    /// Why bytes cannot be inflated.
    public enum Failure: Error, Equatable, Sendable {
        /// The bytes end before the content does.
        case truncated
        /// What zlib said.
        case damaged(String)
        /// More content than asked for.
        case tooLarge(limit: Int)
    }

    /// Whether the bytes begin as a gzip file does.
    public static func isGzip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

    /// The size of its content that a file of one member tells at its end, in four bytes, the least significant first.
    /// Nobody vouches for it.
    public static func toldSize(_ bytes: [UInt8]) -> Int {
        bytes.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    /// The content of a gzip file of one member or several.
    ///
    /// - Parameter limit: the most bytes that are inflated, so that a small file cannot fill the memory.
    /// - Throws: ``Failure``.
    public static func inflated(_ bytes: [UInt8], limit: Int) throws(Failure) -> [UInt8] {
        var stream = z_stream()
        // 16 more than the window's 15 bits: gzip, with its check sum.
        guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw .damaged("zlib does not start")
        }
        defer { inflateEnd(&stream) }
        var failure: Failure?
        let content = bytes.withUnsafeBufferPointer { source in
            // One byte more than allowed tells whether there is more.
            [UInt8](unsafeUninitializedCapacity: limit + 1) { target, count in
                (count, failure) = inflate(source, into: target, &stream)
            }
        }
        if let failure { throw failure }
        guard content.count <= limit else { throw .tooLarge(limit: limit) }
        return content
    }

    /// Inflates member after member until the source or the room is used up.
    private static func inflate(
        _ source: UnsafeBufferPointer<UInt8>, into target: UnsafeMutableBufferPointer<UInt8>, _ stream: inout z_stream
    ) -> (count: Int, failure: Failure?) {
        var read = 0
        var written = 0
        while true {
            let input = min(source.count - read, Int(Int32.max))
            let room = min(target.count - written, Int(Int32.max))
            stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress.map { $0 + read })
            stream.avail_in = UInt32(input)
            stream.next_out = target.baseAddress.map { $0 + written }
            stream.avail_out = UInt32(room)
            let status = CZlib.inflate(&stream, Z_NO_FLUSH)
            read += input - Int(stream.avail_in)
            written += room - Int(stream.avail_out)
            switch status {
            case Z_STREAM_END:
                // Zeros after the last member are padding, and anything else begins another member.
                if source[read...].allSatisfy({ $0 == 0 }) { return (written, nil) }
                guard inflateReset(&stream) == Z_OK else { return (written, .damaged("zlib does not start again")) }
            case Z_OK, Z_BUF_ERROR:
                if written == target.count { return (written, nil) }
                if read == source.count { return (written, .truncated) }
            default:
                return (written, .damaged(stream.msg.map { String(cString: $0) } ?? "zlib says \(status)"))
            }
        }
    }
}
