import Drawing
import Languages

/// A small network as a graph: a column of circles for each layer, a line for each weight.
public struct NetworkGraph: Figure {
    /// One circle.
    public struct Unit: Hashable, Sendable {
        /// Stands in the circle.
        public let label: Localized?
        /// Stands under the circle.
        public let note: Localized?
        /// Whether the unit is switched off: an empty, crossed circle without lines.
        public let isOff: Bool

        /// A unit, bare by default.
        public init(_ label: Localized? = nil, note: Localized? = nil, isOff: Bool = false) {
            self.label = label
            self.note = note
            self.isOff = isOff
        }
    }

    /// One column of circles.
    public struct Layer: Hashable, Sendable {
        /// Stands over the column.
        public let name: Localized?
        /// The circles, from top to bottom.
        public let units: [Unit]
        /// The circles' colour: `.input` for what goes in, `.output` for answers.
        public let role: Role
        /// What stands on the lines that come in, one row a unit of this layer, one number a unit of the layer
        /// before; `nil` for bare lines.
        public let weights: [[Double]]?
        /// The colour of the lines from every unit of the layer before: `.kernel` where each is a weight, another
        /// where a value is merely handed on; `nil` for no lines.
        public let lines: Role?
        /// Whether each unit reads only the one at its own place in the layer before, as an activation does.
        public let isPaired: Bool

        /// A column of circles.
        ///
        /// - Parameters:
        ///   - weights: numbers on the incoming lines, `weights[unit][unit before]`.
        ///   - lines: the colour of the incoming lines; `nil` for none.
        ///   - isPaired: whether a line comes only from the unit at the same place of the layer before.
        public init(
            name: Localized? = nil, units: [Unit], role: Role = .ink, weights: [[Double]]? = nil,
            lines: Role? = .kernel, isPaired: Bool = false
        ) {
            self.isPaired = isPaired
            self.name = name
            self.units = units
            self.role = role
            self.weights = weights
            self.lines = lines
        }

        /// A column of bare circles.
        public init(name: Localized? = nil, count: Int, role: Role = .ink) {
            self.init(name: name, units: Array(repeating: Unit(), count: max(0, count)), role: role)
        }
    }

    /// The layers from left to right.
    public let layers: [Layer]
    /// How high the tallest column stands, in points.
    public let graphHeight: Double
    /// How much of a page's width the figure asks for.
    public let breadth: Breadth

    /// A graph of the layers from left to right.
    public init(_ layers: [Layer], graphHeight: Double = 170, breadth: Breadth = .column) {
        self.layers = layers
        self.graphHeight = graphHeight
        self.breadth = breadth
    }

    /// How many units each layer has, and how many are off.
    public var alternative: Localized {
        let counts = layers.map { Localized(same: "\($0.units.count)") }.listed
        let off = layers.reduce(0) { $0 + $1.units.count { $0.isOff } }
        let text = Localized(.networkHead, ["counts": .localized(counts)])
        guard off > 0 else { return text }
        return text + Localized(same: " ") + Localized(.networkOff, ["n": .integer(off)])
    }

    /// Lays out columns at equal distances.
    public func layout(width: Double, in context: FigureContext) throws -> Block {
        guard !layers.isEmpty, layers.allSatisfy({ !$0.units.isEmpty }) else {
            throw FigureError.empty(figure: "A network graph", what: "unit")
        }
        for (before, layer) in zip(layers, layers.dropFirst()) { try check(layer, after: before) }
        return try NetworkLayout(self, width: width, context).block
    }

    private func check(_ layer: Layer, after before: Layer) throws {
        guard let weights = layer.weights else { return }
        guard weights.count == layer.units.count else {
            throw FigureError.mismatch(
                figure: "A network graph", what: "rows of weights", expected: layer.units.count, got: weights.count)
        }
        for row in weights {
            guard row.count == before.units.count else {
                throw FigureError.mismatch(
                    figure: "A network graph", what: "weights of a unit", expected: before.units.count, got: row.count)
            }
            guard row.allSatisfy(\.isFinite) else {
                throw FigureError.notFinite(figure: "A network graph", what: "a weight")
            }
        }
    }
}

/// A network graph, measured.
private struct NetworkLayout {
    private let layers: [NetworkGraph.Layer]
    private let size: Size
    private let header: Double
    private let radius: Double
    private let centers: [[Point]]
    private let names: [TypesetText?]
    private let labels: [[TypesetText?]]
    private let notes: [[TypesetText?]]
    private let context: FigureContext

