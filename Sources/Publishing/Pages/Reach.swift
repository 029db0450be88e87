import Languages

/// Which pages of a site are there to be linked to. What is not there is named without a link.
public enum Reach: Sendable {
    /// All that a whole report has.
    case everything
    /// The same while it is being made: of these lessons there is no more than the page, and no place within it.
    case unfinished(Set<String>)
    /// These, by their paths from the folder at the top: `en/edges.html`.
    case only(Set<String>)

    /// Whether a page may be linked to.
    func holds(_ path: String) -> Bool {
        switch self {
        case .everything, .unfinished: true
        case .only(let paths): paths.contains(path)
        }
    }

    /// Whether a place within a lesson's page may be linked to.
    func holdsPlaces(of lesson: String) -> Bool {
        if case .unfinished(let lessons) = self { !lessons.contains(lesson) } else { true }
    }
}

extension Language {
    /// The path of one of its pages from the folder at the top: `en/edges.html`.
    public func page(_ name: String) -> String { "\(code)/\(name).html" }
}

extension HTMLPublisher {
    /// The pages of the report that lead to others or are led to: lists, glossary, lessons, in each language.
    public var pagePaths: [String] {
        let names = ["index"] + (report.glossary.terms.isEmpty ? [] : [TermLinker.page]) + report.lessons.map(\.id)
        return report.languages.flatMap { language in names.map(language.page) }
    }
}
