import Platform

/// A page as it is served: with the script in its head, and a security policy that lets this script run and ask. Files
/// stay as they are.
struct LivePage {
    let bytes: [UInt8]

    /// How far into a page its head is looked for.
    private static let longestHead = 1 << 18

    /// - Parameters:
    ///   - page: HTML in UTF-8.
    ///   - version: tells this content from others.
    ///   - host: by which the server was asked.
    ///   - nonce: the server's; the same for all its pages, since an open page is compared with what is served now.
    init(_ page: [UInt8], version: String, host: String, nonce: String) {
        let tags = HTMLTag.opening(page, within: Self.longestHead)
        // In the head, before anything that a browser would wait for; where a page has none, as early as may be: before
        // the `<!doctype>` it would change how the page is laid out.
        let place = ["head", "html", "!doctype"].lazy.compactMap { name in tags.first { $0.name == name } }.first
        var edits = [(range: place.map { $0.range.upperBound..<$0.range.upperBound } ?? 0..<0, text: "")]
        edits[0].text = LiveScript.element(version: version, nonce: nonce)
        for tag in tags where tag.name == "meta" {
            guard tag.value(of: "http-equiv")?.text.lowercased() == "content-security-policy",
                let policy = tag.value(of: "content")
            else { continue }
            let opened = ContentPolicy(policy.text).admitting(host: host, nonce: nonce).text
            edits.append((policy.range, "\"" + HTMLTag.escaped(opened) + "\""))
        }
        var bytes: [UInt8] = []
        var done = 0
        for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            bytes += page[done..<edit.range.lowerBound]
            bytes += edit.text.utf8
            done = edit.range.upperBound
        }
        self.bytes = bytes + page[done...]
    }
}