    init(_ graph: NetworkGraph, width: Double, _ context: FigureContext) throws {
        layers = graph.layers
        self.context = context
        let column = width / Double(layers.count)
        names = try layers.map {
            try $0.name.map { try context.set($0, .label, width: column - 8, alignment: .center) }
        }
        labels = try layers.map { try $0.units.map { try $0.label.map { try context.set($0, .label) } } }
        notes = try layers.map { layer in
            try layer.units.map {
                try $0.note.map { try context.set($0, .small, width: column - 8, alignment: .center) }
            }
        }
        let most = layers.map(\.units.count).max() ?? 1
        let noteHeight = notes.joined().compactMap { $0?.height }.max().map { $0 + 3 } ?? 0
        let pitch = graph.graphHeight / Double(most)
        let widest = labels.joined().compactMap { $0?.width }.max() ?? 0
        // As large as its label needs, and never so large that circles or notes touch.
        radius = max(4, min(max(8, widest / 2 + 4), (pitch - noteHeight - 4) / 2))
        if column < 2 * radius + 4 { context.notes?.add(.overlap) }
        let header = names.compactMap { $0?.height }.max().map { $0 + 8 } ?? 0
        self.header = header
        centers = layers.enumerated().map { index, layer in
            let top = header + (graph.graphHeight - pitch * Double(layer.units.count)) / 2
            return layer.units.indices.map {
                Point(column * (Double(index) + 0.5), top + pitch * (Double($0) + 0.5) - noteHeight / 2)
            }
        }
        size = Size(width: width, height: header + graph.graphHeight)
    }

    var block: Block {
        Block(size) { canvas, origin in
            for index in layers.indices.dropFirst() { try drawLines(into: index, on: canvas, origin) }
            for index in layers.indices { drawUnits(of: index, on: canvas, origin) }
        }
    }

    private func drawLines(into index: Int, on canvas: Canvas, _ origin: Point) throws {
        let (layer, before) = (layers[index], layers[index - 1])
        guard let role = layer.lines else { return }
        let theme = context.theme
        let digits = Digits.needed(for: layer.weights?.joined().map { $0 } ?? [], atMost: 2)
        for (unit, end) in zip(layer.units.indices, centers[index]) where !layer.units[unit].isOff {
            for (other, start) in zip(before.units.indices, centers[index - 1]) where !before.units[other].isOff {
                if layer.isPaired, other != unit { continue }
                let line = Path([origin + start, origin + end])
                canvas.stroke(line, theme.tint(role, layer.weights == nil ? 0.55 : 0.8), width: 0.8)
                guard let weight = layer.weights?[unit][other] else { continue }
                let text = try context.set(context.format.decimal(weight, digits: digits), .label)
                // Nearer to where the lines are apart than to where they meet.
                let isCrossed = before.units.count > 1 && layer.units.count > 1
                let place = origin + start + (end - start) * (isCrossed ? 0.3 : 0.42)
                let room = Rectangle(center: place, size: Size(width: text.width + 6, height: text.height))
                canvas.fill(room, theme.paper)
                canvas.draw(text, at: place, .center, color: theme.kernel)
            }
        }
    }

    private func drawUnits(of index: Int, on canvas: Canvas, _ origin: Point) {
        let (layer, theme) = (layers[index], context.theme)
        if let name = names[index] {
            let middle = origin.x + centers[index][0].x
            canvas.draw(
                name, at: Point(middle, origin.y + header - 8), .bottom, color: theme.quiet)
        }
        for (unit, center) in zip(layer.units.indices, centers[index]) {
            let center = origin + center
            let circle = Path(circleAt: center, radius: radius)
            if layer.units[unit].isOff {
                canvas.fill(circle, theme.paper)
                canvas.stroke(circle, theme.quiet, Stroke(width: 0.8, dash: [2, 2]))
                let arm = radius * 0.5
                for slope in [1.0, -1.0] {
                    let cross = [center + Point(-arm, -arm * slope), center + Point(arm, arm * slope)]
                    canvas.stroke(Path(cross), theme.quiet, width: 1)
                }
            } else {
                canvas.fill(circle, theme.tint(layer.role, 0.14))
                canvas.stroke(circle, theme.color(layer.role), width: 1.25)
                if let label = labels[index][unit] { canvas.draw(label, at: center, .center, color: theme.ink) }
            }
            if let note = notes[index][unit] {
                canvas.draw(note, at: center + Point(0, radius + 3), .top, color: theme.quiet)
            }
        }
    }
}
