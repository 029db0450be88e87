import ArgumentParser
import Datasets
import Lessons
import NeuralNetwork
import Notebook
import Platform

/// `course evaluate --weights cnn.safetensors`
struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Measure how well a trained network does on the test images.",
        discussion: """
            Loss, accuracy, and the accuracy of each class, with the interval in which the true one lies in 95 cases of \
            100 (Wilson's). Weights that course train wrote name their network and the data that it learnt from; own data \
            are found by that where they are imported on this machine.

            Example: course evaluate --weights cnn.safetensors
            Example: course evaluate --model compact --json
            """)

    @OptionGroup var trained: TrainedOptions
    @OptionGroup var settings: SettingsOptions

    @Flag(help: "Print the result as JSON.")
    var json = false

    func run() throws {
        let chosen = try trained.chosen(settings, needsData: true)
        let (training, workspace) = (chosen.training, chosen.workspace)
        let course = workspace.course
        workspace.sayWhatIsUsed()
        let tests = try training.testExamples(using: course)
        let pictures = course.settings.source(of: training.source).kind
        let examination = try Examination(
            of: chosen.network, on: tests, loss: training.model.training.loss, classes: pictures.classes.count,
            options: RunOptions(threads: course.threads))
        let outcome = Outcome(
            model: training.model.name, data: pictures.id,
            dataHash: course.settings.source(of: training.source).identity,
            parameters: chosen.network.parameters.count, images: examination.count, loss: examination.loss,
            meanSquaredError: examination.meanSquaredError, accuracy: examination.confusion.map { .init($0.right) },
            classes: examination.confusion.map { matrix in
                (0..<matrix.classes).map {
                    .init(index: $0, name: pictures.classes[$0].plain, share: .init(matrix.right(of: $0)))
                }
            })
        if json { return try Terminal.put(json: outcome) }
        try Terminal.put(outcome.lines.map { $0 + "\n" }.joined())
    }

    private struct Outcome: Encodable {
        struct Counted: Encodable {
            let right: Int
            let count: Int
            let share: Double
            /// Lower and upper bound, 95%.
            let interval: [Double]

            init(_ share: Share) {
                (right, count, self.share) = (share.right, share.count, share.value)
                interval = [share.interval.lowerBound, share.interval.upperBound]
            }

            var row: [String] {
                let bounds = interval.map { $0.fixed(4) }
                return ["\(right)", "\(count)", share.fixed(4), "\(bounds[0]) to \(bounds[1])"]
            }
        }

        struct Class: Encodable {
            let index: Int
            let name: String
            let share: Counted
        }

        let model: String
        let data: String
        let dataHash: String
        let parameters: Int
        let images: Int
        let loss: Double
        let meanSquaredError: Double?
        let accuracy: Counted?
        let classes: [Class]?

        var lines: [String] {
            var lines = ["\(model): \(images) test images of \(data), loss \(loss.fixed(4))"]
            if let meanSquaredError { lines.append("mean squared error \(meanSquaredError.fixed(5))") }
            guard let accuracy, let classes else { return lines }
            let rows =
                [["class", "right", "of", "share", "95% interval"]]
                + classes.map { [$0.name] + $0.share.row } + [["all"] + accuracy.row]
            return lines + TextColumns.lines(rows, rightAligned: [0, 1, 2, 3])
        }
    }
}
