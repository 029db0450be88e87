import Drawing
import Imaging
import Languages

/// Pictures beside each other with captions, in one or several rows.
public struct Pictures: Figure {
    /// One picture with what stands under it.
    public struct Panel: Sendable {
        /// The pixels and how they become colours.
        public let picture: Picture
        /// Stands under the picture.
        public let caption: Localized?
        /// What the picture is; decides the caption's colour.
        public let captionRole: Role
        /// Windows that are pointed at.
        public let frames: [Frame]
        /// Whether the caption is followed by the picture's size in pixels.
        public let showsSize: Bool

        /// - Parameters:
        ///   - frames: pixels that are pointed at.
        ///   - showsSize: whether width × height stands under the caption.
        public init(
            _ picture: Picture, caption: Localized? = nil, captionRole: Role = .ink, frames: [Frame] = [],
            showsSize: Bool = false
        ) {
            self.picture = picture
            self.caption = caption
            self.captionRole = captionRole
            self.frames = frames
            self.showsSize = showsSize
        }
    }

    /// A frame around some pixels.
    public struct Frame: Hashable, Sendable {
        /// The rows of pixels inside the frame, counted from 0.
        public let rows: Range<Int>
        /// The columns of pixels inside the frame, counted from 0.
        public let columns: Range<Int>
        /// What the frame points at; decides its colour.
        public let role: Role

        /// A frame around some of a picture's pixels.
        public init(rows: Range<Int>, columns: Range<Int>, role: Role = .kernel) {
            self.rows = rows
            self.columns = columns
            self.role = role
        }
    }

    /// How pictures that show values become comparable.
    public enum Scale: Hashable, Sendable {
        /// One scale for all of a kind, one legend.
        case shared
        /// Each its own, with its own legend.
        case own
    }

    /// The pictures in order.
    public let panels: [Panel]
    /// How many stand on a line.
    public let columns: Int
    /// Whether a pixel is as large in every picture.
    public let isToScale: Bool
    /// Whether an arrow leads from each picture to the next.
    public let hasArrows: Bool
    /// Whether values of the same kind share one scale of colours.
    public let scale: Scale
    /// What the values are; stands over the legend.
    public let legend: Localized?
    /// The window that is shown enlarged under each picture; `nil` for none.
    public let detail: Detail?
    /// The most that a picture may be high, in points.
    public let maximumHeight: Double
    /// How much of a page's width the figure asks for.
    public let breadth: Breadth

    /// - Parameters:
    ///   - columns: how many side by side; all by default.
    ///   - isToScale: whether a pixel is as large in every picture.
    ///   - hasArrows: whether arrows lead from picture to picture.
    ///   - legend: what the colours of values mean, over the legend.
    ///   - detail: a window that is shown enlarged under each picture, the same in all.
    ///   - maximumHeight: the most that a picture takes, in points.
    public init(
        _ panels: [Panel], columns: Int? = nil, toScale isToScale: Bool = false, arrows hasArrows: Bool = false,
        scale: Scale = .shared, legend: Localized? = nil, detail: Detail? = nil, maximumHeight: Double = 240,
        breadth: Breadth = .column
    ) {
        self.panels = panels
        self.columns = max(1, columns ?? panels.count)
        self.isToScale = isToScale
        self.hasArrows = hasArrows
        self.scale = scale
        self.legend = legend
        self.detail = detail
        self.maximumHeight = maximumHeight
        self.breadth = breadth
    }

    private static let figure = "A row of pictures"

    /// With other counts of pictures on a line.
    public var arrangements: [any Figure] {
        Balance.columns(of: panels.count, butNot: min(columns, panels.count)).map {
            Pictures(
                panels, columns: $0, toScale: isToScale, arrows: hasArrows, scale: scale, legend: legend,
                detail: detail,
                maximumHeight: maximumHeight, breadth: breadth)
        }
    }

    /// How many pictures there are, with their captions and ranges.
    public var alternative: Localized {
        if let first = panels.first?.picture, panels.count > 1,
            panels.allSatisfy({
                $0.caption == nil && ($0.picture.width, $0.picture.height) == (first.width, first.height)
            })
        {
            return Localized(
                .picturesAlike,
                ["count": .integer(panels.count), "width": .integer(first.width), "height": .integer(first.height)])
        }
        let items = panels.map { panel in
            let size = Localized(
                .picturesSize, ["width": .integer(panel.picture.width), "height": .integer(panel.picture.height)])
            guard let caption = panel.caption else { return size }
            return caption.inOneLine + Localized(same: " (") + size + Localized(same: ")")
        }
        let list = items.listed
        return panels.count == 1
            ? Localized(.picturesOne, ["picture": .localized(list)])
            : Localized(.picturesSeveral, ["count": .integer(panels.count), "pictures": .localized(list)])
    }

    /// Lays out the pictures in lines, with a legend below where colours stand for values.
    ///
    /// - Throws: `FigureError` without pictures, for one without pixels or with values that are not finite, and for a frame
    ///   that lies outside.
    public func layout(width: Double, in context: FigureContext) throws -> Block {
        guard !panels.isEmpty, panels.allSatisfy({ $0.picture.width > 0 && $0.picture.height > 0 }) else {
            throw FigureError.empty(figure: Self.figure, what: "pixel")
        }
        let scales = panels.map(\.picture.scale)
        let pictures = scale == .shared ? panels.map { $0.picture.sharing(scales) } : panels.map(\.picture)
        let rows = stride(from: 0, to: panels.count, by: columns).map { $0..<min(panels.count, $0 + columns) }
        let gap = hasArrows ? 30.0 : 14.0
        let room = (width - gap * Double(columns - 1)) / Double(columns)
        let extents = sizes(rows: rows, width: width, room: room, gap: gap)
        var lines: [Block] = []
        for row in rows {
            let tallest = row.map { extents[$0].height }.max() ?? 0
            var blocks: [Block] = []
            for index in row {
                let body = try self.body(index, pictures[index], extents[index], context)
                    .padded(height: tallest, vertical: isToScale && !hasArrows ? .trailing : .center)
                blocks.append(try under(body, index, pictures[index], room: room, context))
            }
            lines.append(joined(blocks, gap: gap, tallest: tallest, context))
        }
        let block = Block.column(lines, gap: 14)
        guard scale == .shared else { return block }
        return try withLegends(block, Set(pictures.map(\.scale)).filter(\.hasLegend), context)
    }

