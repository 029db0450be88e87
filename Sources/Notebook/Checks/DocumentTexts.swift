import Documents
import Languages

extension DocumentLibrary {
    /// Every text of the documents and of the shared catalogue, both languages beside each other: a paragraph, a title, a
    /// word in a figure. Slots are left out.
    ///
    /// - Throws: ``DocumentError`` for documents that can't be read or part from each other.
    public func texts() throws(DocumentError) -> [SourceText] {
        var texts: [SourceText] = []
        for lesson in lessons {
            guard let documents = try documents(of: lesson) else { continue }
            texts += try documents.texts()
        }
        return texts + shared.texts() + glossary.texts { !$0.hasSuffix(".lesson") }
    }
}

extension SharedTexts {
    /// Every text of the catalogue, under its key in both languages.
    func texts() -> [SourceText] { all.texts { _ in true } }
}

extension CatalogueSet {
    /// Every text under the keys that are wanted, in both languages.
    fileprivate func texts(where isWanted: (String) -> Bool) -> [SourceText] {
        guard let english = catalogues["en"], let spanish = catalogues["es"] else { return [] }
        return english.keys.filter(isWanted).compactMap { key in
            guard let en = english.entries[key], let es = spanish.entries[key] else { return nil }
            return SourceText(
                file: english.file.belowLessons, line: en.line, en: en.message.typed, es: es.message.typed,
                spanishPlace: "\(spanish.file.belowLessons):\(es.line)")
        }
    }
}

extension LessonDocuments {
    /// Every text of the documents, in the order of the page, and the words for comments in code.
    func texts() throws(DocumentError) -> [SourceText] {
        guard let english = document(in: .en), let spanish = document(in: .es) else { return [] }
        let ours = try english.pieces(in: .en)
        let theirs = try spanish.pieces(in: .es)
        var texts: [SourceText] = []
        for (en, es) in zip(ours, theirs) {
            texts.append(
                SourceText(
                    file: english.file.belowLessons, line: en.line, en: en.text, es: es.text,
                    spanishPlace: "\(spanish.file.belowLessons):\(es.line)"))
        }
        return try texts + comments(of: english) + comments(of: spanish)
    }

    /// What comments in the source say, and what they say in a document.
    private func comments(of document: Document) throws(DocumentError) -> [SourceText] {
        var texts: [SourceText] = []
        for case .directive(let directive) in document.blocks where directive.kind == .listing {
            let words = try CommentWords(of: directive, file: document.file)
            texts += words.entries.sorted { $0.value.line < $1.value.line }.map { key, entry in
                SourceText(
                    file: document.file.belowLessons, line: entry.line, en: key, es: entry.text, isComment: true)
            }
        }
        return texts
    }
}

extension Document {
    /// A text and the line on which it begins.
    fileprivate typealias Piece = (text: String, line: Int)

    /// What is typed, piece by piece: as many pieces in the same order in every language of a ``DocumentSet``.
    fileprivate func pieces(in language: Language) throws(DocumentError) -> [Piece] {
        var pieces: [Piece] = []
        for entry in front where entry.key != "minutes" { pieces += try self.pieces(of: entry.value, language) }
        for block in blocks { pieces += try self.pieces(of: block, language) }
        return pieces
    }

    private func pieces(of block: Block, _ language: Language) throws(DocumentError) -> [Piece] {
        switch block {
        case .prose(let text):
            let message = try Message(
                text.source, dialect: .markdown, line: text.line, file: file, rules: language.rules)
            return [(message.typed, text.line)]
        case .directive(let directive):
            var pieces: [Piece] = []
            for entry in directive.texts { pieces += try self.pieces(of: entry.value, language) }
            for inner in directive.blocks { pieces += try self.pieces(of: inner, language) }
            return pieces
        }
    }

    private func pieces(of node: YAMLNode, _ language: Language) throws(DocumentError) -> [Piece] {
        switch node.content {
        case .scalar(let text):
            let message = try Message(of: text, at: node, file: file, rules: language.rules)
            return [(message.typed, node.line)]
        case .sequence(let members):
            var pieces: [Piece] = []
            for member in members { pieces += try self.pieces(of: member, language) }
            return pieces
        case .mapping(let entries):
            var pieces: [Piece] = []
            for entry in entries { pieces += try self.pieces(of: entry.value, language) }
            return pieces
        }
    }
}

extension Message {
    /// What somebody typed, slots left out; white space counts as one blank, however the lines are wrapped.
    fileprivate var typed: String {
        literals.map(\.text).joined(separator: " ")
            .split { " \n\r\t".contains($0) }.joined(separator: " ")
    }
}

extension String {
    /// The path without the folder `Lessons`.
    var belowLessons: String { hasPrefix("Lessons/") ? String(dropFirst("Lessons/".count)) : self }
}
