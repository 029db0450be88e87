import Languages

/// The texts that figures say themselves: their keys in `figures.<language>.yaml`.
enum FigureWord: String, CaseIterable {
    case architecture
    case arrows
    case barsExtremes = "bars.extremes"
    case barsHead = "bars.head"
    case beforeAfter
    case columnsAfter = "columns.after"
    case columnsAltitude = "columns.altitude"
    case columnsAngle = "columns.angle"
    case columnsBefore = "columns.before"
    case columnsBlue = "columns.blue"
    case columnsCategory = "columns.category"
    case columnsChannels = "columns.channels"
    case columnsClassName = "columns.className"
    case columnsColumn = "columns.column"
    case columnsCount = "columns.count"
    case columnsEnd = "columns.end"
    case columnsExample = "columns.example"
    case columnsGreen = "columns.green"
    case columnsHeight = "columns.height"
    case columnsHigh = "columns.high"
    case columnsIsOn = "columns.isOn"
    case columnsIsTrue = "columns.isTrue"
    case columnsKernel = "columns.kernel"
    case columnsLabel = "columns.label"
    case columnsLayer = "columns.layer"
    case columnsLow = "columns.low"
    case columnsMagnitude = "columns.magnitude"
    case columnsMargin = "columns.margin"
    case columnsName = "columns.name"
    case columnsNamedKernel = "columns.namedKernel"
    case columnsNote = "columns.note"
    case columnsNumberedSeries = "columns.numberedSeries"
    case columnsPicture = "columns.picture"
    case columnsPixel = "columns.pixel"
    case columnsPredicted = "columns.predicted"
    case columnsProbability = "columns.probability"
    case columnsProduct = "columns.product"
    case columnsRed = "columns.red"
    case columnsRow = "columns.row"
    case columnsRun = "columns.run"
    case columnsSeries = "columns.series"
    case columnsShareOfRow = "columns.shareOfRow"
    case columnsStart = "columns.start"
    case columnsStep = "columns.step"
    case columnsStrength = "columns.strength"
    case columnsTitle = "columns.title"
    case columnsTruth = "columns.truth"
    case columnsUnit = "columns.unit"
    case columnsUnitBefore = "columns.unitBefore"
    case columnsValue = "columns.value"
    case columnsWalk = "columns.walk"
    case columnsWeight = "columns.weight"
    case columnsWidth = "columns.width"
    case confusionHead = "confusion.head"
    case confusionPredicted = "confusion.predicted"
    case confusionRight = "confusion.right"
    case confusionTruth = "confusion.truth"
    case confusionMistake = "confusion.mistake"
    case confusionWorst = "confusion.worst"
    case contoursHead = "contours.head"
    case contoursWalk = "contours.walk"
    case curvesHead = "curves.head"
    case curvesLine = "curves.line"
    case curvesUnnamed = "curves.unnamed"
    case dots
    case edgesAngle = "edges.angle"
    case edgesFound = "edges.found"
    case edgesLegend = "edges.legend"
    case edgesMagnitude = "edges.magnitude"
    case flatten
    case framesEnds = "frames.ends"
    case framesHead = "frames.head"
    case gridHead = "grid.head"
    case gridLabels = "grid.labels"
    case histogramFullest = "histogram.fullest"
    case histogramHead = "histogram.head"
    case kernelMaps
    case mapsAngles = "maps.angles"
    case mapsMagnitude = "maps.magnitude"
    case mapsSigned = "maps.signed"
    case networkHead = "network.head"
    case networkOff = "network.off"
    case oneHot
    case overlayAlternative = "overlay.alternative"
    case overlayKernel = "overlay.kernel"
    case overlayNewPicture = "overlay.newPicture"
    case overlayNewPixel = "overlay.newPixel"
    case overlayPicture = "overlay.picture"
    case picturesAlike = "pictures.alike"
    case picturesOne = "pictures.one"
    case picturesSeveral = "pictures.several"
    case picturesSize = "pictures.size"
    case pixelsFramed = "pixels.framed"
    case pixelsHead = "pixels.head"
    case pointsHead = "points.head"
    case polarHead = "polar.head"
    case polarStrongest = "polar.strongest"
    case poolingAverage = "pooling.average"
    case poolingMaximum = "pooling.maximum"
    case poolingNumbers = "pooling.numbers"
    case probabilities
    case probabilityAnswers
    case range
    case runs
    case slideAlternative = "slide.alternative"
    case slidePosition = "slide.position"
    case trianglesHead = "triangles.head"
    case trianglesSides = "triangles.sides"
}

extension Localized {
    /// What figures say under a key.
    ///
    /// - Parameter values: what its slots read.
    init(_ word: FigureWord, _ values: [String: Argument] = [:]) {
        self.init(word: "figures." + word.rawValue, values)
    }
}
