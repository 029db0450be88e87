import Figures
import Languages
import Notebook

/// The results of all runs, and how they are drawn and compared.
struct Laboratory: Sendable {
    /// By the run's id.
    let results: [String: Run.Result]

    /// - Precondition: the run is one of ``Runs/all``.
    subscript(run: Run) -> Run.Result {
        guard let result = results[run.id] else { preconditionFailure("run \(run.id) is not in the table") }
        return result
    }

    /// By how many mistakes chance alone moves the reference's examination: one standard deviation.
    var chance: Double {
        let reference = self[Runs.reference]
        return (Double(reference.testCount) * reference.testAccuracy * (1 - reference.testAccuracy)).squareRoot()
    }

    /// Bars for some runs under a heading.
    func part(
        _ name: Bilingual, _ runs: [Run], _ categories: [Bilingual], _ role: Role,
        _ value: (Run, Run.Result) throws -> Double
    ) rethrows -> Composition.Part {
        Composition.Part(
            Bars(
                categories: categories,
                series: [.init(values: try runs.map { try value($0, self[$0]) }, role: role)], digits: 0),
            heading: name)
    }

    /// Which of some runs makes the fewest mistakes, and whether that is more than chance.
    ///
    /// - Parameter categories: what the runs are called in a sentence.
    func verdict(on runs: [Run], _ categories: [Bilingual]) -> Bilingual {
        let counts = runs.map { self[$0].mistakes }
        let (least, most) = (counts.min() ?? 0, counts.max() ?? 0)
        let best = counts.indices.filter { counts[$0] == least }.map { categories[$0] }
        guard best.count == 1 else {
            let (english, spanish) = (Wording.list(best.map(\.en), "and"), Wording.list(best.map(\.es), "y"))
            return Bilingual(
                en: "There is a tie at \(least) mistakes: \(english).", es: "Hay empate a \(least) errores: \(spanish)."
            )
        }
        let head = Bilingual(
            en: "Fewest mistakes: \(best[0].en), with \(least) against \(most) of the weakest.",
            es: "El menor número de errores: \(best[0].es), con \(least) frente a \(most) en el peor caso.")
        // The difference of two counts wavers more than each of them.
        let isClear = Double(most - least) > 2 * chance * 2.0.squareRoot()
        return isClear
            ? Bilingual(
                en: "\(head.en) That is more than chance would do.", es: "\(head.es) Es más de lo que haría el azar.")
            : Bilingual(
                en: "\(head.en) That is not enough to rule out chance.",
                es: "\(head.es) No basta para descartar el azar.")
    }
}
