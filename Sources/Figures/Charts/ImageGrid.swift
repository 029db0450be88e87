import Drawing
import Imaging
import Languages

/// Many small pictures in rows, each with a label under it.
public struct ImageGrid: Figure {
    /// One picture and its label.
    public struct Item: Sendable {
        /// The pixels and how they become colours.
        public let picture: Picture
        /// Stands under the picture.
        public let label: Localized?
        /// What the picture is; decides the label's colour.
        public let role: Role
        /// What is drawn over the picture as an outline, pixel on pixel: the line at half of its largest value.
        public let outline: GrayImage?

        /// - Parameters:
        ///   - role: the label's colour: `.output` for what is right, `.error` for what is wrong.
        ///   - outline: of the same size as the picture: what the picture's values are about.
        public init(_ picture: Picture, label: Localized? = nil, role: Role = .ink, outline: GrayImage? = nil) {
            self.picture = picture
            self.label = label
            self.role = role
            self.outline = outline
        }
    }

    /// What may be changed where there is less room, or more.
    public enum Order: Hashable, Sendable {
        /// Pictures follow each other as words do: as many stand on a line as find room.
        case reading
        /// Each line is of one kind, and what stands in one column belongs together: all lines go on below.
        case lines
    }

    /// The pictures, line by line.
    public let items: [Item]
    /// How many stand on a line.
    public let columns: Int
    /// Whether lines may be broken anywhere.
    public let order: Order
    /// Whether values share one scale of colours.
    public let scale: Pictures.Scale
    /// What the values are; stands over the legend.
    public let legend: Localized?
    /// How wide a picture is at most, in points.
    public let side: Double
    /// How much of a page's width the figure asks for.
    public let breadth: Breadth
    /// How many columns stand side by side before all lines go on below.
    private let columnsTogether: Int

    /// - Parameters:
    ///   - columns: how many side by side.
    ///   - order: whether other arrangements may break the lines anywhere.
    ///   - scale: whether pictures of values share one scale (and a legend) or have each their own (and none).
    ///   - side: the most that a picture is wide, in points.
    public init(
        _ items: [Item], columns: Int, order: Order = .reading, scale: Pictures.Scale = .shared,
        legend: Localized? = nil,
        side: Double = 90, breadth: Breadth = .column
    ) {
        self.init(
            items, columns: columns, together: columns, order: order, scale: scale, legend: legend, side: side,
            breadth: breadth)
    }

    private init(
        _ items: [Item], columns: Int, together: Int, order: Order, scale: Pictures.Scale, legend: Localized?,
        side: Double, breadth: Breadth
    ) {
        self.items = items
        self.columns = max(1, columns)
        columnsTogether = max(1, min(together, columns))
        self.order = order
        self.scale = scale
        self.legend = legend
        self.side = side
        self.breadth = breadth
    }

    /// How many pictures there are, with their labels.
    public var alternative: Localized {
        let text = Localized(
            .gridHead, ["count": .integer(items.count), "columns": .integer(min(columns, items.count))])
        let labels = items.compactMap(\.label)
        guard !labels.isEmpty, labels.count <= 40 else { return text }
        let listed = labels.listed
        return text + Localized(same: " ") + Localized(.gridLabels, ["labels": .localized(listed)])
    }

    /// With other counts of pictures on a line.
    public var arrangements: [any Figure] {
        let across = min(columns, items.count)
        guard items.count > 1 else { return [] }
        func arranged(columns: Int, together: Int) -> ImageGrid {
            ImageGrid(
                items, columns: columns, together: together, order: order, scale: scale, legend: legend,
                side: Self.largest, breadth: breadth)
        }
        switch order {
        case .reading:
            return Balance.columns(of: items.count, butNot: across).map { arranged(columns: $0, together: $0) }
        case .lines:
            let folded = Balance.columns(of: across, butNot: across).map { arranged(columns: across, together: $0) }
            return [halves].compactMap { $0 } + folded
        }
    }

    /// Many lines as two groups side by side; `nil` for few, and where all share a legend.
    private var halves: Composition? {
        let lines = items.lines(of: columns)
        guard lines.count >= 6, !items.contains(where: { $0.picture.scale.hasLegend }) else { return nil }
        let parts = lines.lines(of: (lines.count + 1) / 2).map { half in
            Composition.Part(
                ImageGrid(Array(half.joined()), columns: columns, order: order, scale: scale, side: side))
        }
        return Composition(.row, parts, breadth: breadth)
    }

    /// How wide a picture may become where fewer stand on a line, in points.
    private static let largest = 200.0

