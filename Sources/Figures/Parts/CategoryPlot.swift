import Drawing
import Languages

/// A plot over categories, measured: each has a slot of the width, and its name under the data.
struct CategoryPlot {
    let plot: Plot
    /// Room for each category, in points.
    let slot: Double
    private let width: Double
    private let below: Double
    private let names: CategoryNames
    private let axisName: TypesetText?
    private let theme: Theme

    /// - Parameters:
    ///   - plot: its horizontal axis runs from 0 to the number of categories.
    ///   - name: the horizontal axis's name.
    ///   - below: room between the data and the names, in points.
    init(
        _ categories: [Localized], on plot: Plot, name: Localized?, width: Double, below: Double = 0,
        _ context: FigureContext
    ) throws {
        self.plot = plot
        self.width = width
        self.below = below
        slot = (width - plot.leftMargin - plot.rightMargin) / Double(categories.count)
        names = try CategoryNames(categories, slot: slot, context)
        axisName = try name.map { try context.set($0, .label) }
        theme = context.theme
    }

    /// The plot as a block.
    ///
    /// - Parameters:
    ///   - drawUnder: draws what lies under all marks, into the frame of the data.
    ///   - draw: draws what a category shows about the middle of its slot.
    func block(
        under drawUnder: @escaping (Canvas, Rectangle) -> Void = { _, _ in },
        draw: @escaping (_ category: Int, _ middle: Double, Canvas, _ data: Rectangle) -> Void
    ) -> Block {
        let nameHeight = names.height + 2
        let height = plot.height + below + nameHeight + (axisName.map { $0.height + 2 } ?? 0)
        return Block(Size(width: width, height: height)) { canvas, origin in
            plot.draw(on: canvas, at: origin, width: width)
            let data = plot.data(at: origin, width: width)
            drawUnder(canvas, data)
            for category in 0..<names.count {
                let middle = data.minX + slot * (Double(category) + 0.5)
                draw(category, middle, canvas, data)
                names.draw(category, at: Point(middle, data.maxY + below + 4), color: theme.ink, on: canvas)
            }
            if let axisName {
                let place = Point(data.maxX, data.maxY + below + 4 + nameHeight)
                canvas.draw(axisName, at: place, .topTrailing, color: theme.quiet)
            }
        }
    }
}

/// The names under the data of categories, set.
///
/// They break between words. Where a word is wider than its group, all stand upright, reading upwards, so that none
/// touches its neighbour; one that would then be longer than an inch is shortened.
struct CategoryNames {
    private let texts: [TypesetText]
    private let isTurned: Bool
    /// How many there are.
    var count: Int { texts.count }

    private static let longest = 72.0

    /// - Parameter slot: room for each group, in points.
    init(_ names: [Localized], slot: Double, _ context: FigureContext) throws {
        let words = names.flatMap { $0.text(in: context.format).split(separator: " ") }
        let widest = try words.map { try context.set(String($0), .label).width }.max() ?? 0
        isTurned = widest > slot - 3
        texts =
            try isTurned
            ? names.map { try context.set($0, .label, atMost: Self.longest * context.theme.typeScale) }
            : names.map { try context.set($0, .label, width: slot - 3, alignment: .center) }
    }

    /// Room under the bars, in points.
    var height: Double { texts.map { isTurned ? $0.width : $0.height }.max() ?? 0 }

    /// Draws a name with the middle of its upper side on a point.
    func draw(_ index: Int, at top: Point, color: Color, on canvas: Canvas) {
        if isTurned {
            canvas.draw(texts[index], at: top, .trailing, color: color, turned: -.pi / 2)
        } else {
            canvas.draw(texts[index], at: top, .top, color: color)
        }
    }
}
