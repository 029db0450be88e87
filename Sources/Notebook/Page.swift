import Figures
import Languages

/// A lesson as it was written: a description and its cells, in every language, in no format.
public struct Page: Sendable {
    /// What the lesson says of itself.
    public let lesson: LessonDescription
    /// The lesson's place in the curriculum, from 1.
    public let number: Int
    /// The blocks of the page, top to bottom.
    public private(set) var cells: [Cell] = []
    /// Every number that the page shows, by name.
    public internal(set) var results = Results()
    /// What a reader must know of how the numbers came about: a quick run, drawn data.
    public let notices: [RunNotice]
    /// The languages that the course is written in.
    public let languages: [Language]

    private let listings: [String: Listing]

    /// An empty page that a lesson can write on.
    public init(
        lesson: LessonDescription, number: Int, listings: [String: Listing] = [:], notices: [RunNotice] = [],
        languages: [Language] = []
    ) {
        self.lesson = lesson
        self.number = number
        self.listings = listings
        self.notices = notices
        self.languages = languages
    }

    /// The page's figures in order.
    public var figures: [FigureCell] {
        cells.compactMap { if case .figure(let figure) = $0 { figure } else { nil } }
    }

    /// Adds a cell at the end.
    public mutating func append(_ cell: Cell) { cells.append(cell) }

    /// Adds a stretch of the lesson's own source, or of a room's when `room` names one.
    ///
    /// - Throws: ``CourseError/unknownListing(_:lesson:known:)`` with the near misses.
    public mutating func code(_ name: String, from room: String? = nil) throws(CourseError) {
        append(.code(try listing(name, from: room)))
    }

    /// The stretch of this name.
    ///
    /// - Throws: ``CourseError/unknownListing(_:lesson:known:)`` with the near misses.
    func listing(_ name: String, from room: String?) throws(CourseError) -> Listing {
        let group = room ?? lesson.id
        guard let listing = listings[group + "/" + name] else {
            let known = listings.keys.filter { $0.hasPrefix(group + "/") }.map { String($0.dropFirst(group.count + 1)) }
            throw .unknownListing(name, lesson: lesson.id, known: known.sorted())
        }
        return listing
    }

    /// Adds what the code above printed, the same in every language: code prints no prose.
    public mutating func output(_ text: String) {
        append(.output(Localized(same: Phrase(text))))
    }

    /// Adds a figure, drawn when somebody asks for it.
    ///
    /// - Parameters:
    ///   - id: unique in the lesson.
    ///   - title: says what to see.
    ///   - caption: says how to read it.
    ///   - alternative: for a reader who does not see the figure.
    ///   - words: those that its documents have for its inside.
    ///   - figure: makes the figure from values that the lesson computed.
    /// - Throws: ``CourseError/repeatedId(_:lesson:)``.
    public mutating func figure(
        _ id: String, title: Localized, caption: Localized, alternative: Localized, words: BlockWords? = nil,
        _ figure: @escaping @Sendable @autoclosure () throws -> any Figure
    ) throws(CourseError) {
        guard !figures.contains(where: { $0.id == id }) else { throw .repeatedId(id, lesson: lesson.id) }
        append(
            .figure(
                FigureCell(
                    id: id, number: figures.count + 1, title: title, caption: caption, alternative: alternative,
                    words: words, figure: figure)))
    }

    /// Adds rows and columns.
    public mutating func table(
        caption: Localized, columns: [(Localized, Table.Alignment)], rows: [[Localized]]
    ) {
        append(.table(Table(caption: caption, columns: columns, rows: rows)))
    }

    /// Adds quantities of the course material beside this run's.
    public mutating func comparison(_ rows: [Comparison]) { append(.comparison(rows)) }

    /// Adds a question to think about, its answer folded.
    public mutating func question(_ question: Localized, answer: Localized) {
        append(.question(question, answer: answer))
    }

    /// Adds something to do, its solution folded.
    public mutating func exercise(_ exercise: Localized, solution: Localized) {
        append(.exercise(exercise, solution: solution))
    }

    /// Adds a side note to the prose above it.
    public mutating func margin(_ note: Localized) { append(.margin(note)) }

    /// Adds a command that the reader can type.
    public mutating func attempt(_ command: String, purpose: Localized) {
        append(.attempt(command: command, purpose: purpose))
    }

    /// Keeps a value that the page shows for `results/<lesson>.json`.
    public mutating func record(_ name: String, _ value: some Encodable & Sendable) {
        results.record(name, value)
    }
}
