import Drawing
import Languages

/// A figure of which something can be told as a film: on a page it stands as it is, and its frames can be drawn one by one.
public struct Moving: FrameSequence {
    /// What a page shows.
    public let figure: any Figure
    /// What is shown one after another, all of one size at any one width.
    public let frames: [any Figure]

    /// - Parameter frames: of any sizes; each gets the room of the largest.
    public init(_ figure: any Figure, frames: [any Figure]) {
        self.figure = figure
        self.frames = frames.indices.map { Frame(index: $0, all: frames) }
    }

    /// That of the figure.
    public var breadth: Breadth { figure.breadth }
    /// What the figure says of itself.
    public var alternative: Localized { figure.alternative }
    /// The figure's numbers.
    public var data: FigureData { figure.data }

    /// Those of the figure.
    public var arrangements: [any Figure] { figure.arrangements }

    /// Lays out the figure.
    public func layout(width: Double, in context: FigureContext) throws -> Block {
        try figure.layout(width: width, in: context)
    }

    /// One of several figures, in the room of the largest.
    private struct Frame: Figure {
        let index: Int
        let all: [any Figure]

        var breadth: Breadth { all[index].breadth }
        var alternative: Localized { all[index].alternative }
        var data: FigureData { all[index].data }

        func layout(width: Double, in context: FigureContext) throws -> Block {
            let blocks = try all.map { try $0.layout(width: width, in: context) }
            let size = (blocks.map(\.size.width).max() ?? 0, blocks.map(\.size.height).max() ?? 0)
            return blocks[index].padded(width: size.0, height: size.1, horizontal: .center, vertical: .center)
        }
    }
}

extension ContourTrajectories: FrameSequence {
    /// The walks as far as they have come after each step; of long ones, some twenty of the steps.
    public var frames: [any Figure] {
        let last = (trajectories.map { min($0.x.count, $0.y.count) }.max() ?? 0) - 1
        guard last > 0 else { return [] }
        let stride = max(1, (last + Self.mostFrames - 1) / Self.mostFrames)
        let steps = Array(Swift.stride(from: 0, to: last, by: stride)) + [last]
        return steps.map { step in
            ContourTrajectories(
                heights: heights, x: xRange, y: yRange, levels: levels,
                trajectories: trajectories.map { walk in
                    Trajectory(
                        name: walk.name, x: Array(walk.x.prefix(step + 1)), y: Array(walk.y.prefix(step + 1)),
                        role: walk.role)
                }, xName: xName, yName: yName, plotHeight: plotHeight)
        }
    }

    private static let mostFrames = 20
}
