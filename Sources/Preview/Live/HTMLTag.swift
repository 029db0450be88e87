/// An opening tag: its name, and its attributes where they stand.
struct HTMLTag {
    let name: String
    /// From `<` to behind `>`.
    let range: Range<Int>
    private let attributes: [(name: String, value: Range<Int>, text: String)]

    /// The tags with which a page begins, up to its first script, style or body: before those stands all that says how a
    /// page is to be taken.
    ///
    /// - Parameter limit: how many bytes are looked through.
    static func opening(_ page: [UInt8], within limit: Int) -> [HTMLTag] {
        var scanner = Scanner(bytes: page[..<min(page.count, limit)])
        var tags: [HTMLTag] = []
        while let tag = scanner.tag() {
            guard !["script", "style", "body", "title"].contains(tag.name) else {
                // A title has no tags in it, whatever it looks like.
                guard tag.name == "title", scanner.skip(pastClosing: "title") else { break }
                continue
            }
            tags.append(tag)
        }
        return tags
    }

    /// An attribute's value, and where it stands with its quotation marks.
    ///
    /// - Parameter name: in lower case.
    func value(of name: String) -> (range: Range<Int>, text: String)? {
        attributes.first { $0.name == name }.map { ($0.value, $0.text) }
    }

    /// The text for an attribute between double quotes.
    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("\"", with: "&quot;").replacing("<", with: "&lt;")
    }

    /// What the few references stand for that a policy needs.
    private static func unescaped(_ text: String) -> String {
        var text = text
        for (reference, sign) in [
            ("&#39;", "'"), ("&#x27;", "'"), ("&apos;", "'"), ("&quot;", "\""), ("&#34;", "\""), ("&lt;", "<"),
            ("&gt;", ">"), ("&amp;", "&"),
        ] {
            text = text.replacing(reference, with: sign)
        }
        return text
    }

    private struct Scanner {
        let bytes: ArraySlice<UInt8>
        var at = 0

        private static let blanks: [UInt8] = [9, 10, 12, 13, 32]

        /// The next opening tag; nil where there is no whole one.
        mutating func tag() -> HTMLTag? {
            while let start = bytes[at...].firstIndex(of: UInt8(ascii: "<")) {
                at = start + 1
                if bytes[at...].starts(with: "!--".utf8) {
                    guard skip(past: "-->") else { return nil }
                    continue
                }
                let name = word { !Self.blanks.contains($0) && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
                // A closing tag, or a sign that stands for itself.
                guard !name.isEmpty else { continue }
                var attributes: [(name: String, value: Range<Int>, text: String)] = []
                while true {
                    _ = word { Self.blanks.contains($0) || $0 == UInt8(ascii: "/") }
                    guard at < bytes.endIndex else { return nil }
                    if bytes[at] == UInt8(ascii: ">") {
                        at += 1
                        return HTMLTag(name: name, range: start..<at, attributes: attributes)
                    }
                    guard let attribute = attribute() else { return nil }
                    attributes.append(attribute)
                }
            }
            return nil
        }

        private mutating func attribute() -> (name: String, value: Range<Int>, text: String)? {
            let ends: [UInt8] = Self.blanks + Array("=>/".utf8)
            let name = word { !ends.contains($0) }
            _ = word { Self.blanks.contains($0) }
            guard at < bytes.endIndex else { return nil }
            guard bytes[at] == UInt8(ascii: "=") else { return (name, at..<at, "") }
            at += 1
            _ = word { Self.blanks.contains($0) }
            guard at < bytes.endIndex else { return nil }
            let start = at
            let mark = bytes[at]
            var text: String
            if mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'") {
                at += 1
                guard let end = bytes[at...].firstIndex(of: mark) else { return nil }
                text = String(decoding: bytes[at..<end], as: UTF8.self)
                at = end + 1
            } else {
                while at < bytes.endIndex, !Self.blanks.contains(bytes[at]), bytes[at] != UInt8(ascii: ">") { at += 1 }
                text = String(decoding: bytes[start..<at], as: UTF8.self)
            }
            text = HTMLTag.unescaped(text)
            return (name, start..<at, text)
        }

        /// Bytes as long as they are of a kind, in lower case; goes behind them.
        private mutating func word(while isOfIt: (UInt8) -> Bool) -> String {
            let start = at
            while at < bytes.endIndex, isOfIt(bytes[at]) { at += 1 }
            return String(decoding: bytes[start..<at], as: UTF8.self).lowercased()
        }

        /// Goes behind the next closing tag of a name; says whether there is one.
        mutating func skip(pastClosing name: String) -> Bool {
            while skip(past: "</") {
                if word(while: { !Self.blanks.contains($0) && $0 != UInt8(ascii: ">") }) == name { return true }
            }
            return false
        }

        /// Goes behind the next place with these bytes; says whether there is one.
        private mutating func skip(past text: String) -> Bool {
            let sought = Array(text.utf8)
            while at + sought.count <= bytes.endIndex {
                if bytes[at...].starts(with: sought) {
                    at += sought.count
                    return true
                }
                at += 1
            }
            return false
        }
    }
}
