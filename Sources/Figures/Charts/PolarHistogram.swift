import Drawing
import Elementary
import Languages

/// How much there is of each direction: a ring of sectors whose areas are the weights. Angles grow clockwise,
/// as they do in a picture whose rows are counted downwards.
public struct PolarHistogram: Figure {
    /// How much each sector holds, from −180° on, clockwise as seen; none is negative.
    public let weights: [Double]
    /// Whether a sector has the colour that the angle wheel gives its direction.
    public let isColored: Bool
    /// What is counted; stands under the circle.
    public let name: Localized?

    /// - Parameters:
    ///   - weights: one a sector, not negative; the middle of the first is at −180°, they go on clockwise.
    ///   - isColored: whether sectors have the colours of their angles, as `AngleMap` gives them.
    ///   - name: what is counted.
    public init(weights: [Double], isColored: Bool = true, name: Localized? = nil) {
        self.weights = weights
        self.isColored = isColored
        self.name = name
    }

    /// Angles in radians, from −π to π, counted into sectors.
    ///
    /// - Parameter weights: how much each angle counts: the gradient's magnitude.
    public init(
        angles: [Double], weights: [Double], sectors: Int = 36, isColored: Bool = true, name: Localized? = nil
    ) {
        var sums = Array(repeating: 0.0, count: max(1, sectors))
        for (angle, weight) in zip(angles, weights) where angle.isFinite {
            // Sectors have the common angles, 0° and 90°, in their middles.
            let share = (angle + .pi) / (2 * .pi) + 0.5 / Double(sums.count)
            let turn = share - share.rounded(.down)
            sums[min(sums.count - 1, Int(turn * Double(sums.count)))] += weight
        }
        self.init(weights: sums, isColored: isColored, name: name)
    }

    private func middle(_ sector: Int) -> Double { (Double(sector) / Double(weights.count) - 0.5) * 2 * .pi }

    /// How many sectors there are, which is the strongest, and its share of everything.
    public var alternative: Localized {
        let total = weights.reduce(0, +)
        guard let peak = weights.indices.max(by: { weights[$0] < weights[$1] }), total > 0, total.isFinite else {
            return Localized(.polarHead)
        }
        let degrees = Int((middle(peak) * 180 / .pi).rounded())
        return Localized(
            .polarStrongest,
            [
                "count": .integer(weights.count), "angle": .integer(degrees),
                "share": .phrase("\(weights[peak] / total, percent: 0)"),
            ])
    }

    /// Lays out the circle with its four angles.
    ///
    /// - Throws: `FigureError` without sectors, or if one is negative, infinite or not a number.
    public func layout(width: Double, in context: FigureContext) throws -> Block {
        guard !weights.isEmpty else { throw FigureError.empty(figure: "A polar histogram", what: "sector") }
        guard weights.allSatisfy(\.isFinite) else {
            throw FigureError.notFinite(figure: "A polar histogram", what: "a sector")
        }
        if let negative = weights.first(where: { $0 < 0 }) {
            throw FigureError.outOfRange(figure: "A polar histogram", what: "a negative weight", value: negative)
        }
        let labels = try ["0°", "90°", "±180°", "\u{2212}90°"].map { try context.set($0, .small) }
        let side = labels[2].width + 6
        let line = labels[1].height + 3
        let diameter = min(220, width - 2 * side)
        let most = weights.max() ?? 0
        let caption = try name.map { try context.set($0, .label, width: width) }
        let size = Size(width: diameter + 2 * side, height: diameter + 2 * line + (caption.map { $0.height + 6 } ?? 0))
        return Block(size) { canvas, origin in
            let theme = context.theme
            let radius = diameter / 2
            let center = origin + Point(side + radius, line + radius)
            for share in [0.25, 0.5, 0.75, 1] {
                // Areas are read, so the rings stand at equal steps of area.
                canvas.stroke(Path(circleAt: center, radius: radius * share.squareRoot()), theme.hairline, width: 0.5)
            }
            for turn in 0..<4 {
                let angle = Double(turn) * .pi / 2
                let end = center + Point(.cos(angle), .sin(angle)) * radius
                canvas.stroke(Path([center, end]), theme.hairline, width: 0.5)
            }
            for sector in weights.indices where weights[sector] > 0 {
                let reach = radius * (weights[sector] / most).squareRoot()
                let half = Double.pi / Double(weights.count)
                var path = Path()
                path.move(to: center)
                path.arc(center: center, radius: reach, from: middle(sector) - half, to: middle(sector) + half)
                path.close()
                let color = isColored ? context.color(ofAngle: middle(sector)) : theme.output
                canvas.fill(path, color)
                canvas.stroke(path, theme.paper, width: 0.5)
            }
            let places = [
                Point(radius + 6, 0), Point(0, radius + 3), Point(-radius - 6, 0), Point(0, -radius - 3),
            ]
            let anchors: [Anchor] = [.leading, .top, .trailing, .bottom]
            for (label, (place, anchor)) in zip(labels, zip(places, anchors)) {
                canvas.draw(label, at: center + place, anchor, color: theme.quiet)
            }
            let total = weights.reduce(0, +)
            if total > 0 {
                let share = try context.set(context.format.percent(most / total, digits: 0), .small)
                let rim = center + Point(.cos(-0.3 * .pi), .sin(-0.3 * .pi)) * (radius + 3)
                canvas.draw(share, at: rim, Anchor(.leading, .bottom), color: theme.quiet)
            }
            if let caption {
                canvas.draw(caption, at: origin + Point(0, size.height - caption.height), .topLeading, color: theme.ink)
            }
        }
    }
}
