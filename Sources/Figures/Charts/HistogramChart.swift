import Drawing
import Languages

/// How often values fall into each of a row of bins; one panel or several side by side.
public struct HistogramChart: Figure {
    /// How counts become heights.
    public enum CountAxis: Hashable, Sendable {
        case linear
        /// Every step of the axis is ten times the one below; a bin without a value has no bar.
        case log
    }

    /// One pair of axes.
    public struct Panel: Hashable, Sendable {
        /// The borders of the bins, rising; one more than there are counts.
        public let edges: [Double]
        /// How many values lie in each bin.
        public let counts: [Int]
        /// How counts become heights.
        public let axis: CountAxis
        /// What is written around it.
        public let names: PlotNames
        /// What is counted; decides the colour.
        public let role: Role

        /// Bins over a horizontal axis from the first edge to the last.
        public init(
            edges: [Double], counts: [Int], axis: CountAxis = .linear, title: Localized? = nil,
            xName: Localized? = nil, yName: Localized? = nil, role: Role = .input
        ) {
            (self.edges, self.counts, self.axis, self.role) = (edges, counts, axis, role)
            names = PlotNames(title: title, x: xName, y: yName)
        }
    }

    /// The pairs of axes, from left to right.
    public let panels: [Panel]
    /// How high the data stand, in points.
    public let plotHeight: Double
    /// How much of a page's width the figure asks for.
    public let breadth: Breadth

    /// Panels side by side, their data level with each other.
    public init(_ panels: [Panel], plotHeight: Double = 150, breadth: Breadth = .column) {
        self.panels = panels
        self.plotHeight = plotHeight
        self.breadth = breadth
    }

    /// How many bins each panel has, which is the fullest, and what it holds.
    public var alternative: Localized {
        let parts = panels.compactMap { panel -> Localized? in
            guard let peak = panel.counts.indices.max(by: { panel.counts[$0] < panel.counts[$1] }),
                panel.edges.count == panel.counts.count + 1
            else { return nil }
            let (low, high) = (panel.edges[peak], panel.edges[peak + 1])
            let digits = Digits.telling(low, from: high)
            return Localized(same: " ")
                + Localized(
                    .histogramFullest,
                    [
                        "bins": .integer(panel.counts.count), "low": .phrase("\(low, digits: digits)"),
                        "high": .phrase("\(high, digits: digits)"), "count": .integer(panel.counts[peak]),
                        "total": .integer(panel.counts.reduce(0, +)),
                    ])
        }
        return parts.reduce(Localized(.histogramHead), +)
    }

    /// Lays out the panels side by side.
    ///
    /// - Throws: `FigureError` without panels or bins, for edges that don't rise or don't fit, and for negative counts.
    public func layout(width: Double, in context: FigureContext) throws -> Block {
        guard !panels.isEmpty else { throw FigureError.empty(figure: "A histogram", what: "panel") }
        let gap = 22.0
        let room = (width - gap * Double(panels.count - 1)) / Double(panels.count)
        var plots = try panels.map { try plot($0, width: room, context) }
        let header = plots.map(\.header).max() ?? 0
        for index in plots.indices { plots[index].extraHeader += header - plots[index].header }
        return .row(zip(panels, plots).map { block($0, $1, width: room, context) }, gap: gap)
    }

    private func plot(_ panel: Panel, width: Double, _ context: FigureContext) throws -> Plot {
        try check(panel)
        let counts = panel.counts.map(Double.init)
        return try Plot(
            x: Axis(covering: panel.edges, isTight: true),
            y: panel.axis == .log ? Axis(logCovering: counts) : Axis(covering: counts, includingZero: true),
            names: panel.names, width: width, dataHeight: plotHeight, in: context)
    }

    private func block(_ panel: Panel, _ plot: Plot, width: Double, _ context: FigureContext) -> Block {
        Block(Size(width: width, height: plot.height)) { canvas, origin in
            plot.draw(on: canvas, at: origin, width: width)
            let data = plot.data(at: origin, width: width)
            let space = data.width / Double(panel.counts.count) > 6 ? 0.72 : 0
            for (index, count) in panel.counts.enumerated() where count > 0 {
                let top = plot.place(panel.edges[index], Double(count), in: data)
                let right = plot.place(panel.edges[index + 1], Double(count), in: data).x
                let frame = canvas.crisp(
                    Rectangle(x: top.x, y: top.y, width: right - top.x, height: data.maxY - top.y))
                canvas.fillArea(
                    Rectangle(x: frame.x, y: frame.y, width: frame.width - space, height: frame.height), panel.role,
                    context.theme)
            }
        }
    }

    private func check(_ panel: Panel) throws {
        guard !panel.counts.isEmpty else { throw FigureError.empty(figure: "A histogram", what: "bin") }
        guard panel.edges.count == panel.counts.count + 1 else {
            throw FigureError.mismatch(
                figure: "A histogram", what: "edges", expected: panel.counts.count + 1, got: panel.edges.count)
        }
        guard panel.edges.allSatisfy(\.isFinite) else {
            throw FigureError.notFinite(figure: "A histogram", what: "an edge")
        }
        for (left, right) in zip(panel.edges, panel.edges.dropFirst()) where right <= left {
            throw FigureError.outOfRange(figure: "A histogram", what: "edges that do not rise", value: right)
        }
        if let negative = panel.counts.first(where: { $0 < 0 }) {
            throw FigureError.outOfRange(figure: "A histogram", what: "a negative count", value: Double(negative))
        }
    }
}
