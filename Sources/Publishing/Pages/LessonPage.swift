import Languages
import Notebook

/// The page of one lesson in one language.
struct LessonPage {
    let page: Page
    let outline: LessonOutline
    let context: PageContext
    let figures: FigureLookup

    private var lesson: LessonDescription { page.lesson }
    private var words: Words { context.words }

    /// The lesson from its title to the link to the next one, and the headings in it.
    func body() throws(PublishingError) -> (markup: HTML, sections: [MarkdownRenderer.Section]) {
        var sections = SectionCounter(anchor: context.addresses.anchor)
        let cells = try CellRenderer(page: page, outline: outline, context: context, figures: figures)
            .cells(&sections)
        do {
            return (try context.fill("lesson", slots(cells)), sections.sections)
        } catch {
            throw wrap(error)
        }
    }

    /// The page of its own that the lesson has in a site.
    func file(in shell: Shell) throws(PublishingError) -> PublishedFile {
        let (body, sections) = try body()
        do {
            let description = Shell.Description(
                title: "\(context.text(lesson.title)) · \(context.text(context.report.title))",
                summary: context.text(lesson.question),
                versions: context.report.languages.map { ($0, context.addresses.lesson(lesson.id, in: $0)) },
                contents: context.lessonMenu(at: lesson.id, sections: sections), kind: "lesson")
            let bytes = try shell.page(body, description, in: context)
            return PublishedFile(path: "\(context.language.rawValue)/\(lesson.id).html", bytes: bytes)
        } catch {
            throw wrap(error)
        }
    }

    private func wrap(_ problem: PublishingError.Problem) -> PublishingError {
        PublishingError(problem: problem, lesson: lesson.id, cell: nil, language: context.language)
    }

    private func slots(_ cells: HTML) -> Slots {
        [
            "number": .text(words.lesson(page.number)), "title": .text(context.text(lesson.title)),
            "question": .text(context.text(lesson.question)), "minutes": .text(words.minutes(lesson.minutes)),
            "goals": lesson.goals.isEmpty
                ? .absent : .list([["lines": .list(lesson.goals.map { ["text": .text(context.text($0))] })]]),
            "goalsLabel": .text(words.goals), "goalsAnchor": .text(context.addresses.anchor("goals")),
            "cells": .html(cells),
            "neighboursLabel": .text(words.neighbours(page.number)),
            "previous": neighbour(page.number - 1), "previousLabel": .text(words.previous),
            "next": neighbour(page.number + 1), "nextLabel": .text(words.next),
        ]
    }

    /// The lesson with that number, if there is one.
    private func neighbour(_ number: Int) -> Slot {
        guard context.report.lessons.indices.contains(number - 1) else { return .absent }
        let other = context.report.lessons[number - 1]
        return .list([
            [
                "address": .text(context.addresses.lesson(other.id, in: context.language)),
                "title": .text("\(number). \(context.text(other.title))"),
                "question": .text(context.text(other.question)),
            ]
        ])
    }
}
