import Notebook

extension Dropout {
    /// The small data of the lesson's exercises, and the answers.
    static func exercises(_ material: inout Material) {
        let (learned, ofLearned, fresh, ofFresh) = (990, 1000, 470, 500)
        material.value("gapLearned", learned)
        material.value("gapOfLearned", ofLearned)
        material.value("gapFresh", fresh)
        material.value("gapOfFresh", ofFresh)
        material.exercise("gapPoints", learned * 100 / ofLearned - fresh * 100 / ofFresh)

        let losses = [0.50, 0.40, 0.36, 0.37, 0.38, 0.35]
        let patience = 2
        material.series("stopLosses", losses, digits: 2)
        material.exercise("stop", stoppingEpoch(losses, patience: patience))
        material.exercise(
            "stopBest",
            (losses.prefix(stoppingEpoch(losses, patience: patience)).enumerated()
                .min { $0.element < $1.element }?.offset ?? 0) + 1)

        let (answer, rate) = (6.0, 0.25)
        material.value("scaleAnswer", Int(answer))
        material.value("scaleRate", rate)
        material.exercise("scale", answer / (1 - rate))

        let (units, share) = (200, 0.4)
        material.value("onUnits", units)
        material.value("onRate", share)
        material.exercise("on", Int((Double(units) * (1 - share)).rounded()))

        let probabilities = [0.46, 0.41, 0.08, 0.05]
        material.series("leadProbabilities", probabilities, digits: 2)
        material.exercise("lead", Int(((probabilities[0] - probabilities[1]) * 100).rounded()))
    }

    /// After how many epochs a training ends that waits so many for a lower loss.
    private static func stoppingEpoch(_ losses: [Double], patience: Int) -> Int {
        var (best, waited) = (Double.infinity, 0)
        for (index, loss) in losses.enumerated() {
            waited = loss < best ? 0 : waited + 1
            best = min(best, loss)
            if waited == patience { return index + 1 }
        }
        return losses.count
    }
}
