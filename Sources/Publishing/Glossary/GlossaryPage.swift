import Languages
import Notebook

/// The page of the course's words in one language: each with its word in the others, what it means, and the lesson
/// that explains it.
struct GlossaryPage {
    let context: PageContext

    private var words: Words { context.words }

    /// From the title to the last word.
    func body() throws(PublishingError.Problem) -> HTML {
        var terms: [Slots] = []
        for term in context.report.glossary.sorted(in: context.language) { terms.append(try slots(of: term)) }
        return try context.fill(
            "glossary",
            ["title": .text(words[.glossary]), "lead": .text(words[.glossaryLead]), "terms": .list(terms)])
    }

    /// The page of its own that the glossary has in a site.
    func file(in shell: Shell) throws(PublishingError) -> PublishedFile {
        do {
            let path = context.language.page(TermLinker.page)
            let description = Shell.Description(
                title: "\(words[.glossary]) · \(context.text(context.report.title))", summary: words[.glossaryLead],
                path: path,
                versions: context.report.languages.map {
                    ($0, context.addresses.lesson(TermLinker.page, in: $0))
                },
                contents: context.lessonMenu(), kind: "lesson")
            let bytes = try shell.page(body(), description, in: context)
            return PublishedFile(path: path, bytes: bytes)
        } catch {
            throw PublishingError(problem: error, lesson: nil, cell: TermLinker.page, language: context.language)
        }
    }

    /// What the search knows of it.
    func search() throws(PublishingError) -> SearchPage {
        let plain = PlainText(resolve: { (target) throws(PublishingError.Problem) in try context.resolve(target) })
        var places = [SearchPage.Place(anchor: "", heading: "", section: "", text: words[.glossaryLead])]
        do {
            for term in context.report.glossary.sorted(in: context.language) {
                let meaning = try plain.line(context.parseLine(term.definition))
                places.append(.init(anchor: term.id, heading: context.text(term.name), section: "", text: meaning))
            }
        } catch {
            throw PublishingError(problem: error, lesson: nil, cell: TermLinker.page, language: context.language)
        }
        return SearchPage(of: TermLinker.page, number: nil, title: words[.glossary], places: places, in: context)
    }

    private func slots(of term: Term) throws(PublishingError.Problem) -> Slots {
        // Terms of unknown lessons are an error.
        _ = try context.resolve(.lesson(term.lesson, place: nil))
        let renderer = MarkdownRenderer(
            foreign: ForeignWords(in: context.language),
            resolve: { (target) throws(PublishingError.Problem) in try context.resolve(target) })
        let name = context.text(term.name)
        let others = term.languages.filter { $0.base != context.language.base }
            .map { (language: $0, name: term.name.text(in: NumberFormat($0))) }.filter { $0.name != name }
        let lessons = context.report.lessons
        let number = lessons.firstIndex { $0.id == term.lesson }.map { words(.lesson, n: lessons.number(at: $0)) }
        return [
            "anchor": .text(context.addresses.anchor(term.id)), "name": .text(name),
            "others": .list(others.map { ["code": .text($0.language.code), "name": .text($0.name)] }),
            "definition": .html(try renderer.line(context.parseLine(term.definition))),
            "address": context.addressSlot(ofLesson: term.lesson),
            "lesson": .text((number ?? term.lesson).replacing(" ", with: "\u{A0}")),
        ]
    }
}

extension PageContext {
    /// The link to the glossary in the menu and under the list of lessons; none where there are no terms.
    var glossaryLink: Slot {
        report.glossary.terms.isEmpty || address(ofLesson: TermLinker.page) == nil
            ? .absent
            : .list([
                [
                    "address": .text(addresses.lesson(TermLinker.page, in: language)),
                    "title": .text(words[.glossary]),
                ]
            ])
    }

    /// Where a link into the glossary leads.
    func resolve(term place: String?) throws(PublishingError.Problem) -> (address: String, text: String?) {
        let known = report.glossary.terms.map(\.id)
        if let place, !known.contains(place) {
            throw .markdown(.unknownAnchor(place, nearMisses: NearMisses.of(place, in: known)))
        }
        return (address(ofLesson: TermLinker.page, place: place) ?? "", place == nil ? words[.glossary] : nil)
    }
}
