import Figures
import Languages
import Notebook

extension Denoising {
    /// Noises that the network was not trained against.
    func strangers(_ cleaning: Cleaning, _ material: inout Material) {
        material.record("trials", cleaning.trials.map { TrialResult($0) })
        material.value("reading", reading(cleaning))
        material.value("photons", Int(Cleaning.photons))
        // A factor around one leaves the brightness as it is, on average.
        material.value("speckleMean", 1)
        material.value("speckleDeviation", Double(Cleaning.speckleDeviation))
        material.value("blurDeviation", Double(Cleaning.blurDeviation))
        material.value("trialImages", Cleaning.trialImages)
        let samples = cleaning.trials.first?.samples.indices.map { index in
            cleaning.trials.map { $0.samples[index] }
        }
        material.figure("noises") { words in
            ImageGrid(
                try (samples ?? []).flatMap { row in
                    try zip(cleaning.trials, row).map { trial, sample in
                        let name = try words(trial.noise)
                        let ratio = Self.decibels(sample.noisyError)
                        return cleaning.item(
                            sample.noisy,
                            trial.noise == "none"
                                ? name : [name, ratio].joined(by: ", "))
                    } + row.map { cleaning.item($0.cleaned, Self.decibels($0.cleanedError), role: .output) }
                }, columns: cleaning.trials.count, order: .lines)
        }
        material.table("trials") { words in
            try cleaning.trials.map { trial in
                [
                    try words(trial.noise), Localized(same: "\(trial.before.mean, digits: 4)"),
                    Localized(same: "\(trial.after.mean, digits: 4)"),
                    trial.before.ratioText(digits: 1), trial.after.ratioText(digits: 1),
                ]
            }
        }
    }

    /// Which noises the network lessens, and which of them it makes worse; where it lessens all, by how much the one
    /// that it knows and the one that it lessens least.
    private func reading(_ cleaning: Cleaning) -> Material.Value {
        let trials = cleaning.trials.filter { $0.noise != "none" }
        let helped = trials.filter { $0.after.mean < $0.before.mean }
        let harmed = trials.filter { $0.after.mean >= $0.before.mean }
        func factor(_ trial: Cleaning.Trial?) -> Double {
            trial.map { $0.before.mean / max($0.after.mean, .leastNormalMagnitude) } ?? 0
        }
        func noun(_ trial: Cleaning.Trial?) -> Material.Value {
            trial.map { .shared("denoising.noise.\($0.noise)") } ?? .text("")
        }
        let (known, weakest) = (trials.first, trials.min { factor($0) < factor($1) })
        return .shared(
            "denoising.reading",
            [
                "hasHelped": .isSo(!helped.isEmpty), "helped": .list(helped.map(noun)),
                "hasHarmed": .isSo(!harmed.isEmpty), "harmed": .list(harmed.map(noun)),
                "isOtherWeakest": .isSo(weakest?.noise != known?.noise), "known": noun(known), "weakest": noun(weakest),
                "knownFactor": .number(factor(known)), "weakestFactor": .number(factor(weakest)),
            ])
    }
}

/// A trial's numbers, for `results/denoising.json`.
private struct TrialResult: Encodable, Sendable {
    let noise: String
    /// Kind and strength: `speckle deviation=0.8`; null where nothing was done to the pictures.
    let strength: String?
    let before: SpreadResult
    let after: SpreadResult

    init(_ trial: Cleaning.Trial) {
        noise = trial.noise
        strength = Cleaning.noises.first { $0.id == trial.noise }?.noise.canonicalDescription
        before = SpreadResult(spread: trial.before)
        after = SpreadResult(spread: trial.after)
    }

    private enum Key: CodingKey { case noise, strength, before, after }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(noise, forKey: .noise)
        try container.encode(strength, forKey: .strength)
        try container.encode(before, forKey: .before)
        try container.encode(after, forKey: .after)
    }
}
