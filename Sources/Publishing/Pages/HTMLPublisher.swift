import Languages
import Notebook

/// Makes the pages of a report. Reads and writes no file: what it returns is for the caller to write, in order.
public struct HTMLPublisher: Sendable {
    /// What the pages have in common.
    public let report: Report
    private let templates: Templates
    private let shell: Shell

    /// - Parameter resources: templates, style sheets and the script by file name; by default those that the program
    ///   carries.
    /// - Throws: ``PublishingError`` for a report without languages, with lessons whose ids are no file names or
    ///   occur twice, or with a source address that is not plain https; for a template that does not parse.
    public init(_ report: Report, resources: [String: String]? = nil) throws(PublishingError) {
        self.report = report
        let resources = resources ?? EmbeddedText.files
        do {
            try Self.check(report)
            templates = try Self.templates(from: resources)
            shell = try Self.shell(from: resources)
        } catch {
            throw PublishingError(problem: error, lesson: nil, cell: nil, language: nil)
        }
    }

    /// The pages of one lesson, one for each language, and what the search knows of them. They are the same whether other lessons are at hand or not,
    /// but links to places in other lessons are only checked when those are.
    ///
    /// - Parameters:
    ///   - places: those of the other lessons at hand.
    ///   - reach: the pages that may be linked to, the lesson's own among them.
    public func lesson(
        _ page: Page, among places: PlaceIndex = PlaceIndex(), reach: Reach = .everything,
        figures: @escaping FigureLookup
    ) throws(PublishingError) -> [PublishedFile] {
        let outline: LessonOutline
        if let known = places.outlines[page.lesson.id] { outline = known } else { outline = try self.outline(page) }
        var files: [PublishedFile] = []
        for language in report.languages {
            var context = context(language, of: page, places)
            context.reach = reach
            let lesson = LessonPage(page, outline: outline, context: context, figures: figures)
            files.append(try lesson.file(in: shell))
        }
        return try files + searchFiles(page, outline: outline)
    }

    /// The pages that stand in the place of a lesson that could not be made: what failed, where, and what to do.
    public func lesson(_ failure: FailedLesson) throws(PublishingError) -> [PublishedFile] {
        var files: [PublishedFile] = []
        for language in report.languages {
            files.append(try LessonPage(failure, context: context(language)).file(in: shell))
        }
        return files + searchFiles(failure.lesson, number: failure.number)
    }

    /// The page in one language that stands in the place of a lesson until it is written.
    func lesson(_ pending: PendingLesson, in language: Language) throws(PublishingError) -> PublishedFile {
        try LessonPage(pending, context: context(language)).file(in: shell)
    }

    /// The report as one file, `course.html`, that needs nothing beside it.
    ///
    /// - Parameters:
    ///   - pages: every lesson that the report lists, in any order, but for those that failed.
    ///   - failures: the lessons that could not be made.
    ///   - figures: where the file of a figure is, as for ``lesson(_:among:reach:figures:)``; its name tells figures apart.
    ///   - drawing: the figure, or a form of it, that has a file of this path, to stand in the page.
    public func wholeFile(
        _ pages: [Page], failures: [FailedLesson] = [], figures: @escaping FigureLookup,
        drawing: (String) -> ThemedDrawing?
    ) throws(PublishingError) -> PublishedFile {
        var places = try places(of: pages)
        for failure in failures { places.fail(failure.lesson.id) }
        for lesson in report.lessons where places.outlines[lesson.id] == nil && !places.failed.contains(lesson.id) {
            throw PublishingError(problem: .missingPage, lesson: lesson.id, cell: nil, language: nil)
        }
        return try WholeFile(
            report: report, templates: templates, shell: shell, pages: pages, failures: failures, places: places,
            figures: figures
        ).file(drawing: drawing)
    }

    /// The glossary and the list of lessons in each language, and `index.html` last.
    ///
    /// - Parameter figures: where the file of a figure is, for each lesson to show its emblem.
    public func indexes(
        figures: @escaping FigureLookup = { _, _, _ in nil }
    ) throws(PublishingError) -> [PublishedFile] {
        try glossary() + lists(figures: figures)
    }

    /// The list of lessons in each language, and `index.html` last.
    ///
    /// - Parameter state: how far the report is; nil for one that is whole.
    func lists(
        _ state: ReportState? = nil, figures: @escaping FigureLookup = { _, _, _ in nil }
    ) throws(PublishingError) -> [PublishedFile] {
        let pages = IndexPages(report: report, templates: templates, shell: shell, state: state, figures: figures)
        var files: [PublishedFile] = []
        for language in report.languages { files.append(try pages.contents(in: language)) }
        return try files + [pages.entrance()]
    }

