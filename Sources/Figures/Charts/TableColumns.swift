import Languages

// What columns of tables are called.
extension Localized {
    static var category: Localized { Localized(.columnsCategory) }
    static var channels: Localized { Localized(.columnsChannels) }
    static var className: Localized { Localized(.columnsClassName) }
    static var column: Localized { Localized(.columnsColumn) }
    static var count: Localized { Localized(.columnsCount) }
    static var degrees: Localized { Localized(.columnsDegrees) }
    static var example: Localized { Localized(.columnsExample) }
    static var start: Localized { Localized(.columnsStart) }
    static var height: Localized { Localized(.columnsHeight) }
    static var high: Localized { Localized(.columnsHigh) }
    static var isTrue: Localized { Localized(.columnsIsTrue) }
    static var layer: Localized { Localized(.columnsLayer) }
    static var low: Localized { Localized(.columnsLow) }
    static var magnitude: Localized { Localized(.columnsMagnitude) }
    static var margin: Localized { Localized(.columnsMargin) }
    static var name: Localized { Localized(.columnsName) }
    static var panel: Localized { Localized(same: "panel") }
    static var part: Localized { Localized(.columnsPart) }
    static var picture: Localized { Localized(.columnsPicture) }
    static var pixel: Localized { Localized(.columnsPixel) }
    static var predicted: Localized { Localized(.columnsPredicted) }
    static var probability: Localized { Localized(.columnsProbability) }
    static var product: Localized { Localized(.columnsProduct) }
    static var row: Localized { Localized(.columnsRow) }
    static var run: Localized { Localized(.columnsRun) }
    static var series: Localized { Localized(.columnsSeries) }
    static var shareOfRow: Localized { Localized(.columnsShareOfRow) }
    static var step: Localized { Localized(.columnsStep) }
    static var title: Localized { Localized(.columnsTitle) }
    static var end: Localized { Localized(.columnsEnd) }
    static var truth: Localized { Localized(.columnsTruth) }
    static var unit: Localized { Localized(.columnsUnit) }
    static var unitBefore: Localized { Localized(.columnsUnitBefore) }
    static var value: Localized { Localized(.columnsValue) }
    static var walk: Localized { Localized(.columnsWalk) }
    static var weight: Localized { Localized(.columnsWeight) }
    static var width: Localized { Localized(.columnsWidth) }
    static var x: Localized { Localized(same: "x") }
    static var y: Localized { Localized(same: "y") }
}
