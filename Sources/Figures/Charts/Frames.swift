import Drawing
import Languages

/// A figure whose parts follow each other in time: on a page they stand side by side, and each can be drawn by itself,
/// for an animation.
public protocol FrameSequence: Figure {
    /// The parts in order, all of one size at any one width.
    var frames: [any Figure] { get }
}

/// Frames side by side, numbered, to be read line by line.
public struct Frames: FrameSequence {
    /// The parts in order.
    public let frames: [any Figure]
    /// How many stand on a line.
    public let columns: Int
    /// How much of a page's width they ask for together.
    public let breadth: Breadth

    /// Frames in lines of `columns`, at least one.
    public init(_ frames: [any Figure], columns: Int = 3, breadth: Breadth = .wide) {
        self.frames = frames
        self.columns = max(1, columns)
        self.breadth = breadth
    }

    /// How many frames there are, and what the first and the last one show.
    public var alternative: Localized {
        let head = Localized(.framesHead, ["count": .integer(frames.count)])
        guard let first = frames.first, let last = frames.last else { return head }
        let (start, end) = (first.alternative, last.alternative)
        return head
            + Localized(same: " ") + Localized(.framesEnds, ["first": .localized(start), "last": .localized(end)])
    }

    /// With other counts of frames on a line, and the frames in other arrangements.
    public var arrangements: [any Figure] {
        let others = frames.map(\.arrangements)
        let common = others.map(\.count).min() ?? 0
        let arranged = [frames] + (0..<common).map { index in others.map { $0[index] } }
        let counts = [columns] + Balance.columns(of: frames.count, butNot: min(columns, frames.count))
        let all = arranged.flatMap { frames in counts.map { Frames(frames, columns: $0, breadth: breadth) } }
        return Array(all.dropFirst())
    }

    /// Lays out the frames in lines, each under its number.
    ///
    /// - Throws: `FigureError` if there is no frame, or what a frame throws.
    public func layout(width: Double, in context: FigureContext) throws -> Block {
        guard !frames.isEmpty else { throw FigureError.empty(figure: "An animation", what: "frame") }
        let across = min(columns, frames.count)
        let gap = 22.0
        let room = (width - gap * Double(across - 1)) / Double(across)
        let blocks = try frames.enumerated().map { index, frame in
            let number = try context.set("\(index + 1)", .heading)
            return Block.column(
                [.text(number, context.theme.quiet), try frame.layout(width: room, in: context)], gap: 5)
        }
        let lines = blocks.lines(of: across).map { Block.row($0, gap: gap) }
        return .column(lines, gap: 20)
    }
}
