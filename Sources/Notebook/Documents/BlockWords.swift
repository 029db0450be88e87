import Documents
import Languages
import Synchronization

/// The words that a block's code may ask for, in every language: those under `words:` in the block, and the shared ones.
///
/// Two are equal where everything that may be asked for is the same, wherever it stands.
public struct BlockWords: Hashable, Sendable {
    /// The block's own words in one language.
    struct Own: Hashable, Sendable {
        let file: String
        /// Of the block, from 1.
        let line: Int
        let words: [String: Message]
        /// As they were typed.
        let sources: [String: String]
        /// Of each word, from 1.
        let lines: [String: Int]

        /// Lines move when something above them changes.
        static func == (one: Own, other: Own) -> Bool { one.sources == other.sources }

        func hash(into hasher: inout Hasher) { hasher.combine(sources) }
    }

    let block: String
    let own: [Language: Own]
    let slots: SlotValues
    private let asked = AskedWords()

    init(block: String, own: [Language: Own], slots: SlotValues) {
        self.block = block
        self.own = own
        self.slots = slots
    }

    /// Whether both say the same, whatever has been asked for.
    public static func == (one: BlockWords, other: BlockWords) -> Bool {
        (one.block, one.own, one.slots) == (other.block, other.own, other.slots)
    }

    /// What ``==(_:_:)`` compares.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(block)
        hasher.combine(own)
        hasher.combine(slots)
    }

    /// The block's own words that no code has asked for so far, and those that it has asked for.
    func unasked() -> (names: [String], asked: Set<String>) {
        let asked = asked.names.withLock { $0 }
        return (Set(own.values.flatMap(\.words.keys)).subtracting(asked).sorted(), asked)
    }

    /// The word of this name.
    ///
    /// - Parameter values: what its slots read besides what the lesson hands over.
    /// - Throws: ``DocumentError`` where neither the block nor the shared catalogue has it, with the near misses, and for
    ///   slots that nothing fills.
    public func callAsFunction(_ name: String, _ values: [String: Material.Value] = [:]) throws -> Localized {
        asked.names.withLock { _ = $0.insert(name) }
        var phrases: [Language: Phrase] = [:]
        for language in own.keys.sorted() { phrases[language] = try phrase(name, values, in: language) }
        return Localized(phrases)
    }

    private func phrase(
        _ name: String, _ values: [String: Material.Value], in language: Language
    ) throws(DocumentError) -> Phrase {
        let slots = slots.adding(values)
        guard let own = own[language], let message = own.words[name] else {
            if slots.shared.has(name, in: language) {
                return try slots.shared.phrase(name, values, in: language)
            }
            let known = own[language].map { $0.words.keys.sorted() } ?? []
            let hint = NearMisses.hint(
                for: name, in: known + slots.shared.names,
                otherwise: known.isEmpty ? "it has none." : "it has \(known.joined(separator: ", ")).")
            throw DocumentError(
                file: own[language]?.file ?? "", line: own[language]?.line ?? 1,
                "{\(block)} needs the word “\(name)” under words:; \(hint)")
        }
        return try slots.phrase(message, in: language, file: own.file)
    }
}

/// The words that were asked for, whichever copy of a ``BlockWords`` was asked.
private final class AskedWords: Sendable {
    let names = Mutex<Set<String>>([])
}
