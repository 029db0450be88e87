import Languages

/// The same catalogue in all languages that have it, in step: no key that the leading one has not, and under each the same
/// slots. A key that another language lacks is read in the language that stands in for it.
public struct CatalogueSet: Hashable, Sendable {
    /// By the code of the language.
    public let catalogues: [String: Catalogue]
    /// What the others are measured by; nil where there are none.
    public let leader: Catalogue?

    /// No texts at all.
    public static let empty = CatalogueSet()

    private init() { (catalogues, leader) = ([:], nil) }

    /// - Parameter catalogues: each with the code of its language, the one that leads first.
    /// - Throws: ``DocumentError`` for the first key that the leading one lacks, and for slots that differ.
    public init(_ catalogues: [(language: String, catalogue: Catalogue)]) throws(DocumentError) {
        self.catalogues = Dictionary(catalogues.map { ($0.language, $0.catalogue) }) { first, _ in first }
        leader = catalogues.first?.catalogue
        guard let leader else { return }
        for (_, catalogue) in catalogues.dropFirst() { try catalogue.check(against: leader) }
    }
}

extension CatalogueSet {
    /// What a language lacks, with its place: keys of the leading one that its catalogue has not; the whole file where
    /// it has none.
    public func gaps(in language: Language) -> [DocumentError] {
        guard let leader else { return [] }
        guard let catalogue = catalogues[language.code] else {
            return [
                DocumentError(
                    file: NamedDocument(path: leader.file, text: "")?.path(in: language.code) ?? leader.file, line: 1,
                    "this file is missing: the words of \(leader.file) in \(language.endonym)")
            ]
        }
        return leader.keys.filter { catalogue.entries[$0] == nil }.map { key in
            DocumentError(
                file: catalogue.file, line: 1,
                "“\(key)” is missing, which is in \(leader.file):\(leader.entries[key]?.line ?? 1)")
        }
    }
}

extension Catalogue {
    /// - Throws: ``DocumentError`` for the first difference, with the place in this file and in the other.
    fileprivate func check(against leader: Catalogue) throws(DocumentError) {
        for key in keys {
            guard let entry = entries[key] else { continue }
            guard let model = leader.entries[key] else {
                let missing = leader.keys.filter { entries[$0] == nil }
                guard let near = NearMisses.of(key, in: missing).first else {
                    let hint = NearMisses.hint(for: key, in: leader.keys, otherwise: "take it out, or add it there.")
                    throw DocumentError(
                        file: file, line: entry.line, "“\(key)” does not stand in \(leader.file); \(hint)")
                }
                throw DocumentError(
                    file: file, line: entry.line,
                    "“\(key)” is here, and “\(near)” in \(leader.file):\(leader.entries[near]?.line ?? 1); one of the "
                        + "two is misspelt")
            }
            let (slots, wanted) = (SlotUses(entry.message.uses), SlotUses(model.message.uses))
            guard let found = slots.difference(from: wanted, in: leader.file, at: model.line) else { continue }
            throw DocumentError(file: file, line: found.line ?? entry.line, "“\(key)”: \(found.problem)")
        }
    }
}
