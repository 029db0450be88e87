import Platform
import Storage

/// Pictures from outside, of any kind that can be read: PNG, and with their libraries JPEG, WebP and HEIC.
public enum PictureFile {
    /// Reads a picture from a file, whatever its name says of its kind.
    ///
    /// - Throws: ``PictureError``, naming the file.
    public static func read(_ url: URL) throws(PictureError) -> SourcePicture {
        let path = url.relativePath
        var status = stat()
        if stat(url.path, &status) == 0 {
            if status.st_mode & S_IFMT == S_IFDIR { throw .folder(path: path) }
        } else if let missing = MissingFile(url, typed: path) {
            throw .missing(missing)
        }
        let bytes: [UInt8]
        do {
            bytes = try Files.read(url, limit: PictureLimits.bytes)
        } catch {
            throw .unreadable(error)
        }
        do {
            return try decode(bytes)
        } catch {
            throw .file(path: path, error)
        }
    }

    /// Reads a picture by what its bytes are.
    ///
    /// A picture whose three colours agree everywhere becomes one channel, whatever kind of file holds it.
    ///
    /// - Throws: ``PictureError`` for what is not a whole picture within the ``PictureLimits``.
    public static func decode(_ bytes: [UInt8]) throws(PictureError) -> SourcePicture {
        guard !bytes.isEmpty else { throw .empty }
        switch PictureFormat(of: bytes) {
        case .png: return try PNGReader.read(bytes)
        case .jpeg: return try JPEGReader.read(bytes)
        case .webp: return try WebPReader.read(bytes)
        case .heic: return try HEIFReader.read(bytes, as: .heic)
        case .avif: return try HEIFReader.read(bytes, as: .avif)
        case nil:
            if let other = OtherKind(of: bytes) { throw .otherKind(kind: other.name) }
            throw .unknownKind(beginning: Array(bytes.prefix(8)))
        }
    }

    /// What a file is by its first bytes, a picture or anything else that is known, with its article: “a PNG picture”, “a PDF
    /// document”, “text”; `nil` where they say nothing.
    public static func kind(of bytes: [UInt8]) -> String? {
        guard let format = PictureFormat(of: bytes) else { return OtherKind(of: bytes)?.name }
        return "\(format == .avif ? "an" : "a") \(format.rawValue) picture"
    }
}
