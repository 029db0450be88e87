import Drawing
import Languages

/// A network as blocks from left to right. Maps are drawn to scale: a block's face is as large as the map,
/// its depth grows with the channels; vectors are bars.
public struct Architecture: Figure {
    /// One layer's output.
    public struct Layer: Hashable, Sendable {
        /// What the layer is; decides the colour.
        public enum Kind: Hashable, Sendable {
            /// The picture that goes in.
            case input
            /// A layer with weights.
            case weighted
            /// A layer without: pooling, flattening, dropout, activation.
            case unweighted
            /// The probabilities that come out.
            case output
        }

        /// Stands under the block.
        public let name: Localized
        /// The size in words, such as `28 × 28 × 1`.
        public let shape: String
        /// Rows of the layer's maps, at least one.
        public let height: Int
        /// Columns of the layer's maps, at least one.
        public let width: Int
        /// How many maps, at least one.
        public let channels: Int
        /// What kind of layer it is; decides its colour.
        public let kind: Kind
        /// Stands under the name: how the layer is made from the one before.
        public let detail: Localized?

        /// - Parameters:
        ///   - name: what people call the layer: `Conv2D 3×3`.
        ///   - shape: its output's shape as the page writes it: `26 × 26 × 32`.
        ///   - height: the output's height; 1 for a vector.
        ///   - width: the output's width; 1 for a vector.
        ///   - channels: the output's channels; the count of a vector.
        ///   - detail: a third line, such as the parameters.
        public init(
            name: Localized, shape: String, height: Int = 1, width: Int = 1, channels: Int, kind: Kind,
            detail: Localized? = nil
        ) {
            self.name = name
            self.shape = shape
            self.height = height
            self.width = width
            self.channels = channels
            self.kind = kind
            self.detail = detail
        }

        var isVector: Bool { height == 1 && width == 1 }
    }

    /// The layers from input to output.
    public let layers: [Layer]
    /// How many stand on a line; one where their names stand beside them.
    public let columns: Int
    /// How much of a page's width the figure asks for.
    public let breadth: Breadth

    /// Layers in order, drawn to one scale.
    ///
    /// - Parameter columns: how many on a line; by default all, or half of more than ten.
    public init(_ layers: [Layer], columns: Int? = nil, breadth: Breadth = .wide) {
        self.layers = layers
        let usual = layers.count > 10 ? (layers.count + 1) / 2 : layers.count
        self.columns = max(1, columns ?? usual)
        self.breadth = breadth
    }

    /// On more lines, and at last one under the other with their names beside them.
    public var arrangements: [any Figure] {
        Balance.columns(of: layers.count, butNot: columns).filter { $0 < columns && $0 != 2 }.map {
            Architecture(layers, columns: $0, breadth: breadth)
        }
    }

    /// The layers with their shapes, in order.
    public var alternative: Localized {
        let list = layers.map { $0.name + Localized(same: " (\($0.shape))") }.listed
        return Localized(.architecture, ["count": .integer(layers.count), "blocks": .localized(list)])
    }

    /// Lays out the blocks from left to right, or from top to bottom, each as high and as deep as its maps.
    ///
    /// - Throws: `FigureError` without layers, or for a layer without a map.
    public func layout(width: Double, in context: FigureContext) throws -> Block {
        try check()
        guard columns > 1 || layers.count == 1 else { return try upright(width: width, context) }
        let lines = try layers.lines(of: columns).map { try line($0, pitch: width / Double(columns), context) }
        return .column(lines, gap: 18)
    }

    /// One block under the other, an arrow from each to the next, what is said of each at its right.
    private func upright(width: Double, _ context: FigureContext) throws -> Block {
        let measures = Solid.Measures(of: layers, pixel: scale(pitch: width * 0.45))
        let solids = layers.map { Solid($0, measures).turned }
        let gutter = (solids.map(\.size.width).max() ?? 0)
        let room = width - gutter - 12
        let rows = try zip(layers, solids).map { layer, solid in
            let texts =
                try [.text(context.set(layer.name, .label, width: room), context.theme.ink)]
                + ([Localized(same: "\(layer.shape)")] + [layer.detail].compactMap { $0 }).map {
                    try Block.text(context.set($0, .small, width: room), context.theme.quiet)
                }
            let body = Block(solid.size) { canvas, origin in
                solid.draw(
                    on: canvas, center: origin + Point(solid.size.width / 2, solid.size.height / 2), context.theme)
            }
            return Block.row(
                [body.padded(width: gutter, horizontal: .center), .column(texts, gap: 1)], gap: 12, .center)
        }
        let arrow = Block.arrow(length: 12, pointing: .down, in: context).padded(width: gutter, horizontal: .center)
        return .column(Array(rows.map { [$0] }.joined(separator: [arrow])), gap: 3)
    }

