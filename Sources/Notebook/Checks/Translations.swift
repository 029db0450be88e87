import Languages
import Storage

/// Which text stands beside which translation, as an editor last confirmed them: hashes, one line a pair.
///
/// A pair of which one half has changed since is a translation that somebody forgot.
public struct Translations: Hashable, Sendable {
    /// A confirmed pair.
    public struct Pair: Hashable, Codable, Sendable {
        /// The file of the source below `Lessons`.
        let file: String
        /// The code of the translation's language.
        let language: String
        /// The first digits of the text's SHA-256, numbers of a run left out.
        let source: String
        let translation: String
        /// How the source begins, for people who read the file.
        let text: String
    }

    /// By file, then by hash.
    public let pairs: [Pair]

    /// The pairs as they stand now, without those that nobody has translated yet.
    public init(_ texts: [SourceText]) {
        let begun = SourceText.begun(in: texts)
        pairs = Set(texts.flatMap { text in text.translated(begun).map { Pair(text.source, $0) } })
            .sorted {
                ($0.file, $0.language, $0.source, $0.translation) < ($1.file, $1.language, $1.source, $1.translation)
            }
    }

    /// Reads a file that ``encoded()`` wrote.
    public init(decoding bytes: [UInt8]) throws {
        pairs = try CanonicalJSON.decode([Pair].self, from: bytes)
    }

    /// A JSON array, one line a pair.
    public func encoded() throws -> [UInt8] { try JSONLines.encode(pairs) }

    /// What has changed since these pairs were confirmed.
    public func findings(in texts: [SourceText]) -> [Finding] {
        let confirmed = Dictionary(grouping: pairs) { "\($0.language) \($0.file)" }
        let begun = SourceText.begun(in: texts)
        return texts.flatMap { text in
            text.translated(begun).compactMap { translation in
                let now = Pair(text.source, translation)
                return finding(text, translation, now, among: confirmed["\(now.language) \(now.file)"] ?? [])
            }
        }
    }

    private func finding(
        _ text: SourceText, _ translation: SourceText.Version, _ now: Pair, among known: [Pair]
    ) -> Finding? {
        if known.contains(where: { $0.source == now.source && $0.translation == now.translation }) { return nil }
        let (ours, theirs) = (text.source.language.inEnglish, translation.language.inEnglish)
        func finding(_ what: String, _ remedy: String, at place: String) -> Finding {
            Finding(
                lesson: text.lesson, cell: place, what: "\(what): “\(translation.beginning)”",
                remedy: "\(remedy), then `course check --confirm`")
        }
        if known.contains(where: { $0.source == now.source }) {
            return finding(
                "the text in \(theirs) changed, the one in \(ours) did not", "See whether that one follows",
                at: translation.place)
        }
        if known.contains(where: { $0.translation == now.translation }) {
            return finding(
                "the text in \(ours) changed, the one in \(theirs) did not", "See whether that one follows",
                at: text.source.place)
        }
        return finding(
            "nobody has confirmed this text in \(ours) and \(theirs) yet", "Read both", at: text.source.place)
    }

    /// How many of these pairs others have not.
    public func count(without others: Translations) -> Int { Set(pairs).subtracting(others.pairs).count }
}

extension SourceText {
    /// The translations but those that still are what the source says.
    ///
    /// - Parameter begun: the files that hold such ones.
    fileprivate func translated(_ begun: Set<String>) -> [Version] {
        translations.filter { !isSame($0) || !begun.contains($0.file) }
    }
}

extension Translations.Pair {
    fileprivate init(_ source: SourceText.Version, _ translation: SourceText.Version) {
        file = source.file
        language = translation.language.code
        self.source = String(SHA256.hex(of: source.text).prefix(12))
        self.translation = String(SHA256.hex(of: translation.text).prefix(12))
        text = String(source.text.prefix(48))
    }
}