    /// How large each picture is drawn.
    private func sizes(rows: [Range<Int>], width: Double, room: Double, gap: Double) -> [Size] {
        func factor(_ picture: Picture, _ room: Double) -> Double {
            min(room / Double(picture.width), maximumHeight / Double(picture.height))
        }
        guard isToScale else {
            return panels.map { panel in
                let factor = factor(panel.picture, room)
                return Size(width: Double(panel.picture.width) * factor, height: Double(panel.picture.height) * factor)
            }
        }
        // Small pictures still need room for their captions, so the factor shrinks until all fit on every line.
        let narrowest = 62.0
        var scale = panels.map { maximumHeight / Double($0.picture.height) }.min() ?? 1
        for row in rows {
            let free = width - gap * Double(row.count - 1)
            for _ in 0..<40 {
                let needed = row.map { max(narrowest, Double(panels[$0].picture.width) * scale) }.reduce(0, +)
                if needed <= free { break }
                scale *= max(0.8, min(0.99, free / needed))
            }
        }
        return panels.map {
            Size(width: Double($0.picture.width) * scale, height: Double($0.picture.height) * scale)
        }
    }

    private func body(_ index: Int, _ picture: Picture, _ size: Size, _ context: FigureContext) throws -> Block {
        if !isToScale { context.note(picture, width: size.width) }
        let frames = panels[index].frames
        for frame in frames
        where frame.rows.lowerBound < 0 || frame.columns.lowerBound < 0 || frame.rows.upperBound > picture.height
            || frame.columns.upperBound > picture.width
        {
            throw FigureError.outOfRange(
                figure: Self.figure, what: "a frame",
                value: Double(max(frame.rows.upperBound, frame.columns.upperBound)))
        }
        let body = try Block.picture(picture, size: size, marking: detail, in: context, figure: Self.figure)
        return Block(size) { canvas, origin in
            try body.draw(on: canvas, at: origin)
            let cell = Size(width: size.width / Double(picture.width), height: size.height / Double(picture.height))
            let grid = CellGrid(rows: picture.height, columns: picture.width, cell: cell, at: origin)
            for frame in frames {
                grid.outline(
                    rows: frame.rows, columns: frame.columns, on: canvas, context.theme.color(frame.role), width: 1.75,
                    dash: context.theme.dash(frame.role))
            }
        }
    }

    /// A picture with its caption, size and own legend.
    private func under(
        _ body: Block, _ index: Int, _ picture: Picture, room: Double, _ context: FigureContext
    ) throws -> Block {
        let panel = panels[index]
        let width = isToScale ? max(62, body.size.width) : room
        var parts = [body]
        if let detail {
            let wide = min(Detail.widest, width)
            parts.append(try .detail(detail, of: picture, width: wide, in: context, figure: Self.figure))
        }
        if let caption = panel.caption {
            let text = try context.set(caption, .label, width: width, alignment: .center)
            parts.append(.text(text, context.theme.color(panel.captionRole)))
        }
        if panel.showsSize {
            let words = "\(context.format.integer(picture.width)) × \(context.format.integer(picture.height))"
            parts.append(.text(try context.set(words, .small), context.theme.quiet))
        }
        if scale == .own, picture.scale.hasLegend { parts.append(try legendBlock(picture.scale, name: nil, context)) }
        return Block.column(parts, gap: 4, .center).padded(width: isToScale ? width : 0, horizontal: .center)
    }

    private func joined(_ blocks: [Block], gap: Double, tallest: Double, _ context: FigureContext) -> Block {
        guard hasArrows else { return .row(blocks, gap: gap) }
        let arrow = Block.arrow(length: gap - 12, in: context).padded(height: tallest, vertical: .center)
        return .row(Array(blocks.map { [$0] }.joined(separator: [arrow])), gap: 6)
    }

    private func withLegends(_ block: Block, _ scales: Set<Picture.Scale>, _ context: FigureContext) throws -> Block {
        let order = panels.map(\.picture).map { $0.sharing(panels.map(\.picture.scale)).scale }
        let used = order.enumerated().filter {
            scales.contains($0.element) && order.firstIndex(of: $0.element) == $0.offset
        }
        guard !used.isEmpty else { return block }
        let legends = try used.map { try legendBlock($0.element, name: legend, context) }
        return .column([block, .row(legends, gap: 30, .center)], gap: 10, .center)
    }

    private func legendBlock(_ scale: Picture.Scale, name: Localized?, _ context: FigureContext) throws -> Block {
        if case .angle = scale {
            let wheel = AngleWheel(diameter: 56)
            let size = try wheel.size(in: context)
            return Block(size) { canvas, origin in
                try wheel.draw(on: canvas, center: origin + Point(size.width / 2, size.height / 2), context)
            }
        }
        let bar = ColorBar(scale: scale, name: name)
        let size = Size(width: ColorBar.bar.width + 30, height: try bar.height(in: context))
        return Block(size) { canvas, origin in
            try bar.draw(on: canvas, midX: origin.x + size.width / 2, top: origin.y, context)
        }
    }
}
