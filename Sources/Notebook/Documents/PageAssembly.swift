import Documents
import Figures
import Languages

/// Puts together what a lesson's documents say and what its code has made: a page.
///
/// Whatever stands on one side alone is an error with its place: a slot that nothing fills and a value that no slot
/// reads, a figure that nobody draws and one that no document shows.
struct PageAssembly {
    private let documents: LessonDocuments
    let material: Material
    let slots: SlotValues
    private let listings: [String: Listing]
    private let sources: SourcePaths
    private let leavesOut: Bool
    var page: Page
    private var used = UsedNames()

    /// - Parameters:
    ///   - listings: all that there are, by `lesson/name` and `Room/name`.
    ///   - sources: where the lessons' code lies.
    ///   - page: without cells.
    ///   - leavesOut: whether a figure that was not handed over is left out, rather than an error.
    init(
        of documents: LessonDocuments, _ material: Material, shared: SharedTexts, listings: [String: Listing],
        sources: SourcePaths, on page: Page, leavesOut: Bool = false
    ) {
        self.documents = documents
        self.material = material
        self.listings = listings
        self.sources = sources
        self.leavesOut = leavesOut
        self.page = page
        slots = SlotValues(values: material.values.mapValues(\.thing), shared: shared)
    }

    /// The page, top to bottom, with all that the lesson recorded.
    ///
    /// - Throws: ``DocumentError``, also for places in the lesson's code.
    mutating func assembled() throws -> Page {
        if let twice = material.repeated.first {
            throw sources.fault(at: twice.place, "“\(twice.thing)” is handed over twice")
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
        if let cell = try cell(of: block) { page.append(cell, from: block.origins) }
    }

    /// What the block is on the page; nil where it says nothing in this run.
    private mutating func cell(of block: LocalizedBlock) throws -> Cell? {
        guard let directive = block.directive else { return try textCell(of: block, Cell.prose) }
        switch directive.kind {
        case .figure where leavesOut && material.figures[directive.argument] == nil: return nil
        case .figure: return .figure(try figure(of: block, id: directive.argument))
        case .picture, .convolve, .edges, .pool, .train, .classify, .lab:
            return .figure(try figure(of: block, id: block.attributes().id))
        case .listing: return .code(try listed(directive.argument, in: block))
        case .output:
            return .output(try thing(directive, in: material.outputs, "output", block)(try words(of: block)))
        case .table:
            let rows = try thing(directive, in: material.tables, "table", block)(try words(of: block))
            return .table(try table(of: block, rows))
        case .comparison:
            return .comparison(
                try thing(directive, in: material.comparisons, "comparison", block)(try words(of: block)))
        case .question:
            return .question(try text(block.prose), answer: try text(block.part(.answer).prose))
        case .exercise:
            let exercise = try exercise(of: block)
            if let name = exercise.id, !used.insert("exercise", name) {
                throw block.fault("the exercise “\(name)” is on this page already")
            }
            return .exercise(exercise)
        // The parser lets neither stand alone.
        case .answer, .hint: return try textCell(of: block, Cell.prose)
        case .margin: return try textCell(of: block, Cell.margin)
        case .command:
            return .attempt(command: directive.argument, purpose: try text(block.prose))
        }
    }

    private mutating func textCell(of block: LocalizedBlock, _ cell: (Localized) -> Cell) throws -> Cell? {
        let text = try text(block.prose)
        // What a `select` leaves empty in this run is no paragraph.
        let isBlank = documents.languages.allSatisfy { text.text(in: NumberFormat($0)).allSatisfy(\.isWhitespace) }
        return isBlank ? nil : cell(text)
    }

    private mutating func figure(of block: LocalizedBlock, id: String) throws -> FigureCell {
        guard let directive = block.directive else { throw block.fault("a figure is wanted here") }
        let draw = try thing(id, of: directive, in: material.figures, "figure", block)
        let words = try words(of: block)
        return FigureCell(
            id: id, number: page.figures.count + 1, title: try text(block.option("title")),
            caption: try text(block.prose), alternative: try text(block.option("alt")),
            // What an operation draws may change with its picture.
            words: directive.kind.isOperation ? nil : words, showsPicture: material.figuresOfPicture.contains(id),
            lab: material.labs[id], figure: { try draw(words) })
    }

    private mutating func table(of block: LocalizedBlock, _ rows: [[Localized]]) throws -> Table {
        let caption = try text(block.option("caption"))
        var columns: [(Localized, Table.Alignment)] = []
        for column in try block.members("columns") {
            let (heads, alignment) = try column.columnHead()
            columns.append((try text(heads), alignment))
        }
        if let row = rows.first(where: { $0.count != columns.count }) {
            throw block.fault("the lesson fills \(row.count) columns, and \(columns.count) are named here")
        }
        return Table(caption: caption, columns: columns, rows: rows)
    }

    /// A listing with its words and its twin.
    private mutating func listed(_ name: String, in block: LocalizedBlock) throws(DocumentError) -> Listing {
        var listing = try listing(name, of: block).saying(block.comments())
        listing.twin = page.script?.twin(name)
        page.listings.append((name, listing))
        return listing
    }

    /// The stretch of the lesson's own source that a name means, or of a room's: `laplacian`, `Imaging/correlation`.
    private func listing(_ name: String, of block: LocalizedBlock) throws(DocumentError) -> Listing {
        let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
        let (group, mark) = parts.count > 1 ? (parts[0], parts[1]) : (documents.id, name)
        guard let listing = listings[group + "/" + mark] else {
            let known = listings.keys.filter { $0.hasPrefix(group + "/") }
                .map { String($0.dropFirst(group.count + 1)) }.sorted()
            let hint = NearMisses.hint(
                for: mark, in: known,
                otherwise: known.isEmpty ? "there are no marks." : "the marks are \(known.joined(separator: ", ")).")
            throw block.fault("this shows the listing “\(mark)”, but no // snippet.\(mark) marks it; \(hint)")
        }
        return listing
    }

    // MARK: Names

    /// What the lesson hands over under a block's name.
    private mutating func thing<Thing>(
        _ directive: Directive, in things: [String: Material.Named<Thing>], _ kind: String, _ block: LocalizedBlock
    ) throws(DocumentError) -> Thing {
        try thing(directive.argument, of: directive, in: things, kind, block)
    }

    private mutating func thing<Thing>(
        _ name: String, of directive: Directive, in things: [String: Material.Named<Thing>], _ kind: String,
        _ block: LocalizedBlock
    ) throws(DocumentError) -> Thing {
        guard let named = things[name] else {
            let known = things.keys.sorted()
            let hint = NearMisses.hint(
                for: name, in: known,
                otherwise: known.isEmpty ? "it hands over none." : "it hands over \(known.joined(separator: ", ")).")
            throw block.fault("the lesson hands over no \(kind) “\(name)”; \(hint)")
        }
        guard used.insert(kind, name) else { throw block.fault("the \(kind) “\(name)” is on this page already") }
        return named.thing
    }

    /// Notes that the documents read a value.
    mutating func useValue(_ name: String) { _ = used.insert("slot", name) }

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
        for (name, thing) in things.sorted(by: { $0.key < $1.key })
        where !used.contains(kind, name) && !(kind == "slot" && material.offered.contains(name)) {
            let hint = NearMisses.hint(
                for: name, in: used.names(kind), otherwise: "write it there, or take it out here.")
            throw sources.fault(at: thing.place, "no document of “\(documents.id)” \(verb) “\(name)”; \(hint)")
        }
    }

    // MARK: Words

    /// A text in every language, its slots filled.
    mutating func text(_ texts: [LocalizedText]) throws(DocumentError) -> Localized {
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
        let all = BlockWords(block: block.name, own: own, slots: slots)
        page.words.append(all)
        return all
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
