import Notebook

/// What must hold of a survey that comes from the store.
extension Survey {
    func check() throws(ImpossibleValue) {
        let classes = trainCounts.count
        try Expect.count("trainCounts", trainCounts, in: 1...256)
        try Expect.number("trainCount", trainCount, in: 1...1_000_000_000)
        try Expect.number("testCount", testCount, in: 1...1_000_000_000)
        try Expect.size(rows: rows, columns: columns)
        try Expect.numbers("trainCounts", trainCounts, count: classes, in: Expect.counts)
        try Expect.numbers("testCounts", testCounts, count: classes, in: Expect.counts)
        try Expect.numbers("histogram", histogram, count: 256, in: Expect.counts)
        try raw.check("raw", 0...255)
        try normalised.check("normalised", 0...1)
        try check("firstNine", firstNine, Self.shown.first)
        try check("onePerClass", onePerClass, classes)
        try check("variety", variety, Self.shown.variety)
        try Expect.count("means", means, is: classes)
        for mean in means { try Expect.numbers("means", mean, count: rows * columns * channels, in: 0...255) }
    }

    private func check(_ name: String, _ samples: [Sample], _ most: Int) throws(ImpossibleValue) {
        try Expect.count(name, samples, in: 1...most)
        for sample in samples {
            try Expect.label("\(name).label", sample.label, of: trainCounts.count)
            try Expect.picture("\(name).pixels", sample.pixels, rows: rows, columns: columns)
        }
    }
}

extension Survey.Statistics {
    fileprivate func check(_ name: String, _ limits: ClosedRange<Double>) throws(ImpossibleValue) {
        try Expect.number("\(name).minimum", minimum, in: limits)
        try Expect.number("\(name).maximum", maximum, in: limits)
        try Expect.number("\(name).mean", mean, in: limits)
        try Expect.number("\(name).standardDeviation", standardDeviation, in: limits)
        try Expect.number("\(name).median", median, in: limits)
    }
}
