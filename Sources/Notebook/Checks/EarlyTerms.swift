import Languages
import Storage

/// Which words of the glossary may stand in lessons before the one that explains them, and why: everyday words, which
/// a reader understands well enough until then.
public struct EarlyTerms: Sendable {
    /// By the term's id.
    private let reasons: [String: String]

    /// Reads `{"layer": "an everyday word"}`.
    public init(decoding bytes: [UInt8]) throws {
        reasons = try CanonicalJSON.decode([String: String].self, from: bytes)
    }

    /// Terms that a lesson uses before they are explained, each once a language, and reasons for terms that no lesson
    /// uses too early. The lesson that opens the course may name what is to come.
    public func findings(in texts: [SourceText], _ curriculum: Curriculum) -> [Finding] {
        let order = curriculum.descriptions.filter { !$0.isOpening }.map(\.id)
        let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
        let terms = curriculum.glossary.terms.compactMap { term in
            places[term.lesson].map { (term: term, explained: $0) }
        }
        var forms: [Language: [[(form: String, words: [String])]]] = [:]
        var findings: [Finding] = []
        var needed: Set<String> = []
        var told: Set<String> = []
        for text in texts where !text.isComment {
            guard let place = places[text.lesson] else { continue }
            for version in text.versions {
                // What a link is called leads to where it is explained.
                let prose = Self.words(of: version.text.withoutLinks)
                let used = Set(prose)
                let known =
                    forms[version.language]
                    ?? terms.map { term, _ in
                        term.forms(in: version.language).map { ($0, Self.words(of: $0)) }
                    }
                forms[version.language] = known
                for ((term, explained), forms) in zip(terms, known) where place < explained {
                    guard let form = forms.first(where: { Self.stands($0.words, in: prose, used) })?.form else {
                        continue
                    }
                    needed.insert(term.id)
                    guard reasons[term.id] == nil, told.insert("\(term.id) \(version.language.code)").inserted else {
                        continue
                    }
                    findings.append(
                        Finding(
                            lesson: text.lesson, cell: version.place,
                            what: "“\(form)” is used here and explained in “\(term.lesson)”, which comes later",
                            remedy: "Explain it here, use another word, or give the reason in Records/early.json"))
                }
            }
        }
        let unused = reasons.keys.filter { !needed.contains($0) }.sorted()
        return findings
            + unused.map { id in
                Finding(
                    lesson: "", cell: "Records/early.json",
                    what: "a reason is given for “\(id)”, which no lesson uses too early", remedy: "Take it out")
            }
    }

    /// The words of a text, in small letters.
    private static func words(of text: String) -> [String] {
        text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "-") }.map(String.init)
    }

    /// Whether words stand in a row in a text.
    ///
    /// - Parameter used: each of the text's words once: most terms are ruled out by their first.
    private static func stands(_ words: [String], in text: [String], _ used: Set<String>) -> Bool {
        guard let first = words.first, used.contains(first) else { return false }
        return words.count == 1 || text.indices.contains { text[$0...].starts(with: words) }
    }
}
