import Languages

// What the charts about networks plot.

extension NetworkGraph {
    /// The circles, and behind them the weights that stand on lines.
    public var data: FigureData {
        var rows: [[FigureTable.Cell]] = []
        for (index, layer) in layers.enumerated() {
            for (unit, weights) in (layer.weights ?? []).enumerated() {
                for (before, weight) in weights.enumerated() {
                    rows.append([.integer(index), .integer(unit), .integer(before), .number(weight)])
                }
            }
        }
        let weights = FigureTable(columns: [.layer, .unit, .unitBefore, .weight], rows: rows)
        return FigureData(rows.isEmpty ? units : weights).and(rows.isEmpty ? FigureData([]) : FigureData(units))
    }

    /// A row for each circle: its layer, its place in it, what stands in it and under it, and whether it is on.
    private var units: FigureTable {
        FigureTable(
            columns: [.layer, .unit, .label, .value, .isOn],
            rows: layers.enumerated().flatMap { index, layer in
                layer.units.enumerated().map { place, unit in
                    [
                        .integer(index), .integer(place), .init(unit.label), .init(unit.note),
                        .integer(unit.isOff ? 0 : 1),
                    ]
                }
            })
    }
}

extension Architecture {
    /// A row for each layer: its name, height, width and channels.
    public var data: FigureData {
        FigureData(
            columns: [.layer, .height, .width, .channels],
            rows: layers.map { [.init($0.name), .integer($0.height), .integer($0.width), .integer($0.channels)] })
    }
}

extension ProbabilityBars {
    /// A row for each class of each picture, and behind them the pictures.
    public var data: FigureData {
        var rows: [[FigureTable.Cell]] = []
        for (index, item) in items.enumerated() {
            for (place, share) in item.probabilities.enumerated() where classes.indices.contains(place) {
                rows.append([
                    .integer(index), .init(classes[place]), .number(share), .integer(place == item.truth ? 1 : 0),
                ])
            }
        }
        return FigureData(columns: [.picture, .className, .probability, .isTrue], rows: rows)
            .and(FigureData(pictures: items.map { .init($0.label, $0.picture) }))
    }
}
