import Notebook

/// What must hold of a cleaning that comes from the store.
extension Cleaning {
    var classCount: Int? { classErrors.count }

    func check() throws(ImpossibleValue) {
        try Expect.size(rows: rows, columns: columns)
        try check("pairs", pairs, 1...Self.shown.pairs)
        try Expect.numbers("cleanHistogram", cleanHistogram, count: LevelBins.count, in: Expect.counts)
        try Expect.numbers("noisyHistogram", noisyHistogram, count: LevelBins.count, in: Expect.counts)
        try before.check("before")
        try after.check("after")
        // The axis of the errors ends there.
        try Expect.number("after.maximum", after.maximum, in: .leastNormalMagnitude...Expect.magnitudes.upperBound)
        try Expect.numbers("errorHistogram", errorHistogram, count: Self.bins, in: Expect.counts)
        try Expect.count("classErrors", classErrors, in: 1...256)
        for error in classErrors { try Expect.number("classErrors", error, in: Expect.magnitudes) }
        try Expect.number("fence", fence, in: Expect.magnitudes)
        try Expect.number("unusual", unusual, in: Expect.counts)
        try check("first", first, 1...Self.shown.first)
        try check("worst", worst, 1...Self.shown.worst)
        try Expect.count("trials", trials, is: Self.noises.count + 1)
        for (trial, noise) in zip(trials, ["none"] + Self.noises.map(\.id)) {
            guard trial.noise == noise else {
                throw ImpossibleValue("a trial of \(trial.noise) stands where \(noise) belongs")
            }
            try trial.before.check("\(noise).before")
            try trial.after.check("\(noise).after")
            try check("\(noise).samples", trial.samples, trials[0].samples.count...trials[0].samples.count)
        }
        try check("none.samples", trials[0].samples, 1...Self.trialSamples.count)
        try Expect.number("latentSide", latentSide, in: 1...max(rows, columns))
        try Expect.count("latent", latent, in: 1...1_024)
        for map in latent { try Expect.map("latent", map, rows: latentSide, columns: latentSide) }
    }

    private func check(_ name: String, _ samples: [Sample], _ count: ClosedRange<Int>) throws(ImpossibleValue) {
        try Expect.count(name, samples, in: count)
        for sample in samples {
            try Expect.number("\(name).index", sample.index, in: Expect.counts)
            try Expect.label("\(name).label", sample.label, of: classErrors.count)
            try Expect.picture("\(name).clean", sample.clean, rows: rows, columns: columns)
            try Expect.picture("\(name).noisy", sample.noisy, rows: rows, columns: columns)
            try Expect.picture("\(name).cleaned", sample.cleaned, rows: rows, columns: columns)
            try Expect.number("\(name).noisyError", sample.noisyError, in: Expect.errors)
            try Expect.number("\(name).cleanedError", sample.cleanedError, in: Expect.errors)
        }
    }
}
