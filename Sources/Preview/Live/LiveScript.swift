/// The script by which pages follow what is announced, and where it is served. No page's path begins with a point, so
/// no page is in the way.
enum LiveScript {
    static let folder = "/.preview/"
    static let events = folder + "events"
    /// The one that a page names; it asks for the others.
    private static let entry = "live.js"

    /// A file of the script.
    static func file(at target: String) -> [UInt8]? {
        guard target.hasPrefix(folder) else { return nil }
        return EmbeddedText.files[String(target.dropFirst(folder.count))].map { Array($0.utf8) }
    }

    /// - Parameters:
    ///   - version: of the page that names the script, so that it knows which one it is in.
    ///   - nonce: by which the page's policy may know the element.
    static func element(version: String, nonce: String) -> String {
        "<script type=\"module\" src=\"\(folder)\(entry)\" nonce=\"\(nonce)\" data-version=\"\(version)\"></script>"
    }

    /// One that no page can have guessed, in base 64 as far as it goes.
    static func nonce() -> String {
        var random = SystemRandomNumberGenerator()
        return String(random.next(), radix: 36) + String(random.next(), radix: 36)
    }
}