    /// The glossary in each language, and what the search knows of it; none where there are no terms.
    func glossary() throws(PublishingError) -> [PublishedFile] {
        guard !report.glossary.terms.isEmpty else { return [] }
        var files: [PublishedFile] = []
        for language in report.languages {
            var context = context(language)
            // No number of a run stands there.
            context.warnings = []
            files.append(try GlossaryPage(context: context).file(in: shell))
        }
        return try files + glossarySearch()
    }

    // MARK: PlaceIndex

    /// Everything that links may lead to on these pages.
    ///
    /// - Throws: ``PublishingError`` for a page that the report does not list, two of one lesson, and a page whose
    ///   languages differ in their headings.
    public func places(of pages: [Page]) throws(PublishingError) -> PlaceIndex {
        var places = PlaceIndex()
        for page in pages { try add(page, to: &places) }
        return places
    }

    /// Adds the places of one page, for callers that want to know which page is at fault.
    ///
    /// - Throws: as ``places(of:)``.
    public func add(_ page: Page, to places: inout PlaceIndex) throws(PublishingError) {
        guard places.outlines.updateValue(try outline(page), forKey: page.lesson.id) == nil else {
            throw PublishingError(
                problem: .duplicateName(page.lesson.id, of: "page"), lesson: page.lesson.id, cell: nil, language: nil)
        }
    }

    /// What other formats need of a page.
    func parts(
        of page: Page, in language: Language
    ) throws(PublishingError) -> (outline: LessonOutline, context: PageContext) {
        (try outline(page), context(language, of: page))
    }

    // MARK: Checks

    private static func check(_ report: Report) throws(PublishingError.Problem) {
        if report.languages.isEmpty { throw .noLanguage }
        if Set(report.languages).count < report.languages.count {
            throw .duplicateName(report.languages.map(\.code).joined(separator: ", "), of: "language")
        }
        var ids: Set<String> = ["index", TermLinker.page]
        for lesson in report.lessons {
            guard LinkTarget.isName(lesson.id) else { throw .badName(lesson.id, of: "lesson") }
            guard ids.insert(lesson.id).inserted else { throw .duplicateName(lesson.id, of: "lesson") }
        }
        var terms: Set<String> = []
        for term in report.glossary.terms {
            guard LinkTarget.isName(term.id) else { throw .badName(term.id, of: "term") }
            guard terms.insert(term.id).inserted else { throw .duplicateName(term.id, of: "term") }
        }
        for address in [report.source, report.base].compactMap(\.self) {
            let target: LinkTarget?
            do { target = try LinkTarget(address) } catch { target = nil }
            guard case .outside = target, address.hasSuffix("/") else { throw .badSource(address) }
        }
    }

    private static func templates(from files: [String: String]) throws(PublishingError.Problem) -> Templates {
        do { return try Templates(files) } catch { throw .template(error) }
    }

    private static func shell(from files: [String: String]) throws(PublishingError.Problem) -> Shell {
        try Shell(files)
    }

    /// The places of a lesson; its languages must agree on them.
    func outline(_ page: Page) throws(PublishingError) -> LessonOutline {
        func wrap(_ problem: PublishingError.Problem) -> PublishingError {
            PublishingError(problem: problem, lesson: page.lesson.id, cell: nil, language: nil)
        }
        guard let index = report.lessons.firstIndex(where: { $0.id == page.lesson.id }) else {
            let near = NearMisses.of(page.lesson.id, in: report.lessons.map(\.id))
            throw wrap(.unknownLesson(page.lesson.id, nearMisses: near))
        }
        let number = report.lessons.number(at: index)
        guard page.number == number else { throw wrap(.wrongNumber(page.number, expected: number)) }
        var sections = 0
        for (index, cell) in page.cells.enumerated() {
            guard case .prose(let text) = cell else { continue }
            var levels: [[Int]] = []
            for language in report.languages {
                do {
                    levels.append(try Self.headings(context(language, of: page).parse(text)))
                } catch {
                    throw PublishingError(error, of: page, cell: index, in: language)
                }
            }
            guard Set(levels).count == 1 else {
                throw PublishingError(
                    problem: .languagesDiffer(what: "headings"), lesson: page.lesson.id, cell: cell.name(at: index),
                    language: nil)
            }
            sections += levels[0].count
        }
        do { return try LessonOutline(page, sections: sections) } catch { throw wrap(error) }
    }

    /// The levels of the headings in a text, those in lists and notes included.
    private static func headings(_ blocks: [Block]) -> [Int] {
        blocks.flatMap { block -> [Int] in
            switch block {
            case .heading(let level, _): [level]
            case .list(_, let items): items.flatMap(headings)
            case .note(let content): headings(content)
            default: []
            }
        }
    }

    func context(_ language: Language, of page: Page? = nil, _ places: PlaceIndex = PlaceIndex()) -> PageContext {
        let own = page?.notices.map(\.sentence) ?? []
        return PageContext(
            report: report, templates: templates, language: language,
            addresses: Addresses(form: .site(folder: language)),
            warnings: report.notices + own.filter { !report.notices.contains($0) }, places: places)
    }
}
