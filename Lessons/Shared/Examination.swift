import Figures
import Languages
import Notebook

extension Page {
    /// The confusion matrix under the id `confusion`, with its counts as a title.
    mutating func confusion(_ evaluation: Evaluation) throws {
        let wrong = evaluation.count - evaluation.right
        let digits = (0..<10).map { Bilingual(both: "\(plain: $0)") }
        let worst = Wording.mostFrequentConfusion(in: evaluation.confusion)
        record("confusion", evaluation.confusion)
        record("precision", evaluation.precision)
        record("recall", evaluation.recall)
        try figure(
            "confusion",
            title: Wording.score(of: evaluation.count, wrong: wrong),
            caption: Bilingual(
                en: """
                    Counts of the test images; rows are true, columns predicted. The stronger the crimson, the more \
                    frequent the mistake.
                    """,
                es: """
                    Recuento de las imágenes de prueba; las filas son la verdad y las columnas, la predicción. Cuanto \
                    más intenso el carmesí, más frecuente el error.
                    """),
            alternative: Bilingual(
                en: """
                    A ten by ten confusion matrix; \(evaluation.right) of \(evaluation.count) lie on the diagonal. \
                    \(worst.en)
                    """,
                es: """
                    Una matriz de confusión de diez por diez; \(evaluation.right) de \(evaluation.count) están en la \
                    diagonal. \(worst.es)
                    """),
            ConfusionChart(counts: evaluation.confusion, classes: digits))
    }

    /// Keeps for `results/<lesson>.json` how a network did on the test images.
    mutating func record(_ evaluation: Evaluation) {
        record("testAccuracy", evaluation.accuracy)
        record("testLoss", evaluation.loss)
        record("testCount", evaluation.count)
    }
}

extension Comparison {
    static let testAccuracy = Bilingual(en: "test accuracy", es: "exactitud en la prueba")
    static let testLoss = Bilingual(en: "test loss", es: "pérdida en la prueba")

    /// A quantity with four decimals, the material's beside this run's.
    init(_ quantity: Bilingual, material: Double, measured: Double) {
        self.init(
            quantity: quantity, material: Bilingual(both: "\(material, digits: 4)"),
            measured: Bilingual(both: "\(measured, digits: 4)"))
    }

    /// A count, the material's beside this program's.
    init(_ quantity: Bilingual, material: Int, measured: Int) {
        self.init(
            quantity: quantity, material: Bilingual(both: "\(material)"), measured: Bilingual(both: "\(measured)"))
    }

    /// The number of a network's parameters, the material's beside this program's.
    init(parameters material: Int, measured: Int) {
        self.init(
            quantity: Bilingual(en: "parameters", es: "parámetros"), material: Bilingual(both: "\(material)"),
            measured: Bilingual(both: "\(measured)"))
    }
}
