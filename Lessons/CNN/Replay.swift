import NeuralNetwork
import Notebook
import Storage

extension Material {
    /// Puts into the place of the figure `curves`, on pages that compute, the training to be gone through: what the run
    /// keeps of each epoch, of the moments at which kernels were looked at, and of the end.
    mutating func replay(
        _ trained: TrainedModel, _ kernels: LearnedKernels, _ evaluation: Evaluation, _ settings: RunSettings
    ) {
        // A table of more classes is no table any more.
        let most = 12
        let epochs = trained.history.epochs.map { epoch in
            JSONText.object(
                [.init("epoch", .number(Double(epoch.epoch)))]
                    + [
                        ("loss", epoch.loss), ("accuracy", epoch.accuracy), ("validationLoss", epoch.validationLoss),
                        ("validationAccuracy", epoch.validationAccuracy),
                    ].compactMap { name, value in value.map { .init(name, .number($0)) } })
        }
        let moments = kernels.moments.map { moment in
            JSONText.object([
                .init("step", .whole(UInt64(moment.step))),
                .init("epoch", .number(Double(moment.step) / Double(kernels.stepsPerEpoch))),
                .init("kernels", .list(moment.kernels.map { .list($0.map { .number(Double("\($0)") ?? 0) }) })),
            ])
        }
        let confusion = evaluation.confusion.count <= most ? evaluation.confusion : []
        let part = JSONText.object([
            .init("side", .whole(UInt64(kernels.side))), .init("epochs", .list(epochs)),
            .init("moments", .list(moments)),
            .init("confusion", .list(confusion.map { .list($0.map { .whole(UInt64($0)) }) })),
            .init("classes", .list(settings.digits.kind.classes.map { .text($0.plain) })),
        ])
        lab("curves", Lab(.replay, parts: ["replay": Lab.Part(part)]))
    }
}
