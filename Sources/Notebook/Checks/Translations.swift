import Storage

/// Which English text stands beside which Spanish one, as an editor last confirmed them: hashes, one line a pair.
///
/// A pair of which one half has changed since is a translation that somebody forgot.
public struct Translations: Hashable, Sendable {
    /// A confirmed pair.
    public struct Pair: Hashable, Codable, Sendable {
        /// The file below `Lessons`.
        let file: String
        /// The first digits of the text's SHA-256, numbers of a run left out.
        let en: String
        let es: String
        /// How the English text begins, for whoever reads the file.
        let text: String
    }

    /// By file, then by hash.
    public let pairs: [Pair]

    /// The pairs as they stand now.
    public init(_ texts: [SourceText]) {
        pairs = Set(texts.compactMap(Pair.init)).sorted { ($0.file, $0.en, $0.es) < ($1.file, $1.en, $1.es) }
    }

    /// Reads a file that ``encoded()`` wrote.
    public init(decoding bytes: [UInt8]) throws {
        pairs = try CanonicalJSON.decode([Pair].self, from: bytes)
    }

    /// A JSON array, one line a pair.
    public func encoded() throws -> [UInt8] { try JSONLines.encode(pairs) }

    /// What has changed since these pairs were confirmed.
    public func findings(in texts: [SourceText]) -> [Finding] {
        let confirmed = Dictionary(grouping: pairs, by: \.file)
        return texts.compactMap { text in
            guard let now = Pair(text) else { return nil }
            let known = confirmed[text.file] ?? []
            if known.contains(where: { $0.en == now.en && $0.es == now.es }) { return nil }
            func finding(_ what: String, _ remedy: String, at place: String? = nil) -> Finding {
                Finding(
                    lesson: text.lesson, cell: place ?? text.place, what: "\(what): “\(text.es.prefix(60))”",
                    remedy: remedy)
            }
            let confirm = "then `course check --confirm`"
            if known.contains(where: { $0.en == now.en }) {
                return finding(
                    "the Spanish text changed, the English one did not", "See whether the English follows, \(confirm)",
                    at: text.spanishPlace)
            }
            if known.contains(where: { $0.es == now.es }) {
                return finding(
                    "the English text changed, the Spanish one did not", "See whether the Spanish follows, \(confirm)")
            }
            return finding("nobody has confirmed this pair of texts yet", "Read both languages, \(confirm)")
        }
    }
}

extension Translations.Pair {
    /// `nil` for a text that both languages share.
    fileprivate init?(_ source: SourceText) {
        guard let english = source.en else { return nil }
        file = source.file
        en = String(SHA256.hex(of: english).prefix(12))
        es = String(SHA256.hex(of: source.es).prefix(12))
        text = String(english.prefix(48))
    }
}
