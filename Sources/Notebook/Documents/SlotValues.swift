import Documents
import Languages

/// What fills the slots of a lesson's documents.
struct SlotValues: Hashable, Sendable {
    /// By the names of the slots.
    private(set) var values: [String: Material.Value]
    /// The sentences that lessons share.
    let shared: SharedTexts

    /// These values, and others that come first.
    func adding(_ more: [String: Material.Value]) -> SlotValues {
        SlotValues(values: values.merging(more) { $1 }, shared: shared)
    }

    /// The text of a message of a file.
    ///
    /// - Throws: ``DocumentError`` for slots that nothing fills and for branches that no outcome leads to.
    func phrase(_ message: Message, in language: Language, file: String) throws(DocumentError) -> Phrase {
        var arguments: [String: Argument] = [:]
        for slot in message.slots where arguments[slot.name] == nil {
            guard let value = values[slot.name] else { continue }
            arguments[slot.name] = try shared.argument(value, in: language)
        }
        for slot in message.slots {
            try check(slot, file)
        }
        do throws(SlotError) { return try message.phrase(arguments, in: language.rules) } catch {
            throw DocumentError(file: file, line: error.line, problem(error))
        }
    }

    private func check(_ slot: Message.Slot, _ file: String) throws(DocumentError) {
        guard let value = values[slot.name] else {
            throw DocumentError(file: file, line: slot.line, missing(slot.name, known: values.keys.sorted()))
        }
        guard case .outcome(_, let all) = value, slot.kind == .select else { return }
        if let unknown = slot.branches.first(where: { $0 != "other" && !all.contains($0) }) {
            let hint = NearMisses.hint(for: unknown, in: all, otherwise: "it is one of \(all.joined(separator: ", ")).")
            throw DocumentError(file: file, line: slot.line, "{\(slot.name)} is never “\(unknown)”; \(hint)")
        }
    }

    private func missing(_ slot: String, known: [String]) -> String {
        let otherwise = known.isEmpty ? "it hands over none." : "it hands over \(known.joined(separator: ", "))."
        return "the lesson hands over no value for {\(slot)}; "
            + NearMisses.hint(for: slot, in: known, otherwise: otherwise)
    }

    /// What is wrong, without the line, which the error has already.
    private func problem(_ error: SlotError) -> String {
        switch error.problem {
        case .missing(let known): return missing(error.slot, known: known)
        case .mismatch(let found, let expected): return "{\(error.slot)} was given \(found); \(expected)"
        }
    }
}

/// The sentences that lessons share, and how values become what a message reads.
struct SharedTexts: Hashable, Sendable {
    private let catalogues: CatalogueSet

    init(_ catalogues: CatalogueSet) { self.catalogues = catalogues }

    /// All keys, sorted.
    var names: [String] { Set(catalogues.catalogues.values.flatMap(\.keys)).sorted() }

    /// The catalogues that they stand in.
    var all: CatalogueSet { catalogues }

    func has(_ key: String, in language: Language) -> Bool {
        catalogue(of: key, in: language) != nil
    }

    /// The catalogue that says it: the language's own, or the nearest that has it, with its language.
    private func catalogue(of key: String, in language: Language) -> (Catalogue, Language)? {
        language.nearest { language in
            guard let catalogue = catalogues.catalogues[language.code], catalogue.entries[key] != nil else {
                return nil
            }
            return (catalogue, language)
        }
    }

    /// A value as a message of this language reads it.
    func argument(_ value: Material.Value, in language: Language) throws(DocumentError) -> Argument {
        switch value {
        case .integer(let number): return .integer(number)
        case .number(let number): return .number(number)
        case .text(let text): return .text(text)
        case .name(let name): return .phrase(name[language])
        case .outcome(let name, _): return .outcome(name)
        case .list(let members):
            var arguments: [Argument] = []
            for member in members { arguments.append(try argument(member, in: language)) }
            return .list(arguments)
        case .shared(let key, let values): return .phrase(try phrase(key, values, in: language))
        }
    }

    /// A shared sentence.
    ///
    /// - Throws: ``DocumentError`` for a key that the catalogue has not, and for slots that nothing fills.
    func phrase(
        _ key: String, _ values: [String: Material.Value], in language: Language
    ) throws(DocumentError) -> Phrase {
        guard let (catalogue, spoken) = catalogue(of: key, in: language), let entry = catalogue.entries[key] else {
            let file = catalogues.leader?.file ?? "shared.\(language.leading.code).yaml"
            throw DocumentError(
                file: file, line: 1,
                "there is no shared text “\(key)”; "
                    + NearMisses.hint(for: key, in: names, otherwise: "a lesson asks for it: add it here."))
        }
        return try SlotValues(values: values, shared: self).phrase(entry.message, in: spoken, file: catalogue.file)
    }
}
