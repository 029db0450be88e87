import Languages
import Notebook

/// The whole course in one file: every language, every lesson, every picture, and nothing to fetch.
struct WholeFile {
    let report: Report
    let templates: Templates
    let shell: Shell
    let pages: [Page]
    let failures: [FailedLesson]
    let places: PlaceIndex
    let figures: FigureLookup

    /// - Parameter drawing: a figure by its path, to stand in the page.
    func file(drawing: (String) -> ThemedDrawing?) throws(PublishingError) -> PublishedFile {
        let pictures = try collect(drawing)
        var editions: [Slots] = []
        for language in report.languages { editions.append(try edition(language, pictures)) }
        guard let first = report.languages.first else { throw wrap(.noLanguage) }
        do {
            let context = context(first, lesson: nil, pictures, warnings: report.notices)
            let titles = report.titles { self.context($0, lesson: nil, pictures, warnings: []).text(report.title) }
            let description = Shell.Description(
                title: titles.map(\.text).joined(separator: " · "), summary: context.text(report.title),
                path: "course.html",
                versions: [], contents: .absent, kind: "whole", labs: pages.flatMap(\.figures).compactMap(\.lab))
            var slots = try shell.head(description, in: context, adding: pictures.style)
            slots["labs"] = .html(try LabMaterial(labs: description.labs).markup)
            slots["pictures"] = .html(pictures.parts)
            slots["editions"] = .list(editions)
            return PublishedFile(path: "course.html", bytes: Array(try context.fill("whole", slots).markup.utf8))
        } catch {
            throw wrap(error)
        }
    }

    /// Everything in one language.
    private func edition(_ language: Language, _ pictures: EmbeddedPictures) throws(PublishingError) -> Slots {
        let context = context(language, lesson: nil, pictures, warnings: warnings)
        var lessons: [Slots] = []
        for lesson in written(in: language, pictures) {
            let anchor = context.addresses.lesson(lesson.lesson.id, in: language).dropFirst()
            lessons.append(["anchor": .text(String(anchor)), "body": .html(try lesson.body().markup)])
        }
        if !report.glossary.terms.isEmpty {
            let context = self.context(language, lesson: TermLinker.page, pictures, warnings: [])
            let anchor = context.addresses.lesson(TermLinker.page, in: language).dropFirst()
            do {
                lessons.append(
                    ["anchor": .text(String(anchor)), "body": .html(try GlossaryPage(context: context).body())])
            } catch {
                throw wrap(error, language)
            }
        }
        let description = Shell.Description(
            title: "", summary: "", path: "",
            versions: report.languages.map { ($0, context.addresses.contents(in: $0)) },
            contents: context.lessonMenu(), kind: "whole", known: try known(in: language, pictures))
        var slots = shell.edges(description, in: context)
        slots["code"] = .text(language.code)
        slots["rightToLeft"] = .flag(language.rules.direction == .rightToLeft)
        slots["lessons"] = .list(lessons)
        do { slots["body"] = .html(try IndexPages.body(context, figures)) } catch { throw wrap(error, language) }
        return slots
    }

    /// What the search knows of everything in one language.
    private func known(in language: Language, _ pictures: EmbeddedPictures) throws(PublishingError) -> HTML {
        var known = failures.map { failure in
            SearchPage(
                failure.lesson, number: failure.number,
                in: context(language, lesson: failure.lesson.id, pictures, warnings: []))
        }
        for page in pages {
            guard let outline = places.outlines[page.lesson.id] else { continue }
            let context = context(language, lesson: page.lesson.id, pictures, warnings: [])
            known.append(try SearchIndexer.search(page, outline: outline, in: context))
        }
        known.sort { ($0.number ?? 0) < ($1.number ?? 0) }
        if !report.glossary.terms.isEmpty {
            let context = context(language, lesson: TermLinker.page, pictures, warnings: [])
            known.append(try GlossaryPage(context: context).search())
        }
        return HTML(trusted: "[" + known.map(\.json).joined(separator: ",\n") + "]")
    }

    /// All lessons in order, those that failed among them.
    private func written(in language: Language, _ pictures: EmbeddedPictures) -> [LessonPage] {
        func context(_ lesson: String) -> PageContext {
            self.context(language, lesson: lesson, pictures, warnings: [])
        }
        let pages = pages.compactMap { page in
            places.outlines[page.lesson.id].map {
                LessonPage(page, outline: $0, context: context(page.lesson.id), figures: figures)
            }
        }
        let failed = failures.map { LessonPage($0, context: context($0.lesson.id)) }
        return (pages + failed).sorted { $0.number < $1.number }
    }

    /// What a reader must know of any lesson.
    private var warnings: [Localized] {
        pages.flatMap(\.notices).map(\.sentence).reduce(into: report.notices) { all, notice in
            if !all.contains(notice) { all.append(notice) }
        }
    }

    private func collect(_ drawing: (String) -> ThemedDrawing?) throws(PublishingError) -> EmbeddedPictures {
        var pictures = EmbeddedPictures()
        for language in report.languages {
            let format = NumberFormat(language, decimalMark: report.decimalMark)
            for page in pages {
                for figure in page.figures {
                    guard let file = figures(page.lesson.id, figure.id, language) else { continue }
                    do {
                        try pictures.add(
                            file, alternative: figure.alternative.text(in: format), drawing: drawing)
                    } catch {
                        throw PublishingError(
                            problem: error, lesson: page.lesson.id, cell: "figure \(figure.id)", language: language)
                    }
                }
            }
        }
        return pictures
    }

    private func context(
        _ language: Language, lesson: String?, _ pictures: EmbeddedPictures, warnings: [Localized]
    ) -> PageContext {
        PageContext(
            report: report, templates: templates, language: language,
            addresses: Addresses(form: .whole(language, lesson: lesson)), warnings: warnings,
            pictures: .embedded(pictures), places: places)
    }

    private func wrap(_ problem: PublishingError.Problem, _ language: Language? = nil) -> PublishingError {
        PublishingError(problem: problem, lesson: nil, cell: "course.html", language: language)
    }
}
