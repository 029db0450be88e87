import Languages

/// The same catalogue in all languages that there are, in step: the same keys, and under each the same slots.
public struct CatalogueSet: Hashable, Sendable {
    /// By the code of the language.
    public let catalogues: [String: Catalogue]

    /// No texts at all.
    public static let empty = CatalogueSet()

    private init() { catalogues = [:] }

    /// - Parameter catalogues: each with the code of its language, the one that leads first.
    /// - Throws: ``DocumentError`` for the first key or slot that one of them has alone.
    public init(_ catalogues: [(language: String, catalogue: Catalogue)]) throws(DocumentError) {
        self.catalogues = Dictionary(catalogues.map { ($0.language, $0.catalogue) }) { first, _ in first }
        guard let leader = catalogues.first?.catalogue else { return }
        for (_, catalogue) in catalogues.dropFirst() { try catalogue.check(against: leader) }
    }
}

extension Catalogue {
    /// - Throws: ``DocumentError`` for the first difference, with the place in this file and in the other.
    fileprivate func check(against leader: Catalogue) throws(DocumentError) {
        for key in keys {
            guard let entry = entries[key] else { continue }
            guard let model = leader.entries[key] else {
                let hint = NearMisses.hint(for: key, in: leader.keys, otherwise: "take it out, or add it there.")
                throw DocumentError(
                    file: file, line: entry.line, "“\(key)” does not stand in \(leader.file); \(hint)")
            }
            let (slots, wanted) = (Set(entry.message.slots.map(\.name)), Set(model.message.slots.map(\.name)))
            if let unknown = slots.subtracting(wanted).sorted().first {
                let hint = NearMisses.hint(
                    for: unknown, in: wanted.sorted(),
                    otherwise: wanted.isEmpty ? "it has none." : "it has \(wanted.sorted().joined(separator: ", ")).")
                throw DocumentError(
                    file: file, line: entry.line,
                    "the slot {\(unknown)} of “\(key)” does not stand in \(leader.file):\(model.line); \(hint)")
            }
            if let missing = wanted.subtracting(slots).sorted().first {
                throw DocumentError(
                    file: file, line: entry.line,
                    "“\(key)” lacks the slot {\(missing)}, which stands in \(leader.file):\(model.line)")
            }
        }
        if let missing = leader.keys.first(where: { entries[$0] == nil }), let model = leader.entries[missing] {
            throw DocumentError(
                file: file, line: 1, "“\(missing)” is missing, which stands in \(leader.file):\(model.line)")
        }
    }
}
