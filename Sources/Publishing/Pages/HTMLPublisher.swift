import Languages
import Notebook

/// Makes the pages of a report. Reads and writes no file: what it returns is for the caller to write, in order.
public struct HTMLPublisher: Sendable {
    /// What the pages have in common.
    public let report: Report
    private let templates: Templates
    private let shell: Shell

    /// - Throws: ``PublishingError`` for a report without languages, with lessons whose ids are no file names or
    ///   occur twice, or with a source address that is not plain https.
    public init(_ report: Report) throws(PublishingError) {
        self.report = report
        do {
            try Self.check(report)
            templates = try Self.templates(from: EmbeddedText.files)
            shell = try Self.shell(from: EmbeddedText.files)
        } catch {
            throw PublishingError(problem: error, lesson: nil, cell: nil, language: nil)
        }
    }

    /// The report as a site: the pages of all lessons, then the lists, `index.html` last.
    ///
    /// - Parameters:
    ///   - pages: the lessons at hand, in any order.
    ///   - figures: where the file of a figure is.
    public func site(
        _ pages: [Page], figures: @escaping FigureLookup
    ) throws(PublishingError) -> [PublishedFile] {
        let outlines = try outlines(pages)
        var files: [PublishedFile] = []
        for page in pages { files += try lesson(page, outlines, figures) }
        return try files + indexes()
    }

    /// The pages of one lesson, one for each language. They are the same whether other lessons are at hand or not,
    /// but links to places in other lessons are only checked when those are.
    public func lesson(
        _ page: Page, figures: @escaping FigureLookup
    ) throws(PublishingError) -> [PublishedFile] {
        try lesson(page, outlines([page]), figures)
    }

    /// The report as one file, `course.html`, that needs nothing beside it.
    ///
    /// - Parameters:
    ///   - pages: every lesson that the report lists, in any order.
    ///   - figures: where the file of a figure is, as for ``site(_:figures:)``.
    ///   - bytes: the content of such a file, a PNG.
    public func wholeFile(
        _ pages: [Page], figures: @escaping FigureLookup, bytes: (FigureFile) -> [UInt8]?
    ) throws(PublishingError) -> PublishedFile {
        for lesson in report.lessons where !pages.contains(where: { $0.lesson.id == lesson.id }) {
            throw PublishingError(problem: .missingPage, lesson: lesson.id, cell: nil, language: nil)
        }
        return try WholeFile(
            report: report, templates: templates, shell: shell, pages: pages, outlines: outlines(pages),
            figures: figures
        ).file(bytes: bytes)
    }

    /// The list of lessons and the glossary in each language, and `index.html` last.
    public func indexes() throws(PublishingError) -> [PublishedFile] {
        let pages = IndexPages(report: report, templates: templates, shell: shell)
        var files: [PublishedFile] = []
        for language in report.languages { files.append(try pages.contents(in: language)) }
        if !report.glossary.terms.isEmpty {
            for language in report.languages {
                let context = PageContext(
                    report: report, templates: templates, language: language,
                    addresses: Addresses(form: .site(folder: language)), warnings: [])
                files.append(try GlossaryPage(context: context).file(in: shell))
            }
        }
        return try files + [pages.entrance()]
    }

    private func lesson(
        _ page: Page, _ outlines: [String: LessonOutline], _ figures: @escaping FigureLookup
    ) throws(PublishingError) -> [PublishedFile] {
        guard let outline = outlines[page.lesson.id] else { return [] }
        var files: [PublishedFile] = []
        for language in report.languages {
            let context = context(language, of: page, outlines)
            let lesson = LessonPage(page: page, outline: outline, context: context, figures: figures)
            files.append(try lesson.file(in: shell))
        }
        return files
    }

    // MARK: Checks

    private static func check(_ report: Report) throws(PublishingError.Problem) {
        if report.languages.isEmpty { throw .noLanguage }
        if Set(report.languages).count < report.languages.count {
            throw .duplicateName(report.languages.map(\.rawValue).joined(separator: ", "), of: "language")
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
        if let source = report.source {
            let target: LinkTarget?
            do { target = try LinkTarget(source) } catch { target = nil }
            guard case .outside = target, source.hasSuffix("/") else { throw .badSource(source) }
        }
    }

    private static func templates(from files: [String: String]) throws(PublishingError.Problem) -> Templates {
        do { return try Templates(files) } catch { throw .template(error) }
    }

    private static func shell(from files: [String: String]) throws(PublishingError.Problem) -> Shell {
        do { return try Shell(files) } catch { throw .template(error) }
    }

    /// The places of each lesson, by its id.
    private func outlines(_ pages: [Page]) throws(PublishingError) -> [String: LessonOutline] {
        var outlines: [String: LessonOutline] = [:]
        for page in pages {
            guard outlines.updateValue(try outline(page), forKey: page.lesson.id) == nil else {
                throw PublishingError(
                    problem: .duplicateName(page.lesson.id, of: "page"), lesson: page.lesson.id, cell: nil,
                    language: nil)
            }
        }
        return outlines
    }

    /// The places of a lesson; its languages must agree on them.
    func outline(_ page: Page) throws(PublishingError) -> LessonOutline {
        func wrap(
            _ problem: PublishingError.Problem, cell: String? = nil, _ language: Language? = nil
        ) -> PublishingError {
            PublishingError(problem: problem, lesson: page.lesson.id, cell: cell, language: language)
        }
        guard let index = report.lessons.firstIndex(where: { $0.id == page.lesson.id }) else {
            let near = NearMisses.of(page.lesson.id, in: report.lessons.map(\.id))
            throw wrap(.unknownLesson(page.lesson.id, nearMisses: near))
        }
        guard page.number == index + 1 else { throw wrap(.wrongNumber(page.number, expected: index + 1)) }
        var sections = 0
        for (index, cell) in page.cells.enumerated() {
            guard case .prose(let text) = cell else { continue }
            var levels: [[Int]] = []
            for language in report.languages {
                do {
                    levels.append(try Self.headings(context(language, of: page).parse(text)))
                } catch {
                    throw wrap(error, cell: cell.name(at: index), language)
                }
            }
            guard Set(levels).count == 1 else {
                throw wrap(.languagesDiffer(what: "headings"), cell: cell.name(at: index))
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

    func context(
        _ language: Language, of page: Page, _ outlines: [String: LessonOutline] = [:]
    ) -> PageContext {
        PageContext(
            report: report, templates: templates, language: language,
            addresses: Addresses(form: .site(folder: language)),
            warnings: report.notices + page.notices.map(\.sentence).filter { !report.notices.contains($0) },
            outlines: outlines)
    }
}
