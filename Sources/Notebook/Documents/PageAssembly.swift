import Documents
import Figures
import Languages

/// Puts together what a lesson's documents say and what its code has made: a page.
///
/// Whatever stands on one side alone is an error with its place: a slot that nothing fills and a value that no slot
/// reads, a figure that nobody draws and one that no document shows.
struct PageAssembly {
    private let documents: LessonDocuments
    private let material: Material
    private let slots: SlotValues
    private var page: Page
    private var used = UsedNames()

    /// - Parameter page: empty, with the lesson's description.
    init(of documents: LessonDocuments, _ material: Material, shared: SharedTexts, on page: Page) {
        self.documents = documents
        self.material = material
        self.page = page
        slots = SlotValues(values: material.values.mapValues(\.thing), shared: shared)
    }

    /// The page, top to bottom, with all that the lesson recorded.
    ///
    /// - Throws: ``DocumentError``, also for places in the lesson's code; ``CourseError`` for listings that are not there.
    mutating func assembled() throws -> Page {
        if let twice = material.repeated.first {
            throw DocumentError(place: twice.place, "“\(twice.thing)” is handed over twice")
        }
        let all = documents.all
        for index in (all.first?.1.blocks ?? []).indices {
            try append(LocalizedBlock(all.map { ($0.0, $0.1.file, $0.1.blocks[index]) }))
        }
        try checkAllIsUsed()
        page.results = material.results
        return page
    }

    private mutating func append(_ block: LocalizedBlock) throws {
        guard let directive = block.directive else { return try appendText(block, as: Cell.prose) }
        switch directive.kind {
        case .figure: try appendFigure(block, id: directive.argument)
        case .listing:
            let names = directive.argument.split(separator: "/", maxSplits: 1).map(String.init)
            let listing = try page.listing(names[names.count - 1], from: names.count > 1 ? names[0] : nil)
            page.append(.code(try listing.saying(block.comments())))
        case .output:
            page.output(try thing(directive, in: material.outputs, "output", block))
        case .table:
            let rows = try thing(directive, in: material.tables, "table", block)(try words(of: block))
            try appendTable(block, rows)
        case .comparison:
            page.comparison(try thing(directive, in: material.comparisons, "comparison", block)(try words(of: block)))
        case .question:
            page.question(try text(block.prose), answer: try text(block.part(.answer).prose))
        case .exercise:
            page.exercise(try text(block.prose), solution: try text(block.part(.answer).prose))
        // The parser lets no answer stand alone.
        case .answer: try appendText(block, as: Cell.prose)
        case .margin: try appendText(block, as: Cell.margin)
        case .command:
            page.attempt(directive.argument, purpose: try text(block.prose))
        }
    }

    private mutating func appendText(_ block: LocalizedBlock, as cell: (Localized) -> Cell) throws {
        let text = try text(block.prose)
        // What a `select` leaves empty in this run is no paragraph.
        let isBlank = documents.languages.allSatisfy { text.text(in: NumberFormat($0)).allSatisfy(\.isWhitespace) }
        if !isBlank { page.append(cell(text)) }
    }

    private mutating func appendFigure(_ block: LocalizedBlock, id: String) throws {
        guard let directive = block.directive else { return }
        let draw = try thing(directive, in: material.figures, "figure", block)
        let words = try words(of: block)
        try page.figure(
            id, title: try text(block.option("title")), caption: try text(block.prose),
            alternative: try text(block.option("alt")), words: words, draw(words))
    }

    private mutating func appendTable(_ block: LocalizedBlock, _ rows: [[Localized]]) throws {
        let caption = try text(block.option("caption"))
        var columns: [(Localized, Table.Alignment)] = []
        for column in try block.members("columns") {
            let (heads, alignment) = try column.columnHead()
            columns.append((try text(heads), alignment))
        }
        if let row = rows.first(where: { $0.count != columns.count }) {
            throw block.fault("the lesson fills \(row.count) columns, and \(columns.count) are named here")
        }
        page.table(caption: caption, columns: columns, rows: rows)
    }

    // MARK: Names

    /// What the lesson hands over under a block's name.
    private mutating func thing<Thing>(
        _ directive: Directive, in things: [String: Material.Named<Thing>], _ kind: String, _ block: LocalizedBlock
    ) throws(DocumentError) -> Thing {
        let name = directive.argument
        guard let named = things[name] else {
            let known = things.keys.sorted()
            let hint = NearMisses.hint(
                for: name, in: known,
                otherwise: known.isEmpty ? "it hands over none." : "it hands over \(known.joined(separator: ", ")).")
            throw block.fault("the lesson hands over no \(kind) “\(name)”; \(hint)")
        }
        guard used.insert(kind, name) else { throw block.fault("the \(kind) “\(name)” stands on this page already") }
        return named.thing
    }

    private func checkAllIsUsed() throws(DocumentError) {
        try check(material.values, "slot", "reads the value")
        try check(material.figures, "figure", "shows the figure")
        try check(material.tables, "table", "shows the table")
        try check(material.comparisons, "comparison", "shows the comparison")
        try check(material.outputs, "output", "shows the output")
    }

    private func check<Thing>(
        _ things: [String: Material.Named<Thing>], _ kind: String, _ verb: String
    ) throws(DocumentError) {
        for (name, thing) in things.sorted(by: { $0.key < $1.key }) where !used.contains(kind, name) {
            let hint = NearMisses.hint(
                for: name, in: used.names(kind), otherwise: "write it there, or take it out here.")
            throw DocumentError(place: thing.place, "no document of “\(documents.id)” \(verb) “\(name)”; \(hint)")
        }
    }

    // MARK: Words

    /// A text in every language, its slots filled.
    private mutating func text(_ texts: [LocalizedText]) throws(DocumentError) -> Localized {
        var phrases: [Language: Phrase] = [:]
        for text in texts {
            let message = try text.message()
            for slot in message.slots { _ = used.insert("slot", slot.name) }
            phrases[text.language] = try slots.phrase(message, in: text.language, file: text.file)
        }
        return Localized(phrases)
    }

    /// The words under `words:` of a block.
    private mutating func words(of block: LocalizedBlock) throws(DocumentError) -> BlockWords {
        var own: [Language: BlockWords.Own] = [:]
        for (language, words) in try block.words() {
            for message in words.words.values {
                for slot in message.slots { _ = used.insert("slot", slot.name) }
            }
            own[language] = words
        }
        return BlockWords(block: block.name, own: own, slots: slots)
    }
}

/// What has been met so far, by kind.
private struct UsedNames {
    private var all: [String: Set<String>] = [:]

    /// Whether it is new.
    mutating func insert(_ kind: String, _ name: String) -> Bool { all[kind, default: []].insert(name).inserted }

    func contains(_ kind: String, _ name: String) -> Bool { all[kind]?.contains(name) ?? false }

    func names(_ kind: String) -> [String] { (all[kind] ?? []).sorted() }
}

extension DocumentError {
    /// A fault at a place in Swift: `Lessons/Edges.swift:34`.
    fileprivate init(place: String, _ problem: String) {
        let parts = place.split(separator: ":")
        self.init(
            file: parts.dropLast().joined(separator: ":"), line: parts.last.flatMap { Int($0) } ?? 1, problem)
    }
}
