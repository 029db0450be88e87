import Languages
import Notebook

/// What the parts of one page share: the report, the reader's language and where the page lies.
struct PageContext {
    let report: Report
    let templates: Templates
    let language: Language
    /// What the markup around is in, where a lesson is shown in another language than the reader's.
    var surroundings: Language?
    let addresses: Addresses
    /// What a reader must know before trusting a number on this page.
    var warnings: [Localized]
    var pictures = Pictures.files
    /// The places of the other lessons, where their pages are at hand.
    var places = PlaceIndex()
    /// The pages that are there to be linked to.
    var reach = Reach.everything
    /// How far the report is; nil for one that is whole.
    var state: ReportState?

    var words: Words { Words(language: language, surroundings: surroundings ?? language) }
    var format: NumberFormat { NumberFormat(language, decimalMark: report.decimalMark) }

    func fill(_ template: String, _ slots: Slots) throws(PublishingError.Problem) -> HTML {
        do { return try templates.render(template, slots) } catch { throw .template(error) }
    }

    func text(_ phrase: Localized) -> String { phrase.text(in: format) }

    /// The text, marked where it is in another language than what stands around it, and words of another language in it.
    func marked(_ phrase: Localized) -> HTML {
        let spoken = phrase.spoken(to: language) ?? language
        return ForeignWords(in: spoken).marked(text(phrase)).spoken(in: spoken, within: surroundings ?? language)
    }

    func parse(_ phrase: Localized) throws(PublishingError.Problem) -> [Block] {
        do { return try MarkdownParser.blocks(text(phrase)) } catch { throw .markdown(error) }
    }

    func parseLine(_ phrase: Localized) throws(PublishingError.Problem) -> [Inline] {
        do { return try MarkdownParser.line(text(phrase)) } catch { throw .markdown(error) }
    }

    /// The address of a lesson, or of the glossary; nil where its page is not there.
    func address(ofLesson id: String, place: String? = nil) -> String? {
        let place = reach.holdsPlaces(of: id) ? place : nil
        return reach.holds(language.page(id)) ? addresses.lesson(id, in: language, place: place) : nil
    }

    /// The same as a slot.
    func addressSlot(ofLesson id: String) -> Slot { address(ofLesson: id).map(Slot.text) ?? .absent }

    /// The versions of this page in other languages that are there.
    ///
    /// - Parameter name: the page's name in the folder of each language.
    func versions(of name: String, at address: (Language) -> String) -> [(language: Language, address: String)] {
        report.languages.filter { reach.holds($0.page(name)) }.map { ($0, address($0)) }
    }

    /// A link that leaves the page; its address is empty where it leads to a page that is not there.
    func resolve(_ target: LinkTarget) throws(PublishingError.Problem) -> (address: String, text: String?) {
        switch target {
        case .place(let name): throw .markdown(.unknownAnchor(name, nearMisses: []))
        case .outside(let address): return (address, nil)
        case .lesson(TermLinker.page, let place) where !report.glossary.terms.isEmpty:
            return try resolve(term: place)
        case .lesson(let id, let place):
            guard let index = report.lessons.firstIndex(where: { $0.id == id }) else {
                let near = NearMisses.of(id, in: report.lessons.map(\.id))
                throw .markdown(.unknownLesson(id, nearMisses: near))
            }
            let place = places.failed.contains(id) ? nil : place
            if let place, let outline = places.outlines[id], outline.labels[place] == nil {
                throw .markdown(.unknownAnchor(place, nearMisses: NearMisses.of(place, in: outline.labels.keys)))
            }
            let label = place.flatMap { places.outlines[id]?.labels[$0] }
            // A place without a number, or one that is not known yet, is called by its lesson.
            let text = label.flatMap(words.text) ?? words(.lessonReference, n: report.lessons.number(at: index))
            return (address(ofLesson: id, place: place) ?? "", text)
        }
    }

    // MARK: Parts that pages share

    /// The list of all lessons, with what a reader wants to know before choosing one.
    ///
    /// - Parameter figures: where the file of a figure is, for each lesson to show its emblem.
    func lessonList(_ figures: FigureLookup = { _, _, _ in nil }) -> Slot {
        .list(
            report.lessons.enumerated().map { index, lesson in
                [
                    "number": .text("\(report.lessons.number(at: index))"), "title": .html(marked(lesson.title)),
                    "question": .html(marked(lesson.question)),
                    "minutes": .html(words.marked(.minutes, n: lesson.minutes)),
                    "emblem": emblem(of: lesson, figures).map(Slot.html) ?? .absent,
                    "state": stateSlot(of: lesson.id),
                    "address": addressSlot(ofLesson: lesson.id),
                ]
            })
    }

    /// What a lesson shows, in CSS pixels so wide as style sheets say.
    private func emblem(of lesson: LessonDescription, _ figures: FigureLookup) -> HTML? {
        lesson.emblem.flatMap { figures(lesson.id, $0, language)?.emblem }
            .flatMap { pictures.markup(of: $0, width: 80, alternative: "", in: self) }
    }

    /// The whole way of the course in a row of pictures, where the lesson that opens it has one.
    func strip(_ figures: FigureLookup) -> Slot {
        guard let lesson = report.lessons.first(where: \.isOpening), let id = lesson.emblem,
            let file = figures(lesson.id, id, language), let strip = file.strip,
            let markup = pictures.markup(
                of: strip, width: 684, alternative: file.description.map(text) ?? text(lesson.title), in: self)
        else { return .absent }
        return .html(markup)
    }

    /// The menu of the bar: all lessons, and under the one that is read its sections.
    func lessonMenu(at here: String? = nil, sections: [MarkdownRenderer.Section] = []) -> Slot {
        let inside = sections.filter { $0.level == 2 }.map { section -> Slots in
            ["address": .text("#" + section.anchor), "title": .html(section.title)]
        }
        let lessons = report.lessons.enumerated().map { index, lesson -> Slots in
            let isHere = lesson.id == here
            return [
                "address": addressSlot(ofLesson: lesson.id), "number": .text("\(report.lessons.number(at: index))"),
                "title": .html(marked(lesson.title)), "isHere": .flag(isHere),
                "sections": isHere && !inside.isEmpty ? .list([["list": .list(inside)]]) : .absent,
            ]
        }
        return .list([["lessons": .list(lessons), "glossary": glossaryLink]])
    }

    private func stateSlot(of lesson: String) -> Slot {
        state?.lessons[lesson].flatMap(words.state).map(Slot.text) ?? .absent
    }

    /// How far the report is, in words.
    var underway: Slot {
        state.map { .list([["lines": .list(words.progress($0).map { ["text": .text($0)] })]]) } ?? .absent
    }

    /// When the page is to load itself anew.
    var refresh: Int? { state.flatMap { $0.isStopped ? nil : ReportState.refresh } }

    var notices: Slot {
        warnings.isEmpty ? .absent : .list([["notices": .list(warnings.map { ["text": .html(marked($0))] })]])
    }

    var signature: Slot {
        report.signature.lines.isEmpty
            ? .absent : .list([["lines": .list(report.signature.lines.map { ["text": .text($0)] })]])
    }

    var provenance: Slot {
        report.provenance.isEmpty
            ? .absent
            : .list([
                [
                    "origins": .list(
                        report.provenance.map { ["label": .html(marked($0.label)), "value": .html(marked($0.value))] })
                ]
            ])
    }
}