    /// Lays out the pictures in lines of equal cells, with a legend below where colours stand for values.
    ///
    /// - Throws: `FigureError` without pictures, or for one without pixels or with values that are not finite.
    public func layout(width: Double, in context: FigureContext) throws -> Block {
        guard !items.isEmpty, items.allSatisfy({ $0.picture.width > 0 && $0.picture.height > 0 }) else {
            throw FigureError.empty(figure: "A grid of pictures", what: "picture")
        }
        let all = min(columns, items.count)
        let across = min(columnsTogether, all)
        let gap = across > 12 ? 5.0 : 9.0
        let room = min(side, (width - gap * Double(across - 1)) / Double(across))
        let scales = items.map(\.picture.scale)
        let pictures = scale == .shared ? items.map { $0.picture.sharing(scales) } : items.map(\.picture)
        let blocks = try items.indices.map { index in
            let picture = pictures[index]
            let factor = room / Double(max(picture.width, picture.height))
            let size = Size(width: Double(picture.width) * factor, height: Double(picture.height) * factor)
            let body = try Block.picture(picture, size: size, in: context, figure: "A grid of pictures")
                .outlined(items[index].outline, over: picture, in: context)
                .padded(width: room, horizontal: .center)
            guard let label = items[index].label else { return body }
            let text = try context.set(label, .label, width: room + gap - 2, alignment: .center)
            let color = context.theme.color(items[index].role)
            return Block.column([body, .text(text, color)], gap: 2.5, .center).padded(width: room)
        }
        let lineGap = items.contains { $0.label != nil } ? 8 : gap
        let groups = stride(from: 0, to: all, by: across).map { first in
            let lines = stride(from: 0, to: blocks.count, by: all).compactMap { start -> Block? in
                let line = blocks[start..<min(blocks.count, start + all)].dropFirst(first).prefix(across)
                return line.isEmpty ? nil : Block.aligned(Array(line), pitch: room + gap)
            }
            return Block.column(lines, gap: lineGap)
        }
        let grid = Block.column(groups, gap: lineGap + 8)
        guard scale == .shared, let used = pictures.map(\.scale).first(where: \.hasLegend) else { return grid }
        let bar = ColorBar(scale: used, name: legend)
        let size = Size(width: ColorBar.bar.width + 30, height: try bar.height(in: context))
        let key = Block(size) { canvas, origin in
            try bar.draw(on: canvas, midX: origin.x + size.width / 2, top: origin.y, context)
        }
        return .column([grid, key], gap: 9)
    }
}

extension Block {
    /// The block, and over it the line at half of a picture's largest value, as large as the block.
    fileprivate func outlined(_ outline: GrayImage?, over picture: Picture, in context: FigureContext) throws -> Block {
        guard let outline else { return self }
        guard outline.width == picture.width, outline.height == picture.height else {
            throw FigureError.mismatch(
                figure: "A grid of pictures", what: "pixels of an outline", expected: picture.width * picture.height,
                got: outline.pixels.count)
        }
        guard outline.pixels.allSatisfy(\.isFinite) else {
            throw FigureError.notFinite(figure: "A grid of pictures", what: "an outline")
        }
        let half = Double(outline.pixels.max() ?? 0) / 2
        let pieces = ContourLines.segments(of: outline.rows.map { $0.map(Double.init) }, at: [half])
        let cell = Size(width: size.width / Double(picture.width), height: size.height / Double(picture.height))
        return Block(size) { canvas, origin in
            try draw(on: canvas, at: origin)
            var line = Path()
            for (start, end) in pieces {
                // A value stands in the middle of its pixel.
                line.move(to: origin + Point((start.x + 0.5) * cell.width, (start.y + 0.5) * cell.height))
                line.line(to: origin + Point((end.x + 0.5) * cell.width, (end.y + 0.5) * cell.height))
            }
            canvas.stroke(line, context.theme.ink, Stroke(width: 0.8, cap: .round))
        }
    }

    /// Blocks side by side whose middles stand at equal distances, even where one is wider than its room.
    static func aligned(_ blocks: [Block], pitch: Double) -> Block {
        let height = blocks.map(\.size.height).max() ?? 0
        let first = blocks.first?.size.width ?? 0
        let width = pitch * Double(max(0, blocks.count - 1)) + (blocks.last?.size.width ?? first)
        return Block(Size(width: width, height: height)) { canvas, origin in
            for (index, block) in blocks.enumerated() {
                let middle = origin.x + first / 2 + Double(index) * pitch
                try block.draw(on: canvas, at: Point(middle - block.size.width / 2, origin.y))
            }
        }
    }
}
