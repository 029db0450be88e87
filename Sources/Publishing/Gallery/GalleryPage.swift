import Languages
import Notebook
import Platform

/// A page of all figures to choose from: small pictures with their titles, and the command that draws each. It needs nothing
/// beside it and fetches nothing.
public struct GalleryPage {
    /// A figure of the gallery.
    public struct Entry: Sendable {
        let cell: FigureCell
        let page: Page
        let drawing: FigureFiles.Drawing

        /// A small PNG of a figure, in the language of the page or without words.
        public init(_ cell: FigureCell, of page: Page, _ drawing: FigureFiles.Drawing) {
            (self.cell, self.page, self.drawing) = (cell, page, drawing)
        }
    }

    let context: PageContext
    let entries: [Entry]
    /// The same page in other languages.
    let versions: [Language]

    /// The name of the page's file.
    public static func fileName(in language: Language) -> String { "gallery.\(language.code).html" }

    func file(_ resources: [String: String]) throws(PublishingError.Problem) -> PublishedFile {
        let style = try Shell.sheet(of: ["colours", "type", "gallery"], in: resources)
        let script = try Shell.text(of: ["fold.js", "gallery.js"], in: resources)
        let (words, course) = (context.words, context.text(context.report.title))
        let policy = [
            "default-src 'none'", "img-src data:", "style-src '\(Shell.source(style))'",
            "script-src '\(Shell.source(script))'", "base-uri 'none'", "form-action 'none'",
        ].joined(separator: "; ")
        let head = Shell.head(
            title: "\(words[.gallery]) · \(course)", summary: words[.galleryLead], policy: policy,
            HTML(trusted: style), HTML(trusted: script), in: context)
        let body: Slots = [
            "course": .text(course), "heading": .html(words.marked(.gallery)),
            "lead": .html(words.marked(.galleryLead)),
            "notes": .list(notes.map { ["note": .html(context.marked($0))] }),
            "versions": .list(
                versions.map {
                    [
                        "address": .text(Self.fileName(in: $0)), "code": .text($0.code), "name": .text($0.endonym),
                    ]
                }),
            "searchLabel": .html(words.marked(.gallerySearch)), "lessonLabel": .html(words.marked(.galleryLesson)),
            "allLessons": .html(words.marked(.galleryAll)),
            "shown": .text(words(.galleryShown, ["n": .text("{n}"), "count": .integer(entries.count)])),
            "lessons": .list(lessons),
        ]
        let markup = try context.fill("gallery", head.merging(body) { $1 })
        return PublishedFile(path: Self.fileName(in: context.language), bytes: Array(markup.markup.utf8))
    }

    /// What has to be known of some figure of the page, each thing once.
    private var notes: [Localized] {
        entries.reduce(into: [Localized]()) { notes, entry in
            for notice in entry.page.notices(for: entry.cell) where !notes.contains(notice.sentence) {
                notes.append(notice.sentence)
            }
        }
    }

    /// The lessons whose figures there are, in the order of the course.
    private var lessons: [Slots] {
        let pages = entries.reduce(into: [Page]()) { pages, entry in
            if !pages.contains(where: { $0.lesson.id == entry.page.lesson.id }) { pages.append(entry.page) }
        }
        return pages.map { page in
            [
                "id": .text(page.lesson.id), "number": .text("\(page.number)"),
                "title": .html(context.marked(page.lesson.title)),
                "figures": .list(entries.filter { $0.page.lesson.id == page.lesson.id }.map(figure)),
            ]
        }
    }

    private func figure(_ entry: Entry) -> Slots {
        let name = "\(entry.page.lesson.id)/\(entry.cell.id)"
        let (title, alternative) = (context.text(entry.cell.title), context.text(entry.cell.alternative))
        return [
            "words": .text([name, title, alternative, context.text(entry.page.lesson.title)].joined(separator: " ")),
            "title": .html(context.marked(entry.cell.title)), "alternative": .text(alternative), "name": .text(name),
            "picture": .text("data:image/png;base64," + Data(entry.drawing.rendered.bytes).base64EncodedString()),
            "width": .text("\(entry.drawing.rendered.width)"), "height": .text("\(entry.drawing.rendered.height)"),
            "command": .text("course figures \(name) --fit 16:9 --lang \(context.language.code)"),
            "copy": .html(context.words.marked(.copy)), "copied": .text(context.words[.copied]),
        ]
    }
}

extension HTMLPublisher {
    /// All of some figures on one page, in a language.
    ///
    /// - Parameter others: the languages of the pages that lie beside it.
    /// - Throws: ``PublishingError`` where the program's own templates are broken.
    public func gallery(
        of entries: [GalleryPage.Entry], in language: Language, beside others: [Language]
    ) throws(PublishingError) -> PublishedFile {
        do {
            return try GalleryPage(context: context(language), entries: entries, versions: others)
                .file(EmbeddedText.files)
        } catch {
            throw PublishingError(problem: error, lesson: nil, cell: "the gallery", language: language)
        }
    }
}
