import Drawing
import Imaging
import Languages

/// Pictures, each beside the probabilities that a network gave to the classes, one bar a class.
public struct ProbabilityBars: Figure {
    /// One picture and what the network thinks of it.
    public struct Item: Sendable {
        /// What the network saw.
        public let picture: Picture
        /// Stands under the picture.
        public let label: Localized?
        /// The share of each class, 0 to 1, in the order of the classes.
        public let probabilities: [Double]
        /// The class that the picture shows; nil where nobody has said it.
        public let truth: Int?

        /// One picture, the probabilities given to it, and the index of its class.
        public init(_ picture: Picture, label: Localized? = nil, probabilities: [Double], truth: Int?) {
            self.picture = picture
            self.label = label
            self.probabilities = probabilities
            self.truth = truth
        }

        /// The class with the largest probability, the first among equals.
        public var answer: Int {
            probabilities.indices.max { (probabilities[$0], $1) < (probabilities[$1], $0) } ?? 0
        }
    }

    /// What is drawn, in reading order.
    public let items: [Item]
    /// The names of the classes, short.
    public let classes: [Localized]
    /// How many items stand side by side.
    public let columns: Int
    /// How wide a picture is at most, in points.
    public let side: Double
    /// How much of a page's width the figure asks for.
    public let breadth: Breadth

    /// Items in rows of `columns`.
    public init(
        _ items: [Item], classes: [Localized], columns: Int = 3, side: Double = 46, breadth: Breadth = .column
    ) {
        self.items = items
        self.classes = classes
        self.columns = max(1, columns)
        self.side = side
        self.breadth = breadth
    }

    /// How many answers are right, and each answer with its probability.
    public var alternative: Localized {
        let right = items.count { $0.answer == $0.truth }
        let answers = items.compactMap { item -> Localized? in
            guard classes.indices.contains(item.answer), item.probabilities.indices.contains(item.answer) else {
                return nil
            }
            let (name, share) = (classes[item.answer], item.probabilities[item.answer])
            return name + Localized(same: " (\(share, percent: 1))")
        }.listed
        guard items.contains(where: { $0.truth != nil }) else {
            return Localized(
                .probabilityAnswers, ["count": .integer(items.count), "answers": .localized(answers)])
        }
        return Localized(
            .probabilities, ["count": .integer(items.count), "right": .integer(right), "answers": .localized(answers)])
    }

    private static let figure = "Probability bars"

    /// With other counts of items on a line.
    public var arrangements: [any Figure] {
        Balance.columns(of: items.count, butNot: min(columns, items.count)).map {
            ProbabilityBars(items, classes: classes, columns: $0, side: side, breadth: breadth)
        }
    }

    /// Lays out items in rows.
    public func layout(width: Double, in context: FigureContext) throws -> Block {
        try check()
        let gap = 18.0
        let room = (width - gap * Double(columns - 1)) / Double(columns)
        let blocks = try items.map { try block(of: $0, width: room, context) }
        let lines = blocks.lines(of: columns).map { Block.row($0, gap: gap) }
        return .column(lines, gap: 14)
    }

    private func check() throws {
        guard !items.isEmpty, !classes.isEmpty else { throw FigureError.empty(figure: Self.figure, what: "item") }
        for item in items {
            guard item.probabilities.count == classes.count else {
                throw FigureError.mismatch(
                    figure: Self.figure, what: "probabilities", expected: classes.count, got: item.probabilities.count)
            }
            if let truth = item.truth, !classes.indices.contains(truth) {
                throw FigureError.outOfRange(figure: Self.figure, what: "a class", value: Double(truth))
            }
            guard item.probabilities.allSatisfy(\.isFinite) else {
                throw FigureError.notFinite(figure: Self.figure, what: "a probability")
            }
            if let bad = item.probabilities.first(where: { $0 < 0 || $0 > 1.001 }) {
                throw FigureError.outOfRange(figure: Self.figure, what: "a probability", value: bad)
            }
        }
    }

    private func block(of item: Item, width: Double, _ context: FigureContext) throws -> Block {
        let side = min(self.side, width * 0.34)
        let factor = side / Double(max(1, max(item.picture.width, item.picture.height)))
        let size = Size(width: Double(item.picture.width) * factor, height: Double(item.picture.height) * factor)
        var left = [Block.picture(item.picture, size: size, in: context, figure: Self.figure)]
        if let label = item.label {
            let text = try context.set(label, .label, width: side + 8, alignment: .center)
            left.append(.text(text, context.theme.color(item.answer == item.truth ?? item.answer ? .output : .error)))
        }
        let picture = Block.column(left, gap: 3, .center).padded(width: side + 8, horizontal: .center)
        return .row([picture, try bars(of: item, width: width - picture.size.width - 6, context)], gap: 6)
            .padded(width: width)
    }

    private func bars(of item: Item, width: Double, _ context: FigureContext) throws -> Block {
        let theme = context.theme
        let names = try classes.map { try context.set($0, .small, atMost: width * 0.45) }
        let (gutter, line) = ((names.map(\.width).max() ?? 0) + 4, (names.map(\.height).max() ?? 0) - 1)
        // The number stands behind its bar, so a full bar leaves room for it. Nothing is rounded to certainty.
        let nearly = "> " + context.format.percent(0.999, digits: 1)
        let numbers = try item.probabilities.map { share in
            share < 0.005
                ? nil : try context.set(share < 0.9995 ? context.format.percent(share, digits: 1) : nearly, .small)
        }
        let widest = try context.set(nearly, .small).width
        let longest = max(8, width - gutter - widest - 3)
        if longest < 16 { context.notes?.add(.smallPlot) }
        let answer = item.answer
        return Block(Size(width: width, height: line * Double(classes.count))) { canvas, origin in
            for (index, name) in names.enumerated() {
                let middle = origin.y + line * (Double(index) + 0.5)
                let start = origin.x + gutter
                let isTrue = index == item.truth ?? answer
                canvas.draw(
                    name, at: Point(start - 4, middle), .trailing,
                    color: isTrue ? theme.output : index == answer ? theme.error : theme.quiet)
                let length = min(1, item.probabilities[index]) * longest
                let bar = Rectangle(x: start, y: middle - line * 0.32, width: max(0.4, length), height: line * 0.64)
                draw(bar, isTrue ? .output : index == answer ? .error : .quiet, on: canvas, theme)
                if let number = numbers[index] {
                    canvas.draw(number, at: Point(start + length + 3, middle), .leading, color: theme.ink)
                }
            }
        }
    }

    /// What the colours say, shapes say too: the true class is a full bar, a wrong answer is hatched, and what was
    /// considered and rejected a thin line.
    private func draw(_ bar: Rectangle, _ role: Role, on canvas: Canvas, _ theme: Theme) {
        switch role {
        case .output: canvas.fillArea(bar, role, theme)
        case .error where bar.width > 4:
            let hatch = Hatch(
                .lines(angles: [-.pi / 4]), spacing: 2.4, width: 0.9, ink: theme.error, ground: theme.tint(.error, 0.12)
            )
            canvas.fill(Path(bar), .hatch(hatch))
            canvas.stroke(Path(bar.inset(0.35)), theme.error, width: 0.7)
        case .error: canvas.fill(bar, theme.error)
        default: canvas.fill(bar.inset(0, bar.height * 0.3), theme.color(role))
        }
    }
}
