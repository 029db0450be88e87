import Documents
import Languages

/// A lesson's documents in the languages that it is written in, and what their front matter says.
public struct LessonDocuments: Sendable {
    /// The lesson's id, which begins the names of its files.
    public let id: String
    /// In step with each other.
    let set: DocumentSet

    /// The languages that have one, the leading one first.
    let languages: [Language]

    /// - Parameter documents: each with its language, the one that leads first.
    /// - Throws: ``DocumentError`` where documents part.
    public init(_ id: String, _ documents: [(language: Language, document: Document)]) throws(DocumentError) {
        self.id = id
        languages = documents.map(\.language)
        set = try DocumentSet(documents.map { ($0.language.code, $0.document) })
    }

    /// The document of a language.
    func document(in language: Language) -> Document? { set.documents[language.code] }

    /// All of them, the leading one first.
    var all: [(language: Language, document: Document)] {
        languages.compactMap { language in document(in: language).map { (language, $0) } }
    }

    /// What the lesson says of itself before it runs: its front matter, and the figures that stand below.
    ///
    /// - Throws: ``DocumentError`` for what is missing, unknown or no text.
    public func description() throws(DocumentError) -> LessonDescription {
        var fronts: [(Language, FrontMatter)] = []
        for (language, document) in all { fronts.append((language, try FrontMatter(of: document, in: language))) }
        guard let leader = fronts.first?.1 else {
            throw DocumentError(file: "\(id).md", line: 1, "the lesson “\(id)” has no document in any language")
        }
        for (_, front) in fronts {
            guard front.goals.count == leader.goals.count else {
                throw DocumentError(
                    file: front.file, line: 1,
                    "there are \(front.goals.count) goals here, and \(leader.goals.count) in \(leader.file)")
            }
            guard front.isOpening == leader.isOpening else {
                throw DocumentError(
                    file: front.file, line: 1,
                    "one of two texts opens the course: write `opening: true` here and in \(leader.file), or in neither"
                )
            }
            guard front.minutes == leader.minutes else {
                throw DocumentError(
                    file: front.file, line: 1,
                    "it takes \(front.minutes) minutes here, and \(leader.minutes) in \(leader.file)")
            }
        }
        func text(_ phrase: (FrontMatter) -> Phrase) -> Localized {
            Localized(Dictionary(fronts.map { ($0.0, phrase($0.1)) }) { first, _ in first })
        }
        let figures = try figures()
        return try LessonDescription(
            id: id, title: text(\.title), question: text(\.question),
            goals: leader.goals.indices.map { index in text { $0.goals[index] } }, minutes: leader.minutes,
            figures: figures, emblem: emblem(leader, among: figures), formerFigures: formerFigures(),
            isOpening: leader.isOpening, languages: languages)
    }

    /// The figure that is to stand for the lesson; nil where none is named.
    private func emblem(_ leader: FrontMatter, among figures: [String]) throws(DocumentError) -> String? {
        guard let emblem = leader.emblem else { return nil }
        guard let name = emblem.text, figures.contains(name) else {
            let hint = NearMisses.hint(
                for: emblem.text ?? "", in: figures, otherwise: "there are \(figures.joined(separator: ", ")).")
            throw DocumentError(
                file: leader.file, line: emblem.line, "the emblem is one of the lesson's figures; \(hint)")
        }
        return name
    }

    /// What figures were called before they moved here.
    private func formerFigures() throws(DocumentError) -> [String: String] {
        guard let document = all.first?.document else { return [:] }
        var names: [String: String] = [:]
        for case .directive(let directive) in document.blocks {
            guard let old = directive.option("formerly") else { continue }
            guard let name = old.text, name.split(separator: "/").count == 2 else {
                throw DocumentError(
                    file: document.file, line: old.line,
                    "“formerly” is a lesson and its figure: `formerly: networks/descent`")
            }
            names[name] = directive.argument
        }
        return names
    }

    /// The ids of the figures, top to bottom.
    private func figures() throws(DocumentError) -> [String] {
        guard let document = all.first?.document else { return [] }
        var ids: [String] = []
        for case .directive(let directive) in document.blocks {
            if directive.kind == .figure {
                ids.append(directive.argument)
            } else if directive.kind.isOperation {
                ids.append(
                    try Attributes(
                        directive.argument, of: directive.kind, file: document.file, line: directive.line
                    ).id)
            }
        }
        return ids
    }
}

/// What stands between the first two lines of three hyphens.
private struct FrontMatter {
    let file: String
    let title: Phrase
    let question: Phrase
    let goals: [Phrase]
    let minutes: Int
    let isOpening: Bool
    /// The name of a figure.
    let emblem: YAMLNode?

    private static let known = ["title", "question", "goals", "minutes", "opening", "emblem"]

    init(of document: Document, in language: Language) throws(DocumentError) {
        let (file, front) = (document.file, document.front)
        self.file = file
        for entry in front where !Self.known.contains(entry.key) {
            let hint = NearMisses.hint(
                for: entry.key, in: Self.known, otherwise: "it has \(Self.known.joined(separator: ", ")).")
            throw DocumentError(file: file, line: entry.line, "front matter has no “\(entry.key)”; \(hint)")
        }
        func entry(_ key: String, _ example: String) throws(DocumentError) -> YAMLNode {
            guard let entry = front.first(where: { $0.key == key }) else {
                throw DocumentError(file: file, line: 1, "front matter lacks “\(key)”: write `\(key): \(example)`")
            }
            return entry.value
        }
        func phrase(_ node: YAMLNode) throws(DocumentError) -> Phrase {
            guard let text = node.text else {
                throw DocumentError(file: file, line: node.line, "a text is wanted here, in one line")
            }
            let message = try Message(of: text, at: node, file: file, rules: language.rules)
            do throws(SlotError) { return try message.phrase([:], in: language.rules) } catch {
                throw DocumentError(
                    file: file, line: error.line, "front matter is read before the lesson runs and has no slots")
            }
        }
        title = try phrase(entry("title", "…"))
        question = try phrase(entry("question", "…"))
        let list = try entry("goals", "[…]")
        guard let members = list.members, !members.isEmpty else {
            throw DocumentError(file: file, line: list.line, "goals are a list: a line each, with a hyphen before it")
        }
        var goals: [Phrase] = []
        for member in members { goals.append(try phrase(member)) }
        self.goals = goals
        let time = try entry("minutes", "7")
        guard let text = time.text, let minutes = Int(text), (1...600).contains(minutes) else {
            throw DocumentError(file: file, line: time.line, "minutes are a whole number from 1 to 600")
        }
        self.minutes = minutes
        let opening = front.first { $0.key == "opening" }?.value
        guard opening == nil || ["true", "false"].contains(opening?.text) else {
            throw DocumentError(
                file: file, line: opening?.line ?? 1, "opening is true for the lesson before the first, else false")
        }
        isOpening = opening?.text == "true"
        emblem = front.first { $0.key == "emblem" }?.value
    }
}
