import Languages

/// A lesson as it was put together: a description and its cells, in every language, in no format.
public struct Page: Sendable {
    /// What the lesson says of itself.
    public let lesson: LessonDescription
    /// The lesson's place in the curriculum: from 1, or 0 for one that opens the course.
    public let number: Int
    /// The blocks of the page, top to bottom.
    public private(set) var cells: [Cell] = []
    /// Every number that the page shows, by name.
    public internal(set) var results = Results()
    /// What a reader must know of how the numbers came about: a quick run, drawn data.
    public let notices: [RunNotice]
    /// The languages that the course is written in.
    public let languages: [Language]
    /// The lesson's Python; nil where it has none.
    public internal(set) var script: LessonScript?
    /// Where its Python should lie; nil where a page needs none.
    var twinsAt: String?
    /// Its listings as its documents name them, top to bottom.
    var listings: [(name: String, listing: Listing)] = []
    /// The stretches of its Python that its exercises ask for.
    var exercisePieces: [String] = []
    /// What the code of its blocks may ask for.
    var words: [BlockWords] = []

    /// Of each cell, in the languages that have it.
    private var origins: [[CellOrigin]] = []

    /// A page without cells.
    public init(
        lesson: LessonDescription, number: Int, notices: [RunNotice] = [], languages: [Language] = []
    ) {
        self.lesson = lesson
        self.number = number
        self.notices = notices
        self.languages = languages
    }

    /// The page's figures in order.
    public var figures: [FigureCell] {
        cells.compactMap { if case .figure(let figure) = $0 { figure } else { nil } }
    }

    /// Adds a cell at the end.
    ///
    /// - Parameter origins: where it stands in the lesson's documents, in each language that has one.
    public mutating func append(_ cell: Cell, from origins: [CellOrigin] = []) {
        cells.append(cell)
        self.origins.append(origins)
    }

    /// Where the cell stands in the document that readers of this language see; nil where no document has it.
    ///
    /// - Parameter index: the cell's place on the page, from 0.
    public func origin(ofCell index: Int, in language: Language) -> CellOrigin? {
        let shown = lesson.shown(to: language)
        return origins[index].first { $0.language == shown }
    }
}
