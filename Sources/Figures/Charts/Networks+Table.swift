import Languages

// What the charts about networks plot, as tables.

extension NetworkGraph {
    /// The weights that stand on lines; `nil` where none does.
    public var table: FigureTable? {
        var rows: [[FigureTable.Cell]] = []
        for (index, layer) in layers.enumerated() {
            for (unit, weights) in (layer.weights ?? []).enumerated() {
                for (before, weight) in weights.enumerated() {
                    rows.append([.integer(index), .integer(unit), .integer(before), .number(weight)])
                }
            }
        }
        return rows.isEmpty ? nil : FigureTable(columns: [.layer, .unit, .unitBefore, .weight], rows: rows)
    }
}

extension ProbabilityBars {
    /// A row for each class of each picture.
    public var table: FigureTable? {
        var rows: [[FigureTable.Cell]] = []
        for (index, item) in items.enumerated() {
            for (place, share) in item.probabilities.enumerated() where classes.indices.contains(place) {
                rows.append([
                    .integer(index), .init(classes[place]), .number(share), .integer(place == item.truth ? 1 : 0),
                ])
            }
        }
        return FigureTable(columns: [.picture, .className, .probability, .isTrue], rows: rows)
    }
}

extension ContourTrajectories {
    /// A row for each place that a walk visits.
    public var table: FigureTable? {
        var rows: [[FigureTable.Cell]] = []
        for walk in trajectories {
            for (step, place) in zip(walk.x, walk.y).enumerated() {
                rows.append([.init(walk.name), .integer(step), .number(place.0), .number(place.1)])
            }
        }
        return FigureTable(columns: [.walk, .step, .x, .y], rows: rows)
    }
}

extension LabeledPoints {
    /// A row for each point.
    public var table: FigureTable? {
        FigureTable(
            columns: [.name, .x, .y, .margin],
            rows: items.map { [.init($0.name), .number($0.x), .number($0.y), .number($0.margin)] })
    }
}
