import Languages
import Notebook

/// The pages that lead to the lessons: one for each language, and the first of all, which offers the languages.
struct IndexPages {
    let report: Report
    let templates: Templates
    let shell: Shell
    /// How far the report is; nil for one that is whole.
    var state: ReportState?
    let figures: FigureLookup

    /// `en/index.html`: what the course is and its lessons.
    func contents(in language: Language) throws(PublishingError) -> PublishedFile {
        let context = context(language, folder: language)
        do {
            let body = try Self.body(context, figures)
            let description = Shell.Description(
                title: context.text(report.title), summary: context.text(report.title),
                path: language.page("index"),
                versions: report.languages.map { ($0, context.addresses.contents(in: $0)) },
                contents: .absent, refresh: context.refresh, kind: "contents")
            let bytes = try shell.page(body, description, in: context)
            return PublishedFile(path: language.page("index"), bytes: bytes)
        } catch {
            throw PublishingError(problem: error, lesson: nil, cell: "the list of lessons", language: language)
        }
    }

    /// What the course is and its lessons, in one language.
    static func body(_ context: PageContext, _ figures: FigureLookup) throws(PublishingError.Problem) -> HTML {
        try context.fill(
            "contents",
            [
                "title": .text(context.text(context.report.title)), "introduction": .html(introduction(context)),
                "signature": context.signature, "underway": context.underway,
                "lessonsLabel": .text(context.words[.lessons]),
                "lessonsAnchor": .text(context.addresses.anchor("lessons")), "lessons": context.lessonList(figures),
                "strip": context.strip(figures), "glossary": context.glossaryLink,
            ])
    }

    /// `index.html`: the course in each of its languages, side by side.
    func entrance() throws(PublishingError) -> PublishedFile {
        guard let first = report.languages.first else {
            throw PublishingError(problem: .noLanguage, lesson: nil, cell: nil, language: nil)
        }
        let context = context(first, folder: nil)
        do {
            var languages: [Slots] = []
            for language in report.languages { languages.append(try entrance(to: language)) }
            let titles = report.titles { self.context($0, folder: nil).text(report.title) }
            let body = try context.fill(
                "entrance",
                [
                    "strip": context.strip(figures),
                    "titles": .list(
                        titles.map { ["code": .text($0.language.code), "title": .text($0.text)] }),
                    "languages": .list(languages), "signature": context.signature,
                ])
            let description = Shell.Description(
                title: titles.map(\.text).joined(separator: " · "),
                summary: context.text(report.title), path: "index.html", versions: [], contents: .absent,
                refresh: context.refresh, kind: "entrance")
            return PublishedFile(path: "index.html", bytes: try shell.page(body, description, in: context))
        } catch {
            throw PublishingError(problem: error, lesson: nil, cell: "the first page", language: nil)
        }
    }

    private func entrance(to language: Language) throws(PublishingError.Problem) -> Slots {
        let context = context(language, folder: nil)
        return [
            "code": .text(language.code), "name": .text(language.endonym),
            "introduction": .html(try Self.introduction(context)),
            "address": .text(context.addresses.contents(in: language)), "read": .html(context.words.marked(.read)),
            "lessonsLabel": .text(context.words[.lessons]), "lessons": context.lessonList(),
            "notice": context.notices, "noticeLabel": .text(context.words[.notices]), "underway": context.underway,
        ]
    }

    private static func introduction(_ context: PageContext) throws(PublishingError.Problem) -> HTML {
        var sections = SectionCounter(anchor: { $0 })
        sections.allowed = false
        let renderer = MarkdownRenderer(
            foreign: ForeignWords(in: context.language),
            resolve: { (target) throws(PublishingError.Problem) in try context.resolve(target) })
        return try renderer.blocks(context.parse(context.report.introduction), sections: &sections)
    }

    private func context(_ language: Language, folder: Language?) -> PageContext {
        var context = PageContext(
            report: report, templates: templates, language: language, addresses: Addresses(form: .site(folder: folder)),
            warnings: report.notices)
        context.state = state
        return context
    }
}
