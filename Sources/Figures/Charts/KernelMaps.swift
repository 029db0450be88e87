import Drawing
import Imaging
import Languages

/// What kernels of one layer answer, each in a column of its own: its weights, the map that it makes, what pooling leaves
/// of that same map, and its largest answer. Each column has a scale of its own, so that the pattern of a map is seen
/// beside others that are ten times as strong; the numbers say how strong it is.
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
        /// Beside the largest answer of each map.
        public let largest: Localized

        /// Names; a line without a name has none.
        public init(kernel: Localized? = nil, map: Localized, pooled: Localized? = nil, largest: Localized) {
            self.kernel = kernel
            self.map = map
            self.pooled = pooled
            self.largest = largest
        }
    }

    /// The channels in order.
    public let channels: [Channel]
    /// What the lines are called.
    public let names: Names
    /// How many channels stand side by side at most.
    public let columns: Int

    /// The narrowest that a channel is drawn, in points: below, fewer stand side by side.
    private static let least = 31.0
    /// The widest, in points.
    private static let most = 54.0
    private static let gap = 6.0
    private static let figure = "Kernels and their maps"

    /// Channels side by side, on as many lines as they need.
    public init(_ channels: [Channel], names: Names, columns: Int = 16) {
        self.channels = channels
        self.names = names
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

    /// Lays out the channels in lines.
    ///
    /// - Throws: `FigureError` without channels, or for one without pixels or with values that are not finite.
    public func layout(width: Double, in context: FigureContext) throws -> Block {
        guard !channels.isEmpty, channels.allSatisfy({ $0.map.width > 0 && $0.map.height > 0 }) else {
            throw FigureError.empty(figure: Self.figure, what: "map")
        }
        let heads = try [names.kernel, names.map, names.pooled, names.largest].map { name in
            try name.map { try context.set($0, .small, width: Self.longestName * context.theme.typeScale) }
        }
        let gutter = (heads.compactMap { $0?.width }.max() ?? 0) + 8
        let free = width - gutter + Self.gap
        let most = min(columns, max(1, Int(free / (Self.least * context.theme.typeScale + Self.gap))))
        // As many on each line as on the others, as far as that goes.
        let lines = (channels.count + most - 1) / most
        let across = (channels.count + lines - 1) / lines
        let room = min(Self.most, free / Double(across) - Self.gap)
        let groups = try channels.lines(of: across).map { try group($0, heads, gutter: gutter, room: room, context) }
        return .column(groups, gap: 14)
    }

    /// The widest that a name may be, in points, before it takes another line.
    private static let longestName = 62.0

    /// One line of channels: their names, weights, maps, pooled maps and largest answers under each other.
    private func group(
        _ part: [Channel], _ heads: [TypesetText?], gutter: Double, room: Double, _ context: FigureContext
    ) throws -> Block {
        func row(_ head: TypesetText?, _ cells: [Block]) -> Block {
            let height = cells.map(\.size.height).max() ?? 0
            let name = (head.map { Block.text($0, context.theme.quiet) } ?? .space())
                .padded(width: gutter, height: height, vertical: .center)
            return .row([name, .row(cells, gap: Self.gap)], gap: 0, .center)
        }
        func texts(_ words: [Localized], _ color: Color) throws -> [Block] {
            try words.map {
                Block.text(try context.set($0, .small), color).padded(width: room, horizontal: .center)
            }
        }
        func pictures(_ images: [GrayImage?], _ picture: (GrayImage, Channel) -> Picture) -> [Block]? {
            guard images.contains(where: { $0 != nil }) else { return nil }
            return zip(images, part).map { image, channel in
                guard let image else { return .space(width: room, height: room) }
                let size = Size(width: room, height: room * Double(image.height) / Double(max(1, image.width)))
                return .picture(picture(image, channel), size: size, in: context, figure: Self.figure)
            }
        }
        let strengths = part.map { Double($0.map.pixels.max() ?? 0) }
        let numbers = strengths.map { Localized(same: "\($0, digits: 2)") }
        let cells: [[Block]?] = [
            pictures(part.map(\.kernel)) { image, _ in .signed(image) },
            pictures(part.map(\.map)) { .magnitude($0, limit: $1.limit) },
            pictures(part.map(\.pooled)) { .magnitude($0, limit: $1.limit) },
            try texts(numbers, context.theme.quiet),
        ]
        let rows = zip(heads, cells).compactMap { head, cells in cells.map { row(head, $0) } }
        return .column([row(nil, try texts(part.map(\.name), context.theme.ink))] + rows, gap: 3)
    }
}

extension KernelMaps.Channel {
    /// The answer that is drawn brightest, before and after pooling.
    fileprivate var limit: Float { max(0, map.pixels.max() ?? 0) }
}
