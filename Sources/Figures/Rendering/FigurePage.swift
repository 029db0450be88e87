import Drawing
import Languages

/// A figure with its title and note, measured and ready to draw.
struct FigurePage {
    let size: Size
    private let block: Block
    /// Points that a figure may be wider than its page has room for; the margin holds them.
    static let tolerance = 2.0
    /// Paper left free at the left.
    private let left: Double
    private let top: Double
    private let title: TypesetText?
    private let note: TypesetText?
    private let context: FigureContext

    /// - Parameter width: in points; `nil` for what the figure asks for.
    /// - Throws: `FigureError/tooNarrow(points:needed:)` also where the figure fits and can't be read.
    init(_ figure: any Figure, title: Localized?, note: Localized?, width: Double?, context: FigureContext) throws {
        var arranged = figure
        if let width, width < figure.breadth.points {
            arranged = try Legibility(figure: figure, title: title, note: note, context: context).arranged(for: width)
        }
        try self.init(arranged, title: title, note: note, trying: width, context: context)
    }

    /// The page, whether or not it can be read.
    init(_ figure: any Figure, title: Localized?, note: Localized?, trying pageWidth: Double?, context: FigureContext)
        throws
    {
        let margin = FigureRenderer.margin
        left = margin
        let asked = pageWidth ?? figure.breadth.points
        let width = asked - 2 * margin
        self.context = context
        self.title = try title.map { try context.set($0, .title, width: width) }
        self.note = try note.map { try context.set($0, .small, width: width) }
        top = margin + (self.title.map { $0.height + 9 } ?? 2)
        block = try figure.layout(width: width, in: context)
        guard block.size.height.isFinite else { throw DrawingError.notFinite(what: "The height of a figure") }
        let needed = block.size.width + 2 * margin
        let isTooWide = needed > asked + Self.tolerance
        // Who names a width wants that one; otherwise large type may take the room that it needs.
        guard !isTooWide || pageWidth == nil else { throw FigureError.tooNarrow(points: asked, needed: needed) }
        size = Size(
            width: isTooWide ? needed : asked,
            height: top + block.size.height + (self.note.map { $0.height + 8 } ?? 0) + margin)
    }

    /// An emblem alone, without any paper around it.
    init(_ emblem: Emblem, context: FigureContext) throws {
        self.context = context
        (title, note, left, top) = (nil, nil, 0, 0)
        size = emblem.size
        block = try emblem.layout(width: size.width, in: context)
    }

    func draw(on canvas: Canvas) throws {
        paint(canvas)
        try drawContent(on: canvas)
    }

    /// Covers the whole canvas with paper, unless what is below is to shine through.
    func paint(_ canvas: Canvas) {
        if context.theme.hasGround { canvas.paint(context.theme.paper) }
    }

    /// All but the paper.
    func drawContent(on canvas: Canvas) throws {
        canvas.lineScale = context.theme.lineScale
        if let title {
            canvas.draw(
                title, at: Point(FigureRenderer.margin, FigureRenderer.margin), .topLeading, color: context.theme.ink)
        }
        try block.draw(on: canvas, at: Point(left, top))
        if let note {
            let place = Point(left, top + block.size.height + 8)
            canvas.draw(note, at: place, .topLeading, color: context.theme.quiet)
        }
    }
}
