import Drawing
import Imaging
import Languages

/// A picture, a kernel, and the picture that comes out; one or several of them under each other.
public struct BeforeAfter: Figure {
    /// One line.
    public struct Step: Sendable {
        public let before: Picture
        public let kernel: Kernel
        public let after: Picture
        public let beforeCaption: Bilingual?
        public let kernelCaption: Bilingual?
        public let afterCaption: Bilingual?

        public init(
            before: Picture, kernel: Kernel, after: Picture, beforeCaption: Bilingual? = nil,
            kernelCaption: Bilingual? = nil, afterCaption: Bilingual? = nil
        ) {
            self.before = before
            self.kernel = kernel
            self.after = after
            self.beforeCaption = beforeCaption
            self.kernelCaption = kernelCaption
            self.afterCaption = afterCaption
        }
    }

    public let steps: [Step]
    public let breadth: Breadth

    public init(_ steps: [Step], breadth: Breadth = .wide) {
        self.steps = steps
        self.breadth = breadth
    }

    /// A single line.
    public init(
        _ before: Picture, _ kernel: Kernel, _ after: Picture, beforeCaption: Bilingual? = nil,
        kernelCaption: Bilingual? = nil, afterCaption: Bilingual? = nil, breadth: Breadth = .wide
    ) {
        let step = Step(
            before: before, kernel: kernel, after: after, beforeCaption: beforeCaption,
            kernelCaption: kernelCaption, afterCaption: afterCaption)
        self.init([step], breadth: breadth)
    }

    public var alternative: Bilingual {
        let texts = steps.map { step in
            Bilingual(
                en:
                    "A picture of \(step.before.width) by \(step.before.height) pixels, the kernel \(step.kernel.id), and the picture that it makes.",
                es:
                    "Una imagen de \(step.before.width) por \(step.before.height) píxeles, el núcleo \(step.kernel.id) y la imagen que produce."
            ) + step.after.rangeInWords
        }
        return texts.dropFirst().reduce(texts.first ?? Bilingual(both: "")) { $0 + Bilingual(both: " ") + $1 }
    }

    public func layout(width: Double, in context: FigureContext) throws -> Block {
        guard !steps.isEmpty else { throw FigureError.empty(figure: "A picture before and after", what: "picture") }
        return try .column(steps.map { try line($0, width: width, context) }, gap: 16)
    }

    private func line(_ step: Step, width: Double, _ context: FigureContext) throws -> Block {
        let arrow = Block.arrow(length: 20, in: context)
        let side = step.kernel.columns > 5 ? 16.0 : step.kernel.columns > 3 ? 21 : 27
        let matrix = try Block.kernel(step.kernel, cell: side, in: context)
        let room = (width - matrix.size.width - 2 * arrow.size.width - 4 * 10) / 2
        guard step.before.width > 0, step.before.height > 0, step.after.width > 0, step.after.height > 0 else {
            throw FigureError.empty(figure: "A picture before and after", what: "pixel")
        }
        let largest = max(step.before.width, step.after.width)
        let tallest = max(step.before.height, step.after.height)
        let scale = min(room / Double(largest), 250 / Double(tallest))
        func picture(_ picture: Picture) -> Block {
            .picture(
                picture, size: Size(width: Double(picture.width) * scale, height: Double(picture.height) * scale),
                in: context, figure: "A picture before and after")
        }
        let height = Double(tallest) * scale
        let bodies = [picture(step.before), arrow, matrix, arrow, picture(step.after)]
            .map { $0.padded(height: height, vertical: .center) }
        let captions = [step.beforeCaption, nil, step.kernelCaption, nil, step.afterCaption]
        let roles: [Role] = [.ink, .ink, .kernel, .ink, .ink]
        let columns = try bodies.indices.map { index in
            let extra = index == 2 ? 40.0 : 0
            return try Block.captioned(
                bodies[index], captions[index], roles[index], width: bodies[index].size.width + extra, in: context)
        }
        let row = Block.row(columns, gap: 10)
        guard step.after.scale.hasLegend else { return row }
        let bar = ColorBar(scale: step.after.scale, name: nil)
        let last = columns[4]
        let legend = Block(Size(width: last.size.width, height: try bar.height(in: context) + 4)) { canvas, origin in
            try bar.draw(on: canvas, midX: origin.x + last.size.width / 2, top: origin.y + 4, context)
        }
        return .row(Array(columns.dropLast()) + [.column([last, legend], gap: 0)], gap: 10)
    }
}

extension Picture {
    /// The range of the values, as a sentence with a space before it; nothing for colours.
    var rangeInWords: Bilingual {
        guard let values, let low = values.pixels.min(), let high = values.pixels.max() else {
            return Bilingual(both: "")
        }
        let digits = Digits.needed(for: [Double(low), Double(high)], atMost: 2)
        return Bilingual(
            en: " Its values run from \(Double(low), digits: digits) to \(Double(high), digits: digits).",
            es: " Sus valores van de \(Double(low), digits: digits) a \(Double(high), digits: digits).")
    }
}
