/// What a file seems to be by its first bytes, for those who got another one than they wanted: a log-in page, an error
/// message, an archive.
struct ContentKind: Equatable {
    /// With its article: “a web page”.
    let name: String
    /// What to do about it.
    let advice: String

    /// - Returns: `nil` for an IDX file, and for what is not known.
    static func of(_ bytes: [UInt8]) -> ContentKind? {
        guard !bytes.isEmpty else { return ContentKind(name: "an empty file", advice: "fetch it again") }
        return signatures.first { bytes.starts(with: $0.bytes) }?.kind ?? tar(bytes) ?? text(bytes)
    }

    /// What begins with these bytes.
    private static let signatures: [(bytes: [UInt8], kind: ContentKind)] = [
        ([0x1F, 0x8B], ContentKind(name: "a gzip file within a gzip file", advice: "decompress it once")),
        (Array("PK".utf8) + [3, 4], archive("a ZIP archive")),
        (Array("PK".utf8) + [5, 6], ContentKind(name: "an empty ZIP archive", advice: "fetch it again")),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], archive("a 7-Zip archive")),
        (Array("Rar!".utf8), archive("a RAR archive")),
        (Array("BZh".utf8), archive("a bzip2 file")),
        ([0xFD] + Array("7zXZ".utf8), archive("an xz file")),
        ([0x28, 0xB5, 0x2F, 0xFD], archive("a Zstandard file")),
        ([0x1F, 0x9D], archive("a file of compress (.Z)")),
        ([0x93] + Array("NUMPY".utf8), another("an array of NumPy")),
        ([0x89] + Array("HDF".utf8), another("an HDF5 file")),
        (Array("PAR1".utf8), another("a Parquet file")),
        (Array("%PDF".utf8), another("a PDF document")),
        ([0x89] + Array("PNG".utf8), another("a PNG picture")),
        ([0xFF, 0xD8, 0xFF], another("a JPEG picture")),
        (
            Array("version https://git-lfs.github.com/spec/".utf8),
            ContentKind(
                name: "a pointer of Git LFS, not the file itself", advice: "type git lfs pull where it came from")
        ),
    ]

    private static func archive(_ name: String) -> ContentKind {
        ContentKind(name: name, advice: "unpack it, and put the files that are in it here")
    }

    private static func another(_ name: String) -> ContentKind {
        ContentKind(name: name, advice: "the course reads the IDX files alone, as they were published")
    }

    /// A tar archive says so behind its first file's name.
    private static func tar(_ bytes: [UInt8]) -> ContentKind? {
        bytes.dropFirst(257).starts(with: "ustar".utf8) ? archive("a tar archive") : nil
    }

    /// Text of some kind: an IDX file begins with two zeros, which no text has.
    private static func text(_ bytes: [UInt8]) -> ContentKind? {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let begin = bytes.prefix(4096).dropFirst(bytes.starts(with: mark) ? mark.count : 0)
        let isText = begin.allSatisfy { $0 >= 0x20 && $0 != 0x7F || (0x09...0x0D).contains($0) }
        guard isText, bytes.count >= 8 else { return nil }
        let words = String(decoding: begin, as: UTF8.self).lowercased().drop(while: \.isWhitespace)
        let again = "open it in an editor: it may say why the download failed. Then fetch the file again"
        if ["<!doctype html", "<html", "<head", "<body", "<script"].contains(where: words.hasPrefix)
            || words.contains("<html")
        {
            return ContentKind(
                name: "a web page",
                advice: "it may ask for a log-in, or say why the download failed; open it in a browser, and fetch the "
                    + "file again")
        }
        if words.hasPrefix("<") { return ContentKind(name: "an XML document", advice: again) }
        if words.hasPrefix("{") || words.hasPrefix("[") { return ContentKind(name: "a JSON document", advice: again) }
        return ContentKind(name: "a text", advice: again)
    }
}
