import Drawing
import Imaging
import Languages

/// What kernels of one layer answer, each in a column of its own: its weights, the map that it makes, and what pooling
/// leaves of that same map.
public struct KernelMaps: Figure {
    /// One channel of the layer.
    public struct Channel: Sendable {
        /// Stands above the column.
        public let name: Localized
        /// The weights, where they can be shown as one picture.
        public let kernel: GrayImage?
        /// The answers.
        public let map: GrayImage
        /// The same answers after pooling; `nil` where no pooling follows.
        public let pooled: GrayImage?

        /// A kernel's weights, its answers, and what pooling leaves of those.
        public init(name: Localized, kernel: GrayImage? = nil, map: GrayImage, pooled: GrayImage? = nil) {
            self.name = name
            self.kernel = kernel
            self.map = map
            self.pooled = pooled
        }
    }

    /// What stands at the left of each line.
    public struct Names: Hashable, Sendable {
        /// Beside the weights.
        public let kernel: Localized?
        /// Beside the maps.
        public let map: Localized
        /// Beside the maps after pooling.
        public let pooled: Localized?

        /// Names; a line without a name has none.
        public init(kernel: Localized? = nil, map: Localized, pooled: Localized? = nil) {
            self.kernel = kernel
            self.map = map
            self.pooled = pooled
        }
    }

    /// The channels in order.
    public let channels: [Channel]
    /// What the lines are called.
    public let names: Names
    /// What the answers are; stands over their legend.
    public let legend: Localized?
    /// How many channels stand side by side at most.
    public let columns: Int

    /// The narrowest that a channel is drawn, in points: below, fewer stand side by side.
    private static let least = 34.0
    private static let gap = 6.0
    private static let figure = "Kernels and their maps"

    /// Channels side by side, on as many lines as they need.
    public init(_ channels: [Channel], names: Names, legend: Localized? = nil, columns: Int = 16) {
        self.channels = channels
        self.names = names
        self.legend = legend
        self.columns = max(1, columns)
    }

    /// Out of the column: there are many.
    public var breadth: Breadth { .wide }

    /// How many channels there are, and the size of their maps.
    public var alternative: Localized {
        Localized(
            .kernelMaps,
            [
                "count": .integer(channels.count), "width": .integer(channels.first?.map.width ?? 0),
                "height": .integer(channels.first?.map.height ?? 0),
            ])
    }

    /// The weights and the answers before and after pooling, by row and column, under the names of channel and line.
    public var table: FigureTable? {
        .values(
            of: channels.flatMap { channel in
                [(names.kernel, channel.kernel), (names.map, channel.map), (names.pooled, channel.pooled)].map {
                    ($0.0.map { [channel.name, $0].joined(by: ", ") }, $0.1)
                }
            })
    }

    /// Lays out the channels in lines, with the legend of the answers below.
    ///
    /// - Throws: `FigureError` without channels, or for one without pixels or with values that are not finite.
    public func layout(width: Double, in context: FigureContext) throws -> Block {
        guard !channels.isEmpty, channels.allSatisfy({ $0.map.width > 0 && $0.map.height > 0 }) else {
            throw FigureError.empty(figure: Self.figure, what: "map")
        }
        let (kernelName, mapName, pooledName) = (
            try names.kernel.map { try context.set($0, .small, width: 60) },
            try context.set(names.map, .small, width: 60), try names.pooled.map { try context.set($0, .small, width: 60) }
        )
        let gutter = ([kernelName, mapName, pooledName].compactMap { $0?.width }.max() ?? 0) + 8
        let free = width - gutter + Self.gap
        let across = min(columns, channels.count, max(1, Int(free / (Self.least + Self.gap))))
        let room = free / Double(across) - Self.gap
        let limit = channels.flatMap { [$0.map] + [$0.pooled].compactMap { $0 } }.flatMap(\.pixels).max() ?? 0
        func line(_ images: [GrayImage?], _ name: TypesetText?, _ picture: (GrayImage) -> Picture) throws -> Block? {
            guard let first = images.compactMap({ $0 }).first else { return nil }
            let height = room * Double(first.height) / Double(first.width)
            let cells = images.map { image in
                let size = Size(width: room, height: height)
                guard let image else { return Block.space(width: room, height: height) }
                return .picture(picture(image), size: size, in: context, figure: Self.figure)
            }
            let head = (name.map { Block.text($0, context.theme.quiet) } ?? .space())
                .padded(width: gutter, height: height, vertical: .center)
            return .row([head, .row(cells, gap: Self.gap)], gap: 0)
        }
        let groups = try stride(from: 0, to: channels.count, by: across).map { start in
            let part = channels[start..<min(channels.count, start + across)]
            let numbers = try part.map { channel in
                Block.text(try context.set(channel.name, .small), context.theme.ink)
                    .padded(width: room, horizontal: .center)
            }
            let heads = Block.row([.space(width: gutter), .row(numbers, gap: Self.gap)], gap: 0)
            let lines = [
                // Only the pattern of a kernel counts, so each has a scale of its own.
                try line(part.map(\.kernel), kernelName) { .signed($0) },
                try line(part.map(\.map), mapName) { .magnitude($0, limit: limit) },
                try line(part.map(\.pooled), pooledName) { .magnitude($0, limit: limit) },
            ]
            return Block.column([heads] + lines.compactMap { $0 }, gap: 3)
        }
        let bar = ColorBar(scale: .magnitude(limit: limit), name: legend)
        let size = Size(width: ColorBar.bar.width + 30, height: try bar.height(in: context))
        let key = Block(size) { canvas, origin in
            try bar.draw(on: canvas, midX: origin.x + size.width / 2, top: origin.y, context)
        }
        return .column(groups + [Block.row([.space(width: gutter), key], gap: 0)], gap: 14)
    }
}
