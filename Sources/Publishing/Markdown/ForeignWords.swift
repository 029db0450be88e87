import Languages

/// Marks words of another language, so that a voice pronounces them and a browser hyphenates them as what they are.
///
/// The course keeps a term in English where Spanish readers meet it in English: in papers and in code. The language's file
/// lists these terms. A word that is English in one place only is marked there, as a link is: `[same](lang:en)`.
struct ForeignWords {
    private let terms: [(text: [UInt8], code: String)]

    /// No words of another language.
    init() { terms = [] }

    init(in language: Language) {
        terms = language.rules.foreign.sorted { $0.key < $1.key }
            .flatMap { code, terms in terms.map { (Array($0.utf8), code) } }
            .sorted { $0.text.count > $1.text.count }
    }

    /// The language that a mark in prose names: `en` of `lang:en`, `nil` for a link.
    static func language(of target: String) -> String? {
        guard target.hasPrefix("lang:") else { return nil }
        let code = target.dropFirst("lang:".count)
        // A tag of BCP 47; it goes into an attribute.
        let isTag =
            (2...35).contains(code.count) && code.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        return isTag ? String(code) : nil
    }

    /// The text, escaped.
    func marked(_ text: String) -> HTML {
        guard !terms.isEmpty else { return HTML(text: text) }
        let bytes = Array(text.utf8)
        var result = HTML()
        var (done, index) = (0, 0)
        while index < bytes.count {
            guard let (end, code) = term(at: index, in: bytes) else {
                index += 1
                continue
            }
            result += HTML(text: String(decoding: bytes[done..<index], as: UTF8.self))
            result += "<span lang=\"\(code)\">\(String(decoding: bytes[index..<end], as: UTF8.self))</span>"
            (done, index) = (end, end)
        }
        return done == 0 ? HTML(text: text) : result + HTML(text: String(decoding: bytes[done...], as: UTF8.self))
    }

    /// Where the term ends that begins at `index`; `nil` where none does. Longer terms come first.
    private func term(at index: Int, in bytes: [UInt8]) -> (end: Int, code: String)? {
        guard index == 0 || !Self.isWordPart(bytes[index - 1]) else { return nil }
        for (term, code) in terms where index + term.count <= bytes.count {
            let end = index + term.count
            guard end == bytes.count || !Self.isWordPart(bytes[end]) else { continue }
            if zip(bytes[index..<end], term).allSatisfy({ Self.lower($0) == $1 }) { return (end, code) }
        }
        return nil
    }

    /// Letters, digits, and every byte of a letter beyond ASCII.
    private static func isWordPart(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func lower(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
}
