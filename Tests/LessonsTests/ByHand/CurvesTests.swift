import Figures
import Foundation
import Languages
@testable import NeuralNetwork
import TestSupport
import Testing

@testable import Lessons
@testable import Notebook

/// A lesson that hands over the curves of a training, and says what they say.
private struct Charted: SampleLesson {
    static let id = "charted"
    static let texts = ["en": text, "es": text]
    private static let text = """
        :::{figure} curves
        ---
        title: Curves
        alt: "{curvesAlternative}"
        ---
        {curvesKey}
        :::

        {curvesReading}
        """
}

@Suite("Curves of a training of four epochs", .limited)
struct CurvesTests {
    /// Four numbers an epoch, no two alike.
    private var history: History {
        var history = History()
        let epochs = [
            (0.9, 0.50, 0.8, 0.55), (0.6, 0.70, 0.5, 0.82), (0.4, 0.80, 0.7, 0.75), (0.2, 0.95, 0.65, 0.78),
        ]
        for (index, epoch) in epochs.enumerated() {
            history.epochs.append(
                EpochRecord(
                    epoch: index + 1, loss: epoch.0, accuracy: epoch.1, validationLoss: epoch.2,
                    validationAccuracy: epoch.3))
        }
        return history
    }

    private func page() throws -> Page {
        var material = Material()
        let trained = HandMade.trained(try HandMade.brightness(), history: history)
        material.learningCurves(trained, Review(count: 100, loss: 0.15, accuracy: 0.97))
        let shared = Curriculum.carriedDocuments.filter { $0.key.contains("/shared.") }
        let curriculum = try Curriculum(samples: [Charted.self], files: shared)
        let course = Course(settings: .sketch, store: ResultStore(folder: URL(filePath: "/nowhere")), threads: 1)
        return try curriculum.page(at: 0, from: material, using: course)
    }

    @Test("show loss beside accuracy, each in training and on the images held back, an epoch a place")
    func figure() throws {
        let cell = try #require(page().figures.first)
        let curves = try #require(try cell.figure() as? Curves)
        #expect(curves.panels.map { $0.series.map(\.role) } == [[.training, .validation], [.training, .validation]])
        #expect(curves.panels[0].series.map(\.y) == [[0.9, 0.6, 0.4, 0.2], [0.8, 0.5, 0.7, 0.65]])
        #expect(curves.panels[1].series.map(\.y) == [[0.5, 0.7, 0.8, 0.95], [0.55, 0.82, 0.75, 0.78]])
        #expect(curves.panels.allSatisfy { $0.series.allSatisfy { $0.x == [1, 2, 3, 4] } })
        let names = curves.panels.flatMap { $0.series.compactMap { $0.name?.text(in: NumberFormat(.en)) } }
        #expect(names == ["training", "validation", "training", "validation"])
        #expect(
            cell.alternative.text(in: NumberFormat(.en)).hasSuffix(
                "Training accuracy ends at 0.9500, validation accuracy at 0.7800."))
    }

    @Test("are read at their end, where validation was best, and by a review after the last epoch")
    func reading() throws {
        let said = try page().cells.compactMap { cell in
            if case .prose(let text) = cell { text.text(in: NumberFormat(.en)) } else { nil }
        }.joined()
        for part in ["classifies 97.00", "and 78.00", "ends at 95.00", "accuracy, 82.00", "epoch 2."] {
            #expect(said.contains(part), "\(part): \(said)")
        }
    }
}
