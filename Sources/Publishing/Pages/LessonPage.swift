import Languages
import Notebook

/// The page of one lesson in one language.
struct LessonPage {
    let lesson: LessonDescription
    let number: Int
    let context: PageContext
    private var refresh: Int?
    /// What readers play with on it.
    private var labs: [Lab] = []
    private let content: (inout SectionCounter) throws(PublishingError) -> HTML

    /// The page of a lesson that was written.
    init(_ page: Page, outline: LessonOutline, context: PageContext, figures: @escaping FigureLookup) {
        lesson = page.lesson
        number = page.number
        labs = page.figures.compactMap(\.lab)
        self.context = context
        var inside = context
        inside.surroundings = page.lesson.shown(to: context.language)
        content = { [inside] (sections) throws(PublishingError) in
            try CellRenderer(page: page, outline: outline, context: inside, figures: figures).cells(&sections)
        }
    }

    /// The page that stands in the place of one that was not.
    init(_ failure: FailedLesson, context: PageContext) {
        lesson = failure.lesson
        number = failure.number
        self.context = context
        content = { (_) throws(PublishingError) in
            do throws(PublishingError.Problem) {
                return try failure.panel(context)
            } catch {
                throw PublishingError(
                    problem: error, lesson: failure.lesson.id, cell: nil, language: context.language)
            }
        }
    }

    /// The page that stands in the place of one that is not written yet.
    init(_ pending: PendingLesson, context: PageContext) {
        lesson = pending.lesson
        number = pending.number
        self.context = context
        refresh = pending.isStopped ? nil : ReportState.refresh
        content = { (_) throws(PublishingError) in
            do throws(PublishingError.Problem) {
                return try pending.panel(context)
            } catch {
                throw PublishingError(
                    problem: error, lesson: pending.lesson.id, cell: nil, language: context.language)
            }
        }
    }

    private var words: Words { context.words }

    /// The lesson from its title to the link to the next one, and the headings in it.
    func body() throws(PublishingError) -> (markup: HTML, sections: [MarkdownRenderer.Section]) {
        var sections = SectionCounter(anchor: context.addresses.anchor)
        let cells = try content(&sections)
        do {
            return (try context.fill("lesson", slots(cells, sections.sections)), sections.sections)
        } catch {
            throw wrap(error)
        }
    }

    /// The page of its own that the lesson has in a site.
    func file(in shell: Shell) throws(PublishingError) -> PublishedFile {
        let (body, sections) = try body()
        do {
            let path = context.language.page(lesson.id)
            let description = Shell.Description(
                title: "\(context.text(lesson.title)) · \(context.text(context.report.title))",
                summary: context.text(lesson.question), path: path,
                versions: context.versions(of: lesson.id) { context.addresses.lesson(lesson.id, in: $0) },
                contents: context.lessonMenu(at: lesson.id, sections: sections), refresh: refresh, kind: "lesson",
                labs: labs)
            return PublishedFile(path: path, bytes: try shell.page(body, description, in: context))
        } catch {
            throw wrap(error)
        }
    }

    private func wrap(_ problem: PublishingError.Problem) -> PublishingError {
        PublishingError(problem: problem, lesson: lesson.id, cell: nil, language: context.language)
    }

    private func slots(_ cells: HTML, _ sections: [MarkdownRenderer.Section]) -> Slots {
        let inside = self.inside
        return [
            "number": .html(words.marked(.lesson, n: number)), "title": .html(inside.marked(lesson.title)),
            "question": .html(inside.marked(lesson.question)),
            "minutes": .html(words.marked(.minutes, n: lesson.minutes)),
            "goals": lesson.goals.isEmpty
                ? .absent : .list([["lines": .list(lesson.goals.map { ["text": .html(inside.marked($0))] })]]),
            "answers": .html(words.marked(.answers)),
            "goalsLabel": .html(words.marked(.goals)), "goalsAnchor": .text(context.addresses.anchor("goals")),
            "outline": outline(sections), "outlineLabel": .text(words(.outline, n: number)),
            "cells": .html(cells), "foreign": foreign,
            "neighboursLabel": .text(words(.neighbours, n: number)),
            "previous": neighbour(number - 1), "previousLabel": .html(words.marked(.previous)),
            "next": neighbour(number + 1), "nextLabel": .html(words.marked(.next)),
        ]
    }

    /// What the lesson's own texts are written by: the markup around them says in which language they are.
    private var inside: PageContext {
        var inside = context
        inside.surroundings = lesson.shown(to: context.language)
        return inside
    }

    /// The language that the lesson is shown in, where it is not the reader's; a variant of it is as good.
    private var foreign: Slot {
        guard let shown = lesson.shown(to: context.language), shown.base != context.language.base else {
            return .absent
        }
        let note = words.marked(
            .untranslated, ["language": .text(context.language.endonym), "other": .text(shown.endonym)])
        return .list([["code": .text(shown.code), "note": .html(note), "label": .text(words[.notices])]])
    }

    /// The list of sections that stays beside the text.
    private func outline(_ sections: [MarkdownRenderer.Section]) -> Slot {
        let chief = sections.filter { $0.level == 2 }
        guard chief.count > 1 else { return .absent }
        return .list([
            ["list": .list(chief.map { ["address": .text("#" + $0.anchor), "title": .html($0.title)] })]
        ])
    }

    /// The lesson with that number, if there is one.
    private func neighbour(_ number: Int) -> Slot {
        let lessons = context.report.lessons
        guard let index = lessons.index(ofNumber: number) else { return .absent }
        let other = lessons[index]
        return .list([
            [
                "address": context.addressSlot(ofLesson: other.id),
                "title": .html("\(number). \(context.marked(other.title))"),
                "question": .html(context.marked(other.question)),
            ]
        ])
    }
}
