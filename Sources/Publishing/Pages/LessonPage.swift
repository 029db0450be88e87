import Languages
import Notebook

/// The page of one lesson in one language.
struct LessonPage {
    let page: Page
    let outline: LessonOutline
    let context: PageContext
    let shell: Shell
    let figures: FigureLookup

    private var lesson: LessonDescription { page.lesson }
    private var words: Words { context.words }

    /// - Throws: ``PublishingError``.
    func file() throws(PublishingError) -> PublishedFile {
        var sections = SectionCounter(anchor: { $0 })
        let cells = try CellRenderer(page: page, outline: outline, context: context, figures: figures)
            .cells(&sections)
        do {
            let body = try context.fill("lesson", slots(cells))
            let description = Shell.Description(
                title: "\(context.text(lesson.title)) · \(context.text(context.report.title))",
                summary: context.text(lesson.question),
                versions: context.report.languages.map { ($0, context.addresses.lesson(lesson.id, in: $0)) },
                contents: contents(sections.sections), kind: "lesson")
            let bytes = try shell.page(body, description, in: context)
            return PublishedFile(path: "\(context.language.rawValue)/\(lesson.id).html", bytes: bytes)
        } catch {
            throw PublishingError(problem: error, lesson: lesson.id, cell: nil, language: context.language)
        }
    }

    private func slots(_ cells: HTML) -> Slots {
        [
            "number": .text(words.lesson(page.number)), "title": .text(context.text(lesson.title)),
            "question": .text(context.text(lesson.question)), "minutes": .text(words.minutes(lesson.minutes)),
            "goals": lesson.goals.isEmpty
                ? .absent : .list([["lines": .list(lesson.goals.map { ["text": .text(context.text($0))] })]]),
            "goalsLabel": .text(words.goals), "cells": .html(cells),
            "neighboursLabel": .text(words.neighbours),
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

    /// All lessons, and under this one its sections.
    private func contents(_ sections: [MarkdownRenderer.Section]) -> Slot {
        let lessons = context.report.lessons.enumerated().map { index, other -> Slots in
            let isHere = other.id == lesson.id
            let inside = sections.filter { $0.level == 2 }.map { section -> Slots in
                ["address": .text(context.addresses.place(section.anchor)), "title": .html(section.title)]
            }
            return [
                "address": .text(context.addresses.lesson(other.id, in: context.language)),
                "title": .text(context.text(other.title)), "isHere": .flag(isHere),
                "sections": isHere && !inside.isEmpty ? .list([["list": .list(inside)]]) : .absent,
                "number": .text("\(index + 1)"),
            ]
        }
        return .list([["lessons": .list(lessons)]])
    }
}
