/// What kind of file it is that is not one of the pictures that are read, as far as its first bytes tell.
struct OtherKind {
    /// With its article: “a PDF document”.
    let name: String

    /// nil where the bytes say nothing.
    init?(of bytes: [UInt8]) {
        if let known = Self.beginnings.first(where: { bytes.has($0.letters, at: $0.start) }) {
            name = known.name
        } else if let known = Self.signatures.first(where: { bytes.starts(with: $0.bytes) }) {
            name = known.name
        } else if bytes.has("BM", at: 0), bytes.count >= 18, bytes[6..<10].allSatisfy({ $0 == 0 }) {
            name = "a BMP picture"
        } else if let text = Self.text(bytes) {
            name = text
        } else {
            return nil
        }
    }

    private static let beginnings: [(letters: StaticString, start: Int, name: String)] = [
        ("%PDF-", 0, "a PDF document"), ("GIF8", 0, "a GIF picture"), ("8BPS", 0, "a Photoshop file"),
        ("%!PS", 0, "a PostScript file"), ("PK\u{3}\u{4}", 0, "a zip archive, or a document that is one"),
        ("NUMPY", 1, "an array of NumPy's"), ("WAVE", 8, "a recording (WAVE)"), ("AVI ", 8, "a film (AVI)"),
        ("ftyp", 4, "a film (MP4 or QuickTime)"), ("JXL ", 4, "a JPEG XL picture"), ("jP  ", 4, "a JPEG 2000 picture"),
        ("\u{7F}ELF", 0, "a program"), ("ID3", 0, "a recording (MP3)"), ("OggS", 0, "a recording or a film (Ogg)"),
        ("qoif", 0, "a QOI picture"),
    ]

    private static let signatures: [(bytes: [UInt8], name: String)] = [
        ([0x49, 0x49, 0x2A, 0], "a TIFF picture, or a camera's raw file"),
        ([0x4D, 0x4D, 0, 0x2A], "a TIFF picture, or a camera's raw file"),
        ([0x49, 0x49, 0x2B, 0], "a TIFF picture"), ([0x4D, 0x4D, 0, 0x2B], "a TIFF picture"),
        ([0xFF, 0x0A], "a JPEG XL picture"), ([0xFF, 0x4F, 0xFF, 0x51], "a JPEG 2000 picture"),
        ([0, 0, 1, 0], "a Windows icon"), ([0x1F, 0x8B], "a gzip file"), ([0x28, 0xB5, 0x2F, 0xFD], "a zstd file"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "an xz file"), ([0x37, 0x7A, 0xBC, 0xAF], "a 7-Zip archive"),
        ([0, 0, 8, 1], "a file of labels (IDX)"), ([0, 0, 8, 3], "a file of many pictures (IDX)"),
    ]

    /// A text, looked at as far as its kind shows.
    private static func text(_ bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) { return "text" }
        let looked = bytes.prefix(1024)
        let isPlain = looked.allSatisfy { $0 >= 32 && $0 != 127 || [9, 10, 12, 13].contains($0) }
        let letters = String(decoding: looked, as: UTF8.self)
        // A letter may be cut where looking ends.
        let whole = looked.count < bytes.count ? letters.dropLast(3) : letters[...]
        guard isPlain, !letters.isEmpty, !whole.contains("\u{FFFD}") else { return nil }
        let word = letters.drop { $0.isWhitespace || $0 == "\u{FEFF}" }.lowercased()
        if word.hasPrefix("<svg") || word.hasPrefix("<?xml") && word.contains("<svg") { return "an SVG drawing" }
        if word.hasPrefix("<!doctype html") || word.hasPrefix("<html") { return "a web page" }
        if word.hasPrefix("version https://git-lfs") { return "a note of Git LFS that stands for a file" }
        return "text"
    }
}
