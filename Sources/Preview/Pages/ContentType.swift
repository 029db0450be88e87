/// What bytes are, as browsers want to be told.
public struct ContentType: Equatable, Sendable {
    /// The value of the field Content-Type.
    let field: String

    private init(_ field: String) { self.field = field }

    /// A page, which gets the script that loads it anew.
    public static let html = ContentType("text/html; charset=utf-8")
    /// Text as it is.
    public static let plain = ContentType("text/plain; charset=utf-8")
    static let script = ContentType("text/javascript; charset=utf-8")
    static let eventStream = ContentType("text/event-stream; charset=utf-8")

    /// The type that a file's name tells; unknown ones are saved, not shown.
    public init(ofFile name: String) {
        let ending = name.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last ?? ""
        self = Self.byEnding[ending.lowercased()] ?? ContentType("application/octet-stream")
    }

    private static let byEnding: [String: ContentType] = [
        "html": html, "htm": html, "txt": plain, "js": script, "mjs": script,
        "css": ContentType("text/css; charset=utf-8"), "csv": ContentType("text/csv; charset=utf-8"),
        "md": ContentType("text/markdown; charset=utf-8"), "py": plain, "swift": plain,
        "vtt": ContentType("text/vtt; charset=utf-8"), "xml": ContentType("text/xml; charset=utf-8"),
        "json": ContentType("application/json"), "ipynb": ContentType("application/x-ipynb+json"),
        "svg": ContentType("image/svg+xml; charset=utf-8"), "png": ContentType("image/png"),
        "jpg": ContentType("image/jpeg"), "jpeg": ContentType("image/jpeg"), "gif": ContentType("image/gif"),
        "webp": ContentType("image/webp"), "avif": ContentType("image/avif"), "ico": ContentType("image/x-icon"),
        "woff2": ContentType("font/woff2"), "woff": ContentType("font/woff"), "ttf": ContentType("font/ttf"),
        "otf": ContentType("font/otf"), "mp4": ContentType("video/mp4"), "webm": ContentType("video/webm"),
        "pdf": ContentType("application/pdf"), "wasm": ContentType("application/wasm"),
        "zip": ContentType("application/zip"), "gz": ContentType("application/gzip"),
    ]
}
