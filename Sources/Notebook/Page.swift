import Figures
import Languages

/// A lesson as it was written: a description and its cells, in both languages, in no format.
public struct Page: Sendable {
    public let lesson: LessonDescription
    /// The lesson's place in the curriculum, from 1.
    public let number: Int
    public private(set) var cells: [Cell] = []

    public init(lesson: LessonDescription, number: Int) {
        self.lesson = lesson
        self.number = number
    }

    /// The page's figures in order.
    public var figures: [FigureCell] {
        cells.compactMap { if case .figure(let figure) = $0 { figure } else { nil } }
    }

    /// Adds a cell at the end.
    public mutating func append(_ cell: Cell) { cells.append(cell) }
}
