import Drawing
import Languages

/// Several figures as one, side by side or under each other, each with a caption of its own.
public struct Composition: Figure {
    /// How the parts stand.
    public enum Direction: Hashable, Sendable {
        case row, stack
    }

    /// One figure and what stands over it.
    public struct Part: Sendable {
        /// What is drawn.
        public let figure: any Figure
        /// Stands above it.
        public let heading: Localized?
        /// How much of a row's width it gets, relative to the others.
        public let share: Double

        /// - Parameter share: how much of a row's width the part gets, relative to the others.
        public init(_ figure: any Figure, heading: Localized? = nil, share: Double = 1) {
            self.figure = figure
            self.heading = heading
            self.share = share
        }
    }

    /// Whether the parts stand side by side or under each other.
    public let direction: Direction
    /// The parts in order.
    public let parts: [Part]
    /// How many parts of a row stand on one line.
    public let columns: Int
    /// Room between neighbours, in points.
    public let gap: Double
    /// How much of a page's width the figure asks for.
    public let breadth: Breadth

    /// Parts side by side or under each other.
    ///
    /// - Parameter columns: how many parts of a row stand on one line; all by default.
    public init(
        _ direction: Direction, _ parts: [Part], columns: Int? = nil, gap: Double = 20, breadth: Breadth = .column
    ) {
        self.direction = direction
        self.parts = parts
        self.columns = direction == .stack ? 1 : max(1, min(columns ?? parts.count, parts.count))
        self.gap = gap
        self.breadth = breadth
    }

    /// What all parts say of themselves, one after another.
    public var alternative: Localized {
        let texts = parts.map { part in
            part.heading.map { $0 + Localized(same: ": ") + part.figure.alternative } ?? part.figure.alternative
        }
        return texts.joined(by: " ")
    }

    /// The parts in their other arrangements, side by side and under each other.
    public var arrangements: [any Figure] {
        let others = parts.map(\.figure.arrangements)
        let most = others.map(\.count).max() ?? 0
        let arranged: [[Part]] =
            [parts]
            + (0..<most).map { index in
                zip(parts, others).map { part, others in
                    guard let figure = others.indices.contains(index) ? others[index] : others.last else { return part }
                    return Part(figure, heading: part.heading, share: part.share)
                }
            }
        let counts = [columns] + Balance.columns(of: parts.count, butNot: columns)
        let all = arranged.flatMap { parts in
            counts.map { Composition($0 == 1 ? .stack : .row, parts, columns: $0, gap: gap, breadth: breadth) }
        }
        return Array(all.dropFirst())
    }

    /// Lays out every part in its share of the width.
    ///
    /// - Throws: `FigureError` without parts or without shares, or what a part throws.
    public func layout(width: Double, in context: FigureContext) throws -> Block {
        guard !parts.isEmpty else { throw FigureError.empty(figure: "A composition", what: "part") }
        let total = parts.map { max(0, $0.share) }.reduce(0, +)
        guard total > 0, total.isFinite else {
            throw FigureError.outOfRange(figure: "A composition", what: "shares of the width", value: total)
        }
        let lines = try parts.lines(of: columns).map { try line($0, width: width, context) }
        return .column(lines, gap: gap)
    }

    /// Parts side by side, each in its share of the width; what is wanting at the end of a line stays free.
    private func line(_ line: [Part], width: Double, _ context: FigureContext) throws -> Block {
        func shares(_ parts: [Part]) -> Double { parts.map { max(0, $0.share) }.reduce(0, +) }
        let missing = shares(parts) / Double(parts.count) * Double(columns - line.count)
        let total = shares(line) + missing
        guard total > 0 else { return .space() }
        let free = width - gap * Double(columns - 1)
        let blocks = try line.map { part in
            let room = columns > 1 ? free * max(0, part.share) / total : width
            let body = try part.figure.layout(width: room, in: context)
            let padded = columns > 1 ? body.padded(width: room) : body
            guard let heading = part.heading else { return padded }
            let text = try context.set(heading, .heading, width: room)
            return Block.column([.text(text, context.theme.ink), padded], gap: 5)
        }
        return .row(blocks, gap: gap)
    }
}
