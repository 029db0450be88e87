import Drawing
import Imaging
import Languages

/// A picture, a kernel, and the picture that comes out; one or several of them under each other.
public struct BeforeAfter: Figure {
    /// One line.
    public struct Step: Sendable {
        /// The picture that goes in.
        public let before: Picture
        /// What slides over it.
        public let kernel: Kernel
        /// The picture that comes out.
        public let after: Picture
        /// Stands under the first picture.
        public let beforeCaption: Localized?
        /// Stands under the kernel.
        public let kernelCaption: Localized?
        /// Stands under the second picture.
        public let afterCaption: Localized?

        /// A picture, a kernel, and what becomes of the picture.
        public init(
            before: Picture, kernel: Kernel, after: Picture, beforeCaption: Localized? = nil,
            kernelCaption: Localized? = nil, afterCaption: Localized? = nil
        ) {
            self.before = before
            self.kernel = kernel
            self.after = after
            self.beforeCaption = beforeCaption
            self.kernelCaption = kernelCaption
            self.afterCaption = afterCaption
        }
    }

    /// The steps, one under the other.
    public let steps: [Step]
    /// The window that is shown enlarged under each picture; `nil` for none.
    public let detail: Detail?
    /// How much of a page's width the figure asks for.
    public let breadth: Breadth
    private let form: Form

    /// How pictures and kernels follow each other.
    private enum Form {
        /// Each step in a line, the steps under each other.
        case lines
        /// Each step from top to bottom, the steps side by side.
        case columns
        /// Everything from top to bottom.
        case upright
        /// The pictures side by side, the kernel below the arrow that leads from one to the other.
        case pairs
    }

    /// Steps under each other, their pictures on one scale.
    ///
    /// - Parameter detail: a window that is shown enlarged under each picture, before and after.
    public init(_ steps: [Step], detail: Detail? = nil, breadth: Breadth = .wide) {
        self.init(steps, detail: detail, breadth: breadth, form: .lines)
    }

    private init(_ steps: [Step], detail: Detail?, breadth: Breadth, form: Form) {
        self.form = form
        self.steps = steps
        self.detail = detail
        self.breadth = breadth
    }

    /// A single line.
    public init(
        _ before: Picture, _ kernel: Kernel, _ after: Picture, beforeCaption: Localized? = nil,
        kernelCaption: Localized? = nil, afterCaption: Localized? = nil, detail: Detail? = nil,
        breadth: Breadth = .wide
    ) {
        let step = Step(
            before: before, kernel: kernel, after: after, beforeCaption: beforeCaption,
            kernelCaption: kernelCaption, afterCaption: afterCaption)
        self.init([step], detail: detail, breadth: breadth)
    }

    /// What each step does, and the range of its answers.
    public var alternative: Localized {
        let texts = steps.map { step in
            Localized(
                .beforeAfter,
                [
                    "width": .integer(step.before.width), "height": .integer(step.before.height),
                    "kernel": .text(step.kernel.id),
                ]) + step.after.rangeInWords
        }
        return texts.joined(by: " ")
    }

    /// With the kernel under the first picture, and the second one under the kernel.
    public var arrangements: [any Figure] {
        guard form == .lines else { return [] }
        let forms: [Form] = steps.count > 1 ? [.columns, .upright] : [.upright, .pairs]
        return forms.map { BeforeAfter(steps, detail: detail, breadth: breadth, form: $0) }
    }

    /// Lays out each step in a line: picture, kernel, picture.
    ///
    /// - Throws: `FigureError` without steps, or for pictures without pixels or with values that are not finite.
    public func layout(width: Double, in context: FigureContext) throws -> Block {
        guard !steps.isEmpty else { throw FigureError.empty(figure: Self.figure, what: "picture") }
        let pictures = steps.flatMap { [$0.before, $0.after] }
        guard pictures.allSatisfy({ $0.width > 0 && $0.height > 0 }) else {
            throw FigureError.empty(figure: Self.figure, what: "pixel")
        }
        let matrices = try steps.map { try middle($0, context) }
        switch form {
        case .lines: break
        case .pairs: return try pairs(matrices, width: width, context)
        case .columns, .upright: return try upright(matrices, width: width, context)
        }
        let middleRoom = matrices.map(\.size.width).max() ?? 0
        let room = (width - middleRoom - 2 * Self.arrow - 4 * Self.gap) / 2
        let scale = pictures.map { min(room / Double($0.width), 250 / Double($0.height)) }.min() ?? 1
        let lines = try zip(steps, matrices).map { step, matrix in
            let matrix = matrix.padded(width: middleRoom, horizontal: .center)
            let line = try line(step, matrix, scale: scale, context)
            guard let detail, !hasRoomUnderneath(scale: scale) else { return line }
            // Where the pictures are small, their details share the whole width.
            let width = min(Detail.widest, (width - Self.gap) / 2)
            let pair = try [step.before, step.after].map { try enlarged(detail, of: $0, width: width, context) }
            return .column([line, .row(pair, gap: Self.gap)], gap: 8, .center)
        }
        return .column(lines, gap: 16)
    }

