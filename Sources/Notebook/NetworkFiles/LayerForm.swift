import NeuralNetwork
import Storage

/// A kind of layer in a file: its members, and the way there and back.
struct LayerForm: Sendable {
    /// Called after the class in Keras, as pages call it: `Conv2D`.
    let object: ObjectForm
    let layer: @Sendable (FormFields) -> Layer?
    /// The members of a layer that differ from what holds without them; nil for a layer of another kind.
    let members: @Sendable (any LayerDefinition) -> [JSONText.Member]?
}

extension LayerForm {
    /// Every kind of layer that there is. A new layer adds a line here.
    static let all: [LayerForm] = [
        convolution,
        pooling(MaxPool2D.kind, "Keeps the largest number of each window.", Layer.maxPool2D) {
            ($0 as? MaxPool2D)?.window
        },
        pooling(AveragePool2D.kind, "Keeps the mean of each window.", Layer.averagePool2D) {
            ($0 as? AveragePool2D)?.window
        },
        flatten, dense, dropout, upSampling,
    ]

    /// The largest side of a window, and the largest stride.
    private static let sides: ClosedRange<UInt64> = 1...64
    /// How many filters, and units, a layer may have.
    private static let units: ClosedRange<UInt64> = 1...4_096

    private static let initialisations: [Initialisation] = [.glorotUniform, .heUniform, .zeros]
    private static let paddings: [Padding] = [.valid, .same]

    private static func activation(_ allowed: [Activation]) -> MemberForm {
        MemberForm(
            "activation", .word(allowed.map(\.rawValue)), "What is applied to the weighted sums.",
            absent: .means(.text(Activation.linear.rawValue)))
    }

    private static let initialisation = MemberForm(
        "initialisation", .word(initialisations.map(\.rawValue)),
        "How the weights start: drawn after Glorot or He, or all zero. Biases start at zero.",
        absent: .means(.text(Initialisation.glorotUniform.rawValue)))

    private static let padding = MemberForm(
        "padding", .word(paddings.map(\.rawValue)),
        "valid: windows that leave the map are skipped; same: the map is surrounded, so that its size stays at stride 1.",
        absent: .means(.text(Padding.valid.rawValue)))

    private static func stride(_ absence: MemberForm.Absence, _ meaning: String) -> MemberForm {
        MemberForm("stride", .whole(sides), meaning, absent: absence)
    }

    private static let convolution = LayerForm(
        object: ObjectForm(
            name: Conv2D.kind, meaning: "A convolution: every filter is a kernel that slides over all maps at once.",
            members: [
                MemberForm("filters", .whole(units), "How many maps come out, one for each kernel."),
                MemberForm("kernel", .whole(sides), "Rows and columns of each kernel."),
                stride(.means(.whole(1)), "Pixels from one window to the next."),
                padding,
                // Softmax over the channels of a map is no layer of the course.
                activation(Activation.allCases.filter { $0 != .softmax }),
                initialisation,
            ]),
        layer: { fields in
            guard let filters = fields.whole("filters"), let kernel = fields.whole("kernel") else { return nil }
            return .conv2D(
                filters: filters, kernel: kernel, stride: fields.whole("stride") ?? 1,
                padding: fields.padding, activation: fields.activation, initialisation: fields.initialisation)
        },
        members: { definition in
            guard let layer = definition as? Conv2D else { return nil }
            return [whole("filters", layer.filters), whole("kernel", layer.window.size)]
                + (layer.window.stride == 1 ? [] : [whole("stride", layer.window.stride)])
                + written(layer.window.padding) + written(layer.activation) + written(layer.initialisation)
        })

    private static func pooling(
        _ kind: String, _ meaning: String, _ make: @escaping @Sendable (Int, Int?, Padding) -> Layer,
        _ window: @escaping @Sendable (any LayerDefinition) -> Window?
    ) -> LayerForm {
        LayerForm(
            object: ObjectForm(
                name: kind, meaning: meaning,
                members: [
                    MemberForm("size", .whole(sides), "Rows and columns of each window."),
                    stride(.known, "Pixels from one window to the next; without it windows stand side by side."),
                    padding,
                ]),
            layer: { fields in
                guard let size = fields.whole("size") else { return nil }
                return make(size, fields.whole("stride"), fields.padding)
            },
            members: { definition in
                guard let window = window(definition) else { return nil }
                return [whole("size", window.size)]
                    + (window.stride == window.size ? [] : [whole("stride", window.stride)]) + written(window.padding)
            })
    }

    private static let flatten = LayerForm(
        object: ObjectForm(name: Flatten.kind, meaning: "Unrolls maps into a row of numbers.", members: []),
        layer: { _ in .flatten },
        members: { $0 is Flatten ? [] : nil })

    private static let dense = LayerForm(
        object: ObjectForm(
            name: Dense.kind,
            meaning: "Weighted sums of all numbers that arrive; it reads a row, so Flatten comes before.",
            members: [
                MemberForm("units", .whole(units), "How many numbers come out."),
                activation(Activation.allCases), initialisation,
            ]),
        layer: { fields in
            fields.whole("units").map {
                .dense($0, activation: fields.activation, initialisation: fields.initialisation)
            }
        },
        members: { definition in
            guard let layer = definition as? Dense else { return nil }
            return [whole("units", layer.units)] + written(layer.activation) + written(layer.initialisation)
        })

    private static let dropout = LayerForm(
        object: ObjectForm(
            name: Dropout.kind, meaning: "Switches numbers off at random while training; what stays is scaled up.",
            members: [MemberForm("rate", .number(NumberRange(0..<1)), "The share that is switched off.")]),
        layer: { fields in fields.number("rate").map { .dropout($0) } },
        members: { definition in
            (definition as? Dropout).map { [JSONText.Member("rate", .number($0.rate))] }
        })

    private static let upSampling = LayerForm(
        object: ObjectForm(
            name: UpSampling2D.kind, meaning: "Repeats every pixel in both directions.",
            members: [MemberForm("factor", .whole(1...16), "How often each pixel is repeated in each direction.")]),
        layer: { fields in fields.whole("factor").map { .upSampling2D($0) } },
        members: { definition in (definition as? UpSampling2D).map { [whole("factor", $0.factor)] } })

    private static func whole(_ name: String, _ number: Int) -> JSONText.Member {
        JSONText.Member(name, .whole(UInt64(clamping: number)))
    }

    private static func written(_ padding: Padding) -> [JSONText.Member] {
        padding == .valid ? [] : [JSONText.Member("padding", .text(padding.rawValue))]
    }

    private static func written(_ activation: Activation) -> [JSONText.Member] {
        activation == .linear ? [] : [JSONText.Member("activation", .text(activation.rawValue))]
    }

    private static func written(_ initialisation: Initialisation) -> [JSONText.Member] {
        initialisation == .glorotUniform
            ? [] : [JSONText.Member("initialisation", .text(initialisation.rawValue))]
    }
}

extension FormFields {
    fileprivate var padding: Padding { text("padding").flatMap(Padding.init) ?? .valid }
    fileprivate var activation: Activation { text("activation").flatMap(Activation.init) ?? .linear }
    fileprivate var initialisation: Initialisation {
        text("initialisation").flatMap(Initialisation.init) ?? .glorotUniform
    }
}
