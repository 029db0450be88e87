import Elementary
import Figures
import Languages
import NeuralNetwork
import Notebook

extension Denoising {
    /// How it was trained, and how that went.
    func training(
        _ trained: TrainedModel, _ survey: Survey, _ settings: RunSettings, on page: inout Page
    ) throws {
        let plan = trained.plan
        page.record(trained, settings)
        page.record("garmentsHash", settings.garments.identity)
        page.record("drawnGarments", settings.garments.isDrawn)
        page.prose(
            en: """
                ## Learning to clean

                Nothing else is new. The network is trained by Adam in batches of \(plan.batch), for \
                \(Wording.epochs(plan.epochs).en). The first \(plan.validationCount) training images are held back \
                for validation, \(plan.trainingCount) remain. Random numbers start from the seed \
                \(plain: Int(plan.seed)); each image got its noise once and keeps it.

                Every pixel is marked by the **binary cross-entropy**, which reads the target $x_i$ as the probability \
                of white:

                $$ L = -\\frac{1}{n} \\sum_{i=1}^{n} \\bigl( x_i \\log \\hat{x}_i + (1 - x_i) \\log (1 - \\hat{x}_i) \\bigr) $$
                """,
            es: """
                ## Aprender a limpiar

                Lo demás ya lo conoces. La red se entrena con Adam en lotes de \(plan.batch), durante \
                \(Wording.epochs(plan.epochs).es). Las primeras \(plan.validationCount) imágenes de entrenamiento se \
                reservan para la validación; quedan \(plan.trainingCount). Los números al azar parten de la semilla \
                \(plain: Int(plan.seed)); cada imagen recibió su ruido una sola vez y lo conserva.

                Cada píxel se corrige con la **entropía cruzada binaria**, que lee el objetivo $x_i$ como la \
                probabilidad del blanco:

                $$ L = -\\frac{1}{n} \\sum_{i=1}^{n} \\bigl( x_i \\log \\hat{x}_i + (1 - x_i) \\log (1 - \\hat{x}_i) \\bigr) $$
                """)
        let curves = LearningCurves(trained)
        let floor = Self.lowestLoss(of: survey.histogram)
        page.record("lowestLoss", floor)
        let kept = Self.wording(ofKept: trained.history.best)
        let (loss, validation) = (curves.epochs.last?.loss ?? 0, curves.epochs.last?.validationLoss ?? 0)
        try page.figure(
            "curves",
            title: curves.pace,
            caption: Bilingual(
                en: "Loss on the images that the network learns from (solid) and on those held back (dashed).",
                es:
                    "Pérdida con las imágenes de las que aprende la red (línea continua) y con las reservadas (discontinua)."
            ),
            alternative: Bilingual(
                en: """
                    Loss over \(Wording.epochs(plan.epochs).en); training ends at \(loss, digits: 4), validation at \
                    \(validation, digits: 4).
                    """,
                es: """
                    La pérdida a lo largo de \(Wording.epochs(plan.epochs).es); el entrenamiento acaba en \
                    \(loss, digits: 4) y la validación en \(validation, digits: 4).
                    """),
            Curves([
                .init(
                    xName: LearningCurves.epoch,
                    yName: Bilingual(en: "loss (binary cross-entropy)", es: "pérdida (entropía cruzada binaria)"),
                    series: [
                        curves.series(
                            \.loss, Bilingual(en: "training", es: "entrenamiento"), .training),
                        curves.series(
                            \.validationLoss, Bilingual(en: "validation", es: "validación"), .validation),
                    ])
            ]))
        page.prose(
            en: """
                The loss ends at \(loss, digits: 4) on the training images and \(validation, digits: 4) on those held \
                back. \(kept.en) Is that much? With this loss, zero is out of reach. A grey pixel of \
                \(0.5, digits: 1) costs $\\log 2$ even when it is hit exactly; only black and white can be free. \
                Counted over all clean training images, a perfect answer would cost \(floor, digits: 4). So read the \
                curve as a distance from there. If the dashed line rose while the solid one went on falling, the \
                network would be learning its images, and their noise, by heart.
                """,
            es: """
                La pérdida acaba en \(loss, digits: 4) con las imágenes de entrenamiento y en \
                \(validation, digits: 4) con las reservadas. \(kept.es) ¿Es mucho? Con esta pérdida, el cero es \
                inalcanzable. Un píxel gris de \(0.5, digits: 1) cuesta $\\log 2$ aunque se acierte de lleno; solo el \
                negro y el blanco pueden salir gratis. Contada sobre todas las imágenes limpias de entrenamiento, una \
                respuesta perfecta costaría \(floor, digits: 4). Lee, pues, la curva como una distancia hasta ahí. Si \
                la discontinua subiera mientras la continua sigue bajando, la red estaría aprendiéndose de memoria \
                sus imágenes, y con ellas su ruido.
                """)
    }

    /// Which epoch's weights the network ends with.
    static func wording(ofKept best: EpochRecord?) -> Bilingual {
        guard let best, let loss = best.validationLoss else { return Bilingual(both: "") }
        return Bilingual(
            en: """
                The network ends with the weights of epoch \(best.epoch), after which the loss on the images held back \
                was lowest: \(loss, digits: 4).
                """,
            es: """
                La red se queda con los pesos de la época \(best.epoch), tras la cual la pérdida con las imágenes \
                reservadas fue la más baja: \(loss, digits: 4).
                """)
    }

    /// The binary cross-entropy of a perfect answer: what the targets' own greys cost.
    private static func lowestLoss(of histogram: [Int]) -> Double {
        let total = histogram.reduce(0, +)
        let sum = histogram.enumerated().reduce(0.0) { sum, entry in
            let x = Double(entry.offset) / 255
            let cost = x > 0 && x < 1 ? -(x * .log(x) + (1 - x) * .log(1 - x)) : 0
            return sum + cost * Double(entry.element)
        }
        return sum / Double(max(total, 1))
    }
}
