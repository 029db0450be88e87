import Drawing
import Languages

/// A figure with its title and note, measured and ready to draw.
struct FigurePage {
    let size: Size
    private let block: Block
    private let top: Double
    private let title: TypesetText?
    private let note: TypesetText?
    private let context: FigureContext

    init(_ figure: any Figure, title: Bilingual?, note: Bilingual?, context: FigureContext) throws {
        let margin = FigureRenderer.margin
        let width = figure.breadth.points - 2 * margin
        self.context = context
        self.title = try title.map { try context.set($0, .title, width: width) }
        self.note = try note.map { try context.set($0, .small, width: width) }
        top = margin + (self.title.map { $0.height + 9 } ?? 2)
        block = try figure.layout(width: width, in: context)
        guard block.size.height.isFinite else { throw DrawingError.notFinite(what: "The height of a figure") }
        size = Size(
            width: figure.breadth.points,
            height: top + block.size.height + (self.note.map { $0.height + 8 } ?? 0) + margin)
    }

    func draw(on canvas: Canvas) throws {
        canvas.paint(context.theme.paper)
        if let title {
            canvas.draw(
                title, at: Point(FigureRenderer.margin, FigureRenderer.margin), .topLeading, color: context.theme.ink)
        }
        try block.draw(on: canvas, at: Point(FigureRenderer.margin, top))
        if let note {
            let place = Point(FigureRenderer.margin, top + block.size.height + 8)
            canvas.draw(note, at: place, .topLeading, color: context.theme.quiet)
        }
    }
}
