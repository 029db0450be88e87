import Imaging
import NeuralNetwork
import Storage

/// The whole file of a network, and those of its parts that are no layers.
enum NetworkForm {
    /// How many layers a file may have.
    static let layerLimit = 100
    /// How long names may be.
    static let nameLimit = 64

    /// Everything that a file may say.
    ///
    /// - Parameter data: the names of the data sets that there are.
    static func file(data: [String]) -> ObjectForm {
        ObjectForm(
            name: "A network", meaning: "A network of the course and how it is trained: course train FILE.",
            members: [
                MemberForm("$schema", .text, "Where this schema lies, for editors.", absent: .known),
                MemberForm(
                    "name", .name(limit: nameLimit), "What the network is called; without it, as the file is.",
                    absent: .known),
                MemberForm(
                    "data", .word(data, else: ownData),
                    "The data set that it learns from. mnist: digits, or own data in their place (--data NAME); fashion-mnist: garments."
                ),
                MemberForm(
                    "input", .list(of: .whole(1...4_096), 3...3),
                    "Rows, columns and channels of a picture; without it, as the data set has them.", absent: .known),
                MemberForm(
                    "noise", noise,
                    "Spoils every picture, and the network learns to give back what it was; without it, it learns the class.",
                    absent: .known),
                MemberForm(
                    "layers", .list(of: .choice(by: "layer", LayerForm.all.map(\.object)), 1...layerLimit),
                    "From the one that reads the picture to the one that answers."),
                MemberForm(
                    "loss", .word(Loss.allCases.map(\.rawValue)),
                    "What training makes small. categoricalCrossEntropy for classes, behind softmax; binaryCrossEntropy for pictures, behind sigmoid."
                ),
                MemberForm("optimizer", optimizer, "How gradients change weights."),
                MemberForm(
                    "epochs", .whole(1...UInt64(TrainingConfiguration.epochLimit)),
                    "How often every training picture is seen."),
                MemberForm(
                    "batch", .whole(1...UInt64(TrainingConfiguration.batchLimit)),
                    "How many pictures one step averages over."),
                MemberForm(
                    "validation", .number(NumberRange(0..<1)), "The share of the training pictures that is held back.",
                    absent: .means(.number(0))),
                MemberForm(
                    "validationFrom", .word(["end", "start"]), "Which of the training pictures are held back.",
                    absent: .means(.text("end"))),
                MemberForm(
                    "seed", .whole(0...UInt64.max), "Starts every random stream: weights, order, dropout, noise.",
                    absent: .means(.whole(1))),
                MemberForm(
                    "keeps", .word(["last", "best"]),
                    "Which weights the training ends with: those of the last epoch, or of that with the smallest validation loss.",
                    absent: .means(.text("last"))),
            ])
    }

    private static let ownData =
        "Own data take the place of mnist: write \"mnist\" here, and name them on the command line with --data NAME, or their "
        + "folder with --data-dir FOLDER; the network is fitted to their size and their classes"

    private static let rate = NumberRange(above: 0, through: 1_000)
    private static let decay = NumberRange(0..<1)

    private static let optimizer = Form.choice(
        by: "kind",
        [
            ObjectForm(
                name: "adam", meaning: "Adam: every weight moves by about the rate, whatever the size of its gradient.",
                members: [
                    MemberForm("learningRate", .number(rate), "How far a step goes.", absent: .means(.number(1e-3))),
                    MemberForm(
                        "beta1", .number(decay), "How much the mean of the gradient remembers.",
                        absent: .means(.number(0.9))),
                    MemberForm(
                        "beta2", .number(decay), "How much the mean of its square remembers.",
                        absent: .means(.number(0.999))),
                    MemberForm(
                        "epsilon", .number(NumberRange(above: 0, through: 1)), "Keeps the divisor from zero.",
                        absent: .means(.number(1e-7))),
                ]),
            ObjectForm(
                name: "sgd", meaning: "Gradient descent, with momentum if it is not zero.",
                members: [
                    MemberForm("learningRate", .number(rate), "How far a step goes."),
                    MemberForm(
                        "momentum", .number(decay), "How much of a step goes on in the next one.",
                        absent: .means(.number(0))),
                ]),
        ])

