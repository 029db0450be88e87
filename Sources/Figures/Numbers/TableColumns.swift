import Languages

// What columns of tables are called, in what they are counted.
extension FigureTable.Column {
    /// What stands before the values of a pixel.
    static let ofPictures: [Self] = [.picture, .name, .row, .column]

    static var angle: Self { Self(Localized(.columnsAngle), unit: "rad") }
    static var blue: Self { Self(Localized(.columnsBlue)) }
    static var category: Self { Self(Localized(.columnsCategory)) }
    static var channels: Self { Self(Localized(.columnsChannels)) }
    static var className: Self { Self(Localized(.columnsClassName)) }
    static var column: Self { Self(Localized(.columnsColumn)) }
    static var count: Self { Self(Localized(.columnsCount)) }
    static var degrees: Self { Self(Localized(.columnsAngle), unit: "°") }
    static var example: Self { Self(Localized(.columnsExample)) }
    static var start: Self { Self(Localized(.columnsStart)) }
    static var green: Self { Self(Localized(.columnsGreen)) }
    static var height: Self { Self(Localized(.columnsHeight)) }
    static var high: Self { Self(Localized(.columnsHigh)) }
    static var isOn: Self { Self(Localized(.columnsIsOn)) }
    static var isTrue: Self { Self(Localized(.columnsIsTrue)) }
    static var label: Self { Self(Localized(.columnsLabel)) }
    static var layer: Self { Self(Localized(.columnsLayer)) }
    static var low: Self { Self(Localized(.columnsLow)) }
    static var magnitude: Self { Self(Localized(.columnsMagnitude)) }
    static var margin: Self { Self(Localized(.columnsMargin)) }
    static var name: Self { Self(Localized(.columnsName)) }
    /// What a reader must know before trusting a number.
    static var note: Self { Self(Localized(.columnsNote)) }
    static var panel: Self { Self(Localized(same: "panel")) }
    static var picture: Self { Self(Localized(.columnsPicture)) }
    static var altitude: Self { Self(Localized(.columnsAltitude)) }
    static var pixel: Self { Self(Localized(.columnsPixel)) }
    static var predicted: Self { Self(Localized(.columnsPredicted)) }
    static var probability: Self { Self(Localized(.columnsProbability)) }
    static var product: Self { Self(Localized(.columnsProduct)) }
    static var red: Self { Self(Localized(.columnsRed)) }
    static var row: Self { Self(Localized(.columnsRow)) }
    static var run: Self { Self(Localized(.columnsRun)) }
    static var series: Self { Self(Localized(.columnsSeries)) }
    static var shareOfRow: Self { Self(Localized(.columnsShareOfRow)) }
    static var step: Self { Self(Localized(.columnsStep)) }
    static var strength: Self { Self(Localized(.columnsStrength)) }
    static var title: Self { Self(Localized(.columnsTitle)) }
    static var end: Self { Self(Localized(.columnsEnd)) }
    static var truth: Self { Self(Localized(.columnsTruth)) }
    static var unit: Self { Self(Localized(.columnsUnit)) }
    static var unitBefore: Self { Self(Localized(.columnsUnitBefore)) }
    static var value: Self { Self(Localized(.columnsValue)) }
    static var walk: Self { Self(Localized(.columnsWalk)) }
    static var weight: Self { Self(Localized(.columnsWeight)) }
    static var width: Self { Self(Localized(.columnsWidth)) }
    static var x: Self { Self(Localized(same: "x")) }
    static var y: Self { Self(Localized(same: "y")) }
}
