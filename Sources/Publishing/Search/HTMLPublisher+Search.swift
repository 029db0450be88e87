import Languages
import Notebook

/// What the search knows of each page lies beside it, in a file of its own: so it is there where the page is, and fits it,
/// however few pages there are.
extension HTMLPublisher {
    /// What the search knows of a lesson, in each language.
    func searchFiles(_ page: Page, outline: LessonOutline) throws(PublishingError) -> [PublishedFile] {
        var files: [PublishedFile] = []
        for language in report.languages {
            let known = try SearchIndexer.search(page, outline: outline, in: context(language, of: page))
            files.append(known.file(at: language.searchIndex(of: page.lesson.id)))
        }
        return files
    }

    /// The same of a lesson of which there is no more than what it says of itself.
    ///
    /// - Parameter number: the lesson's place in the curriculum, from 1.
    func searchFiles(_ lesson: LessonDescription, number: Int) -> [PublishedFile] {
        report.languages.map { language in
            SearchPage(lesson, number: number, in: context(language)).file(at: language.searchIndex(of: lesson.id))
        }
    }

    /// The same of lessons of which no page is made yet, for servers that make pages on request, and what
    /// the search knows of the glossary.
    ///
    /// - Parameter made: the ids of lessons that have been made.
    public func searchFiles(without made: Set<String>) throws(PublishingError) -> [PublishedFile] {
        let lessons = report.lessons.enumerated().filter { !made.contains($0.element.id) }
        return lessons.flatMap { searchFiles($0.element, number: report.lessons.number(at: $0.offset)) }
            + (try glossarySearch())
    }

    /// What the search knows of the glossary, in each language; nothing where there are no terms.
    func glossarySearch() throws(PublishingError) -> [PublishedFile] {
        guard !report.glossary.terms.isEmpty else { return [] }
        var files: [PublishedFile] = []
        for language in report.languages {
            let known = try GlossaryPage(context: context(language)).search()
            files.append(known.file(at: language.searchIndex(of: TermLinker.page)))
        }
        return files
    }
}

extension PageContext {
    /// As many results are listed at most.
    static let mostResults = 40

    /// What is said of each number of results from 1 on, a line each: which form goes with which number, the language
    /// knows and the page's script does not.
    private var counts: String {
        (1...Self.mostResults).map { count in
            words(.results, ["count": .integer(count)]).split { $0.isNewline }.joined(separator: " ")
        }.joined(separator: "\n")
    }

    /// The field in the bar.
    ///
    /// - Parameter known: what the search knows, where the page holds that itself.
    func searchField(_ known: HTML?) -> Slot {
        let names = report.lessons.map(\.id) + (report.glossary.terms.isEmpty ? [] : [TermLinker.page])
        let pages = names.filter { reach.holds(language.page($0)) }.joined(separator: " ")
        return .list([
            [
                "label": .text(words[.search]), "results": .text(addresses.anchor("search-results")),
                "none": .text(words(.noResult, ["query": .text("{query}")])), "counts": .text(counts),
                "more": .text(words(.moreResults, ["count": .integer(Self.mostResults)])),
                "missing": .text(words[.searchMissing]), "pages": known == nil ? .text(pages) : .absent,
                "known": known.map(Slot.html) ?? .absent,
            ]
        ])
    }
}
