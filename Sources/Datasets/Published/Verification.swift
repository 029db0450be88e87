import Storage

extension DatasetFile {
    /// The most bytes that a stored form of the file has: no form of gzip makes one much larger than its content.
    public var largestStoredSize: Int { 2 * size + 1024 }

    /// The published content behind `stored`, which is that content or a gzip file of it. Told by the bytes, not by
    /// the name: some servers hand out a `.gz` file already decompressed.
    ///
    /// - Parameter path: what errors call the file.
    /// - Throws: ``DatasetError`` for whatever has not the published SHA-256.
    public func content(of stored: [UInt8], named path: String) throws(DatasetError) -> [UInt8] {
        let bytes = try decompressed(stored, path: path)
        guard bytes.count == size else {
            // A whole file of another part says more by its name than by its size.
            if let whose = Self.whose(content: bytes) { throw .anotherFile(kind: kind, file: path, isFile: whose) }
            if let found = ContentKind.of(bytes) {
                throw .otherKind(file: path, found: found.name, advice: found.advice)
            }
            throw .malformed(file: path, expected: "\(size) bytes", found: "\(bytes.count)")
        }
        let sum = SHA256.hex(of: bytes)
        guard sum == sha256 else {
            throw .wrongContent(
                kind: kind, file: path, expected: sha256, found: sum, foundIs: Self.whose(sha256: sum))
        }
        return bytes
    }

    private func decompressed(_ bytes: [UInt8], path: String) throws(DatasetError) -> [UInt8] {
        guard Gzip.isGzip(bytes) else { return bytes }
        do { return try Gzip.inflated(bytes, limit: size) } catch {
            switch error {
            case .truncated: throw .damagedGzip(file: path, reason: "it ends too early")
            case .damaged(let reason): throw .damagedGzip(file: path, reason: reason)
            case .tooLarge(let limit):
                throw .malformed(file: path, expected: "\(limit) bytes decompressed", found: "more")
            }
        }
    }
}
