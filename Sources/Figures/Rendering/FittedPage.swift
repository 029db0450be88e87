import Drawing
import Languages

/// A figure's page at its place in a box: enlarged or made smaller as a whole, in the middle.
struct FittedPage {
    let size: Size
    /// The width at which the figure is laid out, in points; `nil` for what was asked, or what it asks for itself.
    let layoutWidth: Double?
    private let page: FigurePage
    private let scale: Double
    private let origin: Point

    /// A page as it is.
    init(_ page: FigurePage) {
        self.page = page
        size = page.size
        layoutWidth = nil
        scale = 1
        origin = .zero
    }

    /// A figure laid out at the width at which it fills the box best and can be read.
    ///
    /// Every width has a height of its own, since what stands side by side on a broad page stands below each other on a
    /// narrow one. Of all of them the one is taken that covers most of a slide, or that is nearest to the width of a column.
    ///
    /// - Throws: ``FigureError/misfit(box:)`` where it can be read at none.
    init(_ figure: any Figure, title: Localized?, note: Localized?, in box: FigureBox, context: FigureContext) throws {
        let legibility = Legibility(figure: figure, title: title, note: note, context: context)
        let excused = try legibility.look(at: figure.breadth.points).flaws.subtracting([.tooWide])
        var candidates: [Candidate] = []
        var width = FigureBox.leastLayout
        while width <= FigureBox.mostLayout {
            let look = try legibility.look(at: width)
            if look.flaws.isSubset(of: excused), let page = look.page {
                let candidate = Candidate(
                    page: page, width: width, in: box, type: context.style(.small).size, leastPicture: look.leastPicture
                )
                let least = min(look.leastType, context.style(.small).size) * candidate.scale
                if candidate.fills(box), least >= box.leastType - 1e-6 { candidates.append(candidate) }
            }
            width *= FigureBox.layoutStep
        }
        let largest = candidates.map(\.leastPicture).max() ?? 0
        // Of equals the first one, with the largest type.
        let best = candidates.enumerated().max {
            let (one, other) = ($0.element.merit(largest), $1.element.merit(largest))
            return (one, $1.offset) < (other, $0.offset)
        }
        guard let best = best?.element else { throw FigureError.misfit(box: box.name) }
        self.init(best.page, width: best.width, scale: best.scale, in: box)
    }

    private init(_ page: FigurePage, width layoutWidth: Double, scale: Double, in box: FigureBox) {
        self.page = page
        self.layoutWidth = layoutWidth
        self.scale = scale
        let (width, height) = (page.size.width * scale, page.size.height * scale)
        size = Size(width: box.width, height: box.isWhole ? box.height : height)
        origin = Point((size.width - width) / 2, (size.height - height) / 2)
    }

    /// A layout that may do.
    private struct Candidate {
        let page: FigurePage
        let width: Double
        let scale: Double
        /// How long the smallest of its pictures is in the box; 0 where it has none.
        let leastPicture: Double
        private let covered: Double
        /// How large small type is beside the smallest that is read.
        private let type: Double
        private let isWhole: Bool

        init(page: FigurePage, width: Double, in box: FigureBox, type: Double, leastPicture: Double) {
            self.page = page
            self.width = width
            scale = min(box.width / page.size.width, box.height / page.size.height)
            self.leastPicture = leastPicture * scale
            covered = scale * scale * page.size.width * page.size.height / (box.width * box.height)
            self.type = type * scale / box.leastType
            isWhole = box.isWhole
        }

        func fills(_ box: FigureBox) -> Bool { isWhole || scale * page.size.width > box.width * 0.85 }

        /// How much of a slide it covers, and how large its pictures are beside the largest that any layout has, less where
        /// words are so large that they push all else aside; in a column, how near its type is to that of the text around it.
        func merit(_ largest: Double) -> Double {
            let pictures = largest > 0 ? leastPicture / largest : 1
            return isWhole ? covered * pictures * min(1, 2 / type) : pictures - abs(scale - 1)
        }
    }

    func draw(on canvas: Canvas) throws {
        guard scale != 1 || origin != .zero else { return try page.draw(on: canvas) }
        page.paint(canvas)
        try canvas.isolated { () throws in
            canvas.translate(x: origin.x, y: origin.y)
            canvas.scale(x: scale, y: scale)
            try page.drawContent(on: canvas)
        }
    }
}

extension FigureBox {
    /// The widths at which figures are laid out to be tried, in points, and the ratio of one to the next.
    fileprivate static let (leastLayout, mostLayout, layoutStep) = (110.0, 1_400.0, 1.08)
}