    private func line(_ part: [Layer], pitch: Double, _ context: FigureContext) throws -> Block {
        let measures = Solid.Measures(of: layers, pixel: scale(pitch: pitch))
        let solids = part.map { Solid($0, measures) }
        let tallest = layers.map { Solid($0, measures).size.height }.max() ?? 0
        let texts = try part.map { layer in
            try [
                context.set(layer.name, .label, width: pitch - 5, alignment: .center),
                context.set(layer.shape, .small, width: pitch - 5, alignment: .center),
            ] + (layer.detail.map { [try context.set($0, .small, width: pitch - 5, alignment: .center)] } ?? [])
        }
        let nameHeight = texts.map { $0[0].height }.max() ?? 0
        let rest = texts.map { $0.dropFirst().map(\.height).reduce(0, +) }.max() ?? 0
        let size = Size(width: pitch * Double(part.count), height: tallest + 8 + nameHeight + 2 + rest)
        return Block(size) { canvas, origin in
            let theme = context.theme
            let middle = origin.y + tallest / 2
            for (index, solid) in solids.enumerated() {
                let center = Point(origin.x + pitch * (Double(index) + 0.5), middle)
                solid.draw(on: canvas, center: center, theme)
                if index > 0 {
                    let start = center.x - pitch + solids[index - 1].size.width / 2 + 3
                    let end = center.x - solid.size.width / 2 - 3
                    if end - start >= 5 {
                        canvas.arrow(from: Point(start, middle), to: Point(end, middle), theme.quiet, width: 0.9)
                    } else {
                        context.notes?.add(.overlap)
                    }
                }
                var top = origin.y + tallest + 8
                for (row, text) in texts[index].enumerated() {
                    canvas.draw(text, at: Point(center.x, top), .top, color: row == 0 ? theme.ink : theme.quiet)
                    top += row == 0 ? nameHeight + 2 : text.height
                }
            }
        }
    }

    /// Points to a pixel: the largest map fits into its part of the width.
    private func scale(pitch: Double) -> Double {
        let largest = layers.filter { !$0.isVector }.map { max($0.width, $0.height) }.max() ?? 28
        return min(76, pitch * 0.62) / Double(max(1, largest))
    }

    private func check() throws {
        guard !layers.isEmpty else { throw FigureError.empty(figure: "An architecture", what: "layer") }
        for layer in layers {
            for extent in [layer.height, layer.width, layer.channels] where extent < 1 {
                throw FigureError.outOfRange(
                    figure: "An architecture", what: "an extent of a layer", value: Double(extent))
            }
        }
    }
}

/// A block in oblique projection, or a bar for a vector.
private struct Solid {
    let face: Size
    let depth: Double
    let isVector: Bool
    let kind: Architecture.Layer.Kind

    /// How many points things take, the same in all blocks of a network.
    struct Measures {
        /// A pixel of a map.
        let pixel: Double
        /// A map.
        let map: Double
        /// The root of a vector's length.
        let root: Double

        /// Measures at which the most maps and the longest vector still fit.
        init(of layers: [Architecture.Layer], pixel: Double) {
            self.pixel = pixel
            let maps = layers.filter { !$0.isVector }.map(\.channels).max() ?? 1
            let longest = layers.filter(\.isVector).map(\.channels).max() ?? 1
            map = min(0.33, 24.5 / Double(maps))
            root = min(2.3, 98 / Double(longest).squareRoot())
        }
    }

    private init(face: Size, of other: Solid) {
        self.face = face
        depth = other.depth
        isVector = other.isVector
        kind = other.kind
    }

    /// A vector as a bar that lies; a map as it is.
    var turned: Solid { isVector ? Solid(face: Size(width: face.height, height: face.width), of: self) : self }

    init(_ layer: Architecture.Layer, _ measures: Measures) {
        isVector = layer.isVector
        kind = layer.kind
        if isVector {
            // A vector has no face: its bar grows with the root of its length, so that 10 and 1,600 both show.
            face = Size(width: 9, height: 12 + measures.root * Double(layer.channels).squareRoot())
            depth = 0
        } else {
            face = Size(
                width: max(4, Double(layer.width) * measures.pixel),
                height: max(4, Double(layer.height) * measures.pixel))
            depth = 1.5 + measures.map * Double(layer.channels)
        }
    }

    /// Half of the depth shows to the right and upwards.
    private var shift: Double { depth * 0.7 }
    var size: Size { Size(width: face.width + shift, height: face.height + shift) }

    func draw(on canvas: Canvas, center: Point, _ theme: Theme) {
        let role: Role =
            switch kind {
            case .input: .input
            case .weighted: .kernel
            case .unweighted: .quiet
            case .output: .output
            }
        let front = Rectangle(
            x: center.x - size.width / 2, y: center.y - size.height / 2 + shift, width: face.width, height: face.height)
        let line = theme.color(role)
        func side(_ corners: [Point], _ share: Double) {
            canvas.fill(Path(corners, closed: true), theme.tint(role, share))
            canvas.stroke(Path(corners, closed: true), line, Stroke(width: 0.75, join: .round))
        }
        let back = Point(shift, -shift)
        let (topLeft, topRight) = (Point(front.minX, front.minY), Point(front.maxX, front.minY))
        let (bottomLeft, bottomRight) = (Point(front.minX, front.maxY), Point(front.maxX, front.maxY))
        if shift > 0 {
            side([topLeft, topLeft + back, topRight + back, topRight], 0.14)
            side([topRight, topRight + back, bottomRight + back, bottomRight], 0.4)
        }
        side([topLeft, topRight, bottomRight, bottomLeft], 0.24)
    }
}