    /// Each step from top to bottom, the details of both pictures below it.
    private func upright(_ matrices: [Block], width: Double, _ context: FigureContext) throws -> Block {
        let across = form == .columns ? Double(steps.count) : 1
        let room = (width - 2 * Self.gap * (across - 1)) / across
        let pictures = steps.flatMap { [$0.before, $0.after] }
        let scale = pictures.map { min(room / Double($0.width), 250 / Double($0.height)) }.min() ?? 1
        let columns = try zip(steps, matrices).map { step, matrix in
            let arrow = Block.arrow(length: Self.arrow, pointing: .down, in: context)
            var parts = try [
                side(step.before, step.beforeCaption, scale: scale, height: 0, hasDetail: false, context), arrow,
                matrix,
                arrow, answer(step, scale: scale, height: 0, hasDetail: false, context),
            ]
            if let detail {
                let width = min(Detail.widest, (room - Self.gap) / 2)
                let pair = try [step.before, step.after].map { try enlarged(detail, of: $0, width: width, context) }
                parts.append(.row(pair, gap: Self.gap))
            }
            return Block.column(parts, gap: 6, .center)
        }
        return form == .columns ? .row(columns, gap: 2 * Self.gap) : .column(columns, gap: 20, .center)
    }

    /// Each step as a pair of pictures, which share the whole width, over its kernel.
    private func pairs(_ matrices: [Block], width: Double, _ context: FigureContext) throws -> Block {
        let room = (width - Self.arrow - 2 * Self.gap) / 2
        let pictures = steps.flatMap { [$0.before, $0.after] }
        let scale = pictures.map { room / Double($0.width) }.min() ?? 1
        return .column(
            try zip(steps, matrices).map { step, matrix in
                .column([try line(step, nil, scale: scale, context), matrix], gap: 8, .center)
            }, gap: 16)
    }

    private static let figure = "A picture before and after"
    private static let arrow = 20.0
    private static let gap = 10.0
    /// The narrowest picture that has its detail under it, in points.
    private static let leastRoom = 110.0

    private func hasRoomUnderneath(scale: Double) -> Bool {
        steps.flatMap { [$0.before, $0.after] }.allSatisfy { Double($0.width) * scale >= Self.leastRoom }
    }

    private func enlarged(
        _ detail: Detail, of picture: Picture, width: Double, _ context: FigureContext
    ) throws -> Block {
        try .detail(detail, of: picture, width: width, in: context, figure: Self.figure)
    }

    /// The kernel with its caption, the matrix in the middle.
    private func middle(_ step: Step, _ context: FigureContext) throws -> Block {
        let side = step.kernel.columns > 5 ? 16.0 : step.kernel.columns > 3 ? 21 : 27
        let matrix = try Block.kernel(step.kernel, cell: side, in: context)
        return try .captioned(matrix, step.kernelCaption, .kernel, width: 110, in: context)
    }

    private func line(_ step: Step, _ matrix: Block?, scale: Double, _ context: FigureContext) throws -> Block {
        let height = Double(max(step.before.height, step.after.height)) * scale
        let hasDetail = hasRoomUnderneath(scale: scale)
        let before = try side(
            step.before, step.beforeCaption, scale: scale, height: height, hasDetail: hasDetail, context)
        let after = try answer(step, scale: scale, height: height, hasDetail: hasDetail, context)
        let arrow = Block.arrow(length: Self.arrow, in: context).padded(height: height, vertical: .center)
        guard let matrix else { return .row([before, arrow, after], gap: Self.gap) }
        let kernel = matrix.padded(height: height, vertical: .center)
        return .row([before, arrow, kernel, arrow, after], gap: Self.gap)
    }

    /// A picture in the middle of a height, its detail below it, and its caption.
    private func side(
        _ picture: Picture, _ caption: Localized?, scale: Double, height: Double, hasDetail: Bool,
        _ context: FigureContext
    ) throws -> Block {
        let size = Size(width: Double(picture.width) * scale, height: Double(picture.height) * scale)
        context.note(picture, width: size.width)
        var body = try Block.picture(picture, size: size, marking: detail, in: context, figure: Self.figure)
            .padded(height: height, vertical: .center)
        if let detail, hasDetail {
            let part = try enlarged(detail, of: picture, width: min(Detail.widest, size.width), context)
            body = .column([body, part], gap: 8, .center)
        }
        return try .captioned(body, caption, width: size.width, in: context)
    }

    /// What comes out, over the legend of its colours.
    private func answer(
        _ step: Step, scale: Double, height: Double, hasDetail: Bool, _ context: FigureContext
    ) throws -> Block {
        let after = try side(
            step.after, step.afterCaption, scale: scale, height: height, hasDetail: hasDetail, context)
        guard step.after.scale.hasLegend else { return after }
        let bar = ColorBar(scale: step.after.scale, name: nil)
        let size = Size(width: after.size.width, height: try bar.height(in: context))
        let legend = Block(size) { canvas, origin in
            try bar.draw(on: canvas, midX: origin.x + size.width / 2, top: origin.y, context)
        }
        return .column([after, legend], gap: 4)
    }
}

extension Picture {
    /// The range of the values, as a sentence with a space before it; nothing for colours.
    var rangeInWords: Localized {
        guard let values, let low = values.pixels.min(), let high = values.pixels.max() else {
            return Localized(same: "")
        }
        let digits = Digits.needed(for: [Double(low), Double(high)], atMost: 2)
        return Localized(same: " ")
            + Localized(
                .range,
                ["low": .phrase("\(Double(low), digits: digits)"), "high": .phrase("\(Double(high), digits: digits)")])
    }
}