    private static let deviations = NumberRange(0...5)
    private static let deviation = MemberForm("deviation", .number(deviations), "Its standard deviation; white is 1.")

    private static let noise = Form.choice(
        by: "kind",
        [
            ObjectForm(
                name: "gaussian", meaning: "A random amount is added to every pixel.",
                members: [
                    MemberForm(
                        "mean", .number(NumberRange(-1...1)), "What is added on average; white is 1.",
                        absent: .means(.number(0))), deviation,
                ]),
            ObjectForm(
                name: "poisson", meaning: "Light arrives in grains.",
                members: [
                    MemberForm(
                        "photons", .number(NumberRange(above: 0, through: 10_000)),
                        "How many are expected of a white pixel.")
                ]),
            ObjectForm(
                name: "speckle", meaning: "Every pixel is multiplied by a random factor around one.",
                members: [deviation]),
            ObjectForm(
                name: "blur", meaning: "Every pixel is mixed with its neighbours, under a bell.",
                members: [MemberForm("deviation", .number(deviations), "The width of the bell, in pixels.")]),
        ])

    static func optimizer(_ fields: FormFields) -> Optimizer {
        let rate = fields.number("learningRate")
        guard fields.kind != "sgd" else {
            return .sgd(learningRate: rate ?? 0, momentum: fields.number("momentum") ?? 0)
        }
        return .adam(
            learningRate: rate ?? 1e-3, beta1: fields.number("beta1") ?? 0.9, beta2: fields.number("beta2") ?? 0.999,
            epsilon: fields.number("epsilon") ?? 1e-7)
    }

    static func noise(_ fields: FormFields) -> Noise {
        let deviation = Float(fields.number("deviation") ?? 0)
        return switch fields.kind {
        case "poisson": .poisson(photons: Float(fields.number("photons") ?? 1))
        case "speckle": .speckle(deviation: deviation)
        case "blur": .blur(deviation: deviation)
        default: .gaussian(mean: Float(fields.number("mean") ?? 0), deviation: deviation)
        }
    }

    static func written(_ optimizer: Optimizer) -> JSONText {
        func member(_ name: String, _ number: Double, unless known: Double) -> [JSONText.Member] {
            number == known ? [] : [.init(name, .number(number))]
        }
        return switch optimizer {
        case .sgd(let rate, let momentum):
            .object(
                [.init("kind", .text("sgd")), .init("learningRate", .number(rate))]
                    + member("momentum", momentum, unless: 0))
        case .adam(let rate, let beta1, let beta2, let epsilon):
            .object(
                [.init("kind", .text("adam")), .init("learningRate", .number(rate))]
                    + member("beta1", beta1, unless: 0.9) + member("beta2", beta2, unless: 0.999)
                    + member("epsilon", epsilon, unless: 1e-7))
        }
    }

    static func written(_ noise: Noise) -> JSONText {
        // As it is typed: the shortest decimals that give the same `Float`.
        func number(_ name: String, _ value: Float) -> JSONText.Member {
            .init(name, .number(Double("\(value)") ?? Double(value)))
        }
        return switch noise {
        case .gaussian(let mean, let deviation):
            .object(
                [.init("kind", .text("gaussian")), number("mean", mean), number("deviation", deviation)])
        case .poisson(let photons): .object([.init("kind", .text("poisson")), number("photons", photons)])
        case .speckle(let deviation): .object([.init("kind", .text("speckle")), number("deviation", deviation)])
        case .blur(let deviation): .object([.init("kind", .text("blur")), number("deviation", deviation)])
        }
    }
}
