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
    /// Room between neighbours, in points.
    public let gap: Double
    /// How much of a page's width the figure asks for.
    public let breadth: Breadth

    /// Parts side by side or under each other.
    public init(_ direction: Direction, _ parts: [Part], gap: Double = 20, breadth: Breadth = .column) {
        self.direction = direction
        self.parts = parts
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

    /// Lays out every part in its share of the width.
    ///
    /// - Throws: `FigureError` without parts or without shares, or what a part throws.
    public func layout(width: Double, in context: FigureContext) throws -> Block {
        guard !parts.isEmpty else { throw FigureError.empty(figure: "A composition", what: "part") }
        let total = parts.map { max(0, $0.share) }.reduce(0, +)
        guard total > 0, total.isFinite else {
            throw FigureError.outOfRange(figure: "A composition", what: "shares of the width", value: total)
        }
        let free = width - gap * Double(parts.count - 1)
        let blocks = try parts.map { part in
            let room = direction == .row ? free * max(0, part.share) / total : width
            let body = try part.figure.layout(width: room, in: context)
            let padded = direction == .row ? body.padded(width: room) : body
            guard let heading = part.heading else { return padded }
            let text = try context.set(heading, .heading, width: room)
            return Block.column([.text(text, context.theme.ink), padded], gap: 5)
        }
        return direction == .row ? .row(blocks, gap: gap) : .column(blocks, gap: gap)
    }
}
