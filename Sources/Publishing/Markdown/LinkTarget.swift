/// Where a link in prose may lead: a place on the page, another lesson, an address outside by https.
enum LinkTarget: Hashable {
    case place(String)
    case lesson(String, place: String?)
    case outside(String)

    /// Reads `#fig-laplacian`, `edges.html`, `edges.html#fig-laplacian` or `https://…`.
    ///
    /// - Throws: ``MarkdownError/link(_:reason:)`` for anything else: other schemes, other files.
    init(_ target: String) throws(MarkdownError) {
        guard target.unicodeScalars.allSatisfy(Self.isAllowed) else {
            throw .link(target, reason: "holds characters that no address may hold; encode them")
        }
        if target.hasPrefix("https://") {
            guard let first = target.dropFirst("https://".count).first, first.isLetter || first.isNumber else {
                throw .link(target, reason: "names no host")
            }
            self = .outside(target)
            return
        }
        let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let place = parts.count > 1 ? parts[1] : nil
        if parts[0].isEmpty, let place, Self.isName(place) {
            self = .place(place)
        } else if parts[0].hasSuffix(".html"), Self.isName(String(parts[0].dropLast(".html".count))),
            place.map(Self.isName) ?? true
        {
            self = .lesson(String(parts[0].dropLast(".html".count)), place: place)
        } else {
            throw .link(target, reason: "is not one of #place, lesson.html, lesson.html#place, https://…")
        }
    }

    /// Whether a text can be an anchor, a lesson or a file name: letters, digits, hyphens and underscores.
    static func isName(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 64
            && text.unicodeScalars.allSatisfy { isLetter($0) || isDigit($0) || $0 == "-" || $0 == "_" }
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    /// The characters of RFC 3986, percent signs included.
    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        isLetter(scalar) || isDigit(scalar) || "-._~:/?#[]@!$&'()*+,;=%".unicodeScalars.contains(scalar)
    }
}
