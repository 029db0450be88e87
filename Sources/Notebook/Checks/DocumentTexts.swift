import Documents
import Languages

extension DocumentLibrary {
    /// Every text of the documents and catalogues, all languages beside each other: a paragraph, a title, a word in a
    /// figure. Slots are left out.
    ///
    /// - Throws: ``DocumentError`` for documents that can't be read or part from each other.
    public func texts() throws(DocumentError) -> [SourceText] {
        var texts: [SourceText] = []
        for lesson in lessons {
            guard let documents = try documents(of: lesson) else { continue }
            guard let leading = languages.languages.first else { continue }
            texts += try documents.texts(leading: leading)
        }
        let known = languages.languages
        for name in LanguageSet.catalogues { texts += languages.words[name]?.texts(in: known) { _ in true } ?? [] }
        if let leading = known.first {
            for (_, words) in scripts.sorted(by: { $0.key < $1.key }) {
                for (language, own) in words.sorted(by: { $0.key < $1.key }) { texts += own.texts(language, leading) }
            }
        }
        return texts + shared.all.texts(in: known) { _ in true }
            + glossary.texts(in: known) { !$0.hasSuffix(".lesson") }
    }
}

extension CatalogueSet {
    /// Every text under the keys that are wanted.
    fileprivate func texts(in languages: [Language], where isWanted: (String) -> Bool) -> [SourceText] {
        guard let leader else { return [] }
        return leader.keys.filter(isWanted).compactMap { key in
            let versions = languages.compactMap { language -> SourceText.Version? in
                guard let catalogue = catalogues[language.code], let entry = catalogue.entries[key] else { return nil }
                return SourceText.Version(
                    language: language, text: entry.message.typed, file: catalogue.file.belowLessons, line: entry.line,
                    lines: entry.message.lines, quotation: entry.message.quotation)
            }
            return SourceText(versions)
        }
    }
}

extension LessonDocuments {
    /// Every text of the documents, in the order of the page, and the words for comments in code.
    ///
    /// - Parameter leading: the language of the comments in the source.
    fileprivate func texts(leading: Language) throws(DocumentError) -> [SourceText] {
        var pieces: [[SourceText.Version]] = []
        var comments: [SourceText] = []
        for (language, document) in all {
            pieces.append(try document.pieces(in: language))
            comments += try self.comments(of: document, in: language, leading)
        }
        let count = pieces.map(\.count).min() ?? 0
        return (0..<count).compactMap { index in SourceText(pieces.map { $0[index] }) } + comments
    }

    /// What comments in the source say, and what they say in a document.
    private func comments(
        of document: Document, in language: Language, _ leading: Language
    ) throws(DocumentError) -> [SourceText] {
        var texts: [SourceText] = []
        for case .directive(let directive) in document.blocks where directive.kind == .listing {
            let words = try CommentWords(of: directive, file: document.file)
            texts += words.texts(language, leading)
        }
        return texts
    }
}

extension CommentWords {
    /// What the source says, and what it says here.
    fileprivate func texts(_ language: Language, _ leading: Language) -> [SourceText] {
        entries.sorted { $0.value.line < $1.value.line }.map { key, entry in
            SourceText(
                source: .init(language: leading, text: key, file: file.belowLessons, line: entry.line),
                translations: [
                    .init(language: language, text: entry.text, file: file.belowLessons, line: entry.line)
                ],
                isComment: true)
        }
    }
}

extension SourceText {
    fileprivate init?(_ versions: [Version]) {
        guard let source = versions.first else { return nil }
        self.init(source: source, translations: Array(versions.dropFirst()))
    }
}

extension Document {
    /// What is typed, piece by piece: as many pieces in the same order in every language of a ``DocumentSet``.
    fileprivate func pieces(in language: Language) throws(DocumentError) -> [SourceText.Version] {
        var pieces: [SourceText.Version] = []
        for entry in front where !["minutes", "opening", "emblem"].contains(entry.key) {
            pieces += try self.pieces(of: entry.value, language)
        }
        for block in blocks { pieces += try self.pieces(of: block, language) }
        return pieces
    }

    private func piece(_ message: Message, _ language: Language, _ line: Int) -> SourceText.Version {
        SourceText.Version(
            language: language, text: message.typed, file: file.belowLessons, line: line, lines: message.lines,
            quotation: message.quotation)
    }

    private func pieces(of block: Block, _ language: Language) throws(DocumentError) -> [SourceText.Version] {
        switch block {
        case .prose(let text):
            let message = try Message(
                text.source, dialect: .markdown, line: text.line, file: file, rules: language.rules)
            return [piece(message, language, text.line)]
        case .directive(let directive):
            var pieces: [SourceText.Version] = []
            for entry in directive.texts { pieces += try self.pieces(of: entry.value, language) }
            for inner in directive.blocks { pieces += try self.pieces(of: inner, language) }
            return pieces
        }
    }

    private func pieces(of node: YAMLNode, _ language: Language) throws(DocumentError) -> [SourceText.Version] {
        switch node.content {
        case .scalar(let text):
            let message = try Message(of: text, at: node, file: file, rules: language.rules)
            return [piece(message, language, node.line)]
        case .sequence(let members):
            var pieces: [SourceText.Version] = []
            for member in members { pieces += try self.pieces(of: member, language) }
            return pieces
        case .mapping(let entries):
            var pieces: [SourceText.Version] = []
            for entry in entries { pieces += try self.pieces(of: entry.value, language) }
            return pieces
        }
    }
}

extension Message {
    /// What somebody typed, slots left out; white space counts as one blank, however the lines are wrapped.
    fileprivate var typed: String { words.map(\.text).joined(separator: " ") }

    /// The line of each word of ``typed``, from 1.
    fileprivate var lines: [Int] { words.map(\.line) }

    private var words: [(text: Substring, line: Int)] {
        literals.flatMap { literal in
            literal.text.split(omittingEmptySubsequences: false) { $0.isNewline }.enumerated().flatMap { index, line in
                line.split { " \t".contains($0) }.map { ($0, literal.line + index) }
            }
        }
    }
}

extension String {
    /// The path without the folder `Lessons`.
    var belowLessons: String { hasPrefix("Lessons/") ? String(dropFirst("Lessons/".count)) : self }
}
