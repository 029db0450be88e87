import Drawing
import Languages

/// A figure's page at its place in a box: enlarged or made smaller as a whole, in the middle.
struct FittedPage {
    let size: Size
    /// The layout that was found; `nil` for the figure's own.
    let layout: FigureLayout?
    private let page: FigurePage
    private let scale: Double
    private let origin: Point

    /// A page as it is.
    init(_ page: FigurePage) {
        self.page = page
        size = page.size
        layout = nil
        scale = 1
        origin = .zero
    }

    /// A figure in the arrangement and at the width in which it fills the box best and can be read.
    ///
    /// Every width has a height of its own, and so has every arrangement. The figure's own one is kept where it can be read
    /// and covers enough of a slide, else the first that does; a slide that none covers gets the one that covers most.
    ///
    /// - Throws: ``FigureError/misfit(box:)`` where it can be read in none.
    init(_ figure: any Figure, title: Localized?, note: Localized?, in box: FigureBox, context: FigureContext) throws {
        let arrangements = figure.everyArrangement.map {
            Legibility(figure: $0, title: title, note: note, context: context)
        }
        let excused = try arrangements[0].look(at: figure.breadth.points).flaws.subtracting([.tooWide])
        let best =
            box.isWhole
            ? try Self.best(of: arrangements, on: box, excused: excused)
            : try Self.first(of: arrangements, in: box, excused: excused)
        guard let best else { throw FigureError.misfit(box: box.name) }
        self.init(best, in: box)
    }

    /// The first arrangement that can be read in a column.
    private static func first(
        of arrangements: [Legibility], in box: FigureBox, excused: Set<Flaw>
    ) throws -> Candidate? {
        for arrangement in arrangements {
            if let found = try arrangement.nearest(to: box, excused: excused) { return found }
        }
        return nil
    }

    /// What covers a slide best: of the first arrangement that covers enough of it, else of all.
    private static func best(
        of arrangements: [Legibility], on box: FigureBox, excused: Set<Flaw>
    ) throws -> Candidate? {
        var candidates: [Candidate] = []
        for arrangement in arrangements {
            let found = try arrangement.candidates(for: box, excused: excused)
            let filling = found.filter(\.isFilling)
            candidates = filling.isEmpty ? candidates + found : filling
            if !filling.isEmpty { break }
        }
        let most = candidates.map(\.covered).max() ?? 0
        candidates.removeAll { $0.covered < min(FigureBox.enough, 0.9 * most) }
        let largest = candidates.map(\.leastPicture).max() ?? 0
        // Of equals the first one, with the largest type.
        return candidates.enumerated().max {
            let (one, other) = ($0.element.merit(largest), $1.element.merit(largest))
            return (one, $1.offset) < (other, $0.offset)
        }?.element
    }

    /// A figure in a layout that was found before; `nil` where it is too wide for it now.
    init?(_ layout: FigureLayout, title: Localized?, note: Localized?, in box: FigureBox, context: FigureContext) throws
    {
        let legibility = Legibility(figure: layout.figure, title: title, note: note, context: context)
        guard let candidate = try legibility.candidate(at: layout.width, for: box, excused: nil) else { return nil }
        self.init(candidate, in: box)
    }

    private init(_ best: Candidate, in box: FigureBox) {
        page = best.page
        layout = FigureLayout(figure: best.figure, width: best.width)
        scale = best.scale
        let content = best.content
        size = Size(width: box.width, height: box.isWhole ? box.height : content.height * scale)
        origin = Point(size.width / 2 - content.midX * scale, size.height / 2 - content.midY * scale)
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

    /// A layout that may do.
    fileprivate struct Candidate {
        let page: FigurePage
        let figure: any Figure
        let width: Double
        /// What of the page fills the box: on a slide what is drawn and its margin, in a column the page.
        let content: Rectangle
        let scale: Double
        /// How long the smallest of its pictures is in the box; 0 where it has none.
        let leastPicture: Double
        /// The share of the box that the figure's page takes.
        let covered: Double
        /// How large small type is beside the smallest that is read.
        private let type: Double
        /// How large the smallest letters are, in points.
        let leastType: Double

        /// - Parameter type: the size of small type before it is enlarged, in points.
        init(
            _ look: Legibility.Look, _ page: FigurePage, of figure: any Figure, width: Double, in box: FigureBox,
            type: Double
        ) {
            self.page = page
            self.figure = figure
            self.width = width
            let whole = Rectangle(x: 0, y: 0, width: page.size.width, height: page.size.height)
            content = box.isWhole ? look.extent.inset(-FigureRenderer.margin) : whole
            scale = min(box.width / content.width, box.height / content.height)
            leastPicture = look.leastPicture * scale
            covered = scale * scale * content.width * content.height / (box.width * box.height)
            self.type = type * scale / box.leastType
            leastType = min(look.leastType, type) * scale
        }

        /// Whether it covers enough of a slide, by what it shows and not by the size of its words.
        var isFilling: Bool { covered >= FigureBox.enough && FigureBox.goodType.contains(type) }

        func fills(_ box: FigureBox) -> Bool { box.isWhole || scale * content.width > box.width * box.leastShare }

        /// How much of a slide it covers, and how large its pictures are beside the largest that any layout has, less where
        /// words are so small that one has to come near, or so large that they push all else aside.
        func merit(_ largest: Double) -> Double {
            let pictures = largest > 0 ? leastPicture / largest : 1
            return covered * pictures * min(1, type / 1.3, 2 / type)
        }
    }
}

extension Legibility {
    /// The widths at which the figure fills a slide and can be read there, from the narrowest.
    ///
    /// - Parameter excused: flaws that the figure has at its own width, too.
    fileprivate func candidates(for box: FigureBox, excused: Set<Flaw>) throws -> [FittedPage.Candidate] {
        var candidates: [FittedPage.Candidate] = []
        var width = FigureBox.leastLayout
        while width <= FigureBox.mostLayout {
            if let candidate = try candidate(at: width, for: box, excused: excused) { candidates.append(candidate) }
            width *= FigureBox.layoutStep
        }
        return candidates
    }

    /// The layout in a column in which type is nearest to its own size, or to the smallest that is read there.
    fileprivate func nearest(to box: FigureBox, excused: Set<Flaw>) throws -> FittedPage.Candidate? {
        let widest = box.width * context.style(.small).size / box.leastType
        let own = min(box.width, widest)
        var widths = widest > own ? [own, widest] : [own]
        while let narrower = widths.last.map({ min($0, own) / FigureBox.layoutStep }), narrower >= FigureBox.leastLayout
        {
            widths.append(narrower)
        }
        for width in widths {
            if let candidate = try candidate(at: width, for: box, excused: excused) { return candidate }
        }
        return nil
    }

    /// The figure at a width, where it can be read there and fills the box.
    ///
    /// - Parameter excused: flaws that don't matter; `nil` for all.
    fileprivate func candidate(at width: Double, for box: FigureBox, excused: Set<Flaw>?) throws -> FittedPage
        .Candidate?
    {
        let (look, small) = (try look(at: width), context.style(.small).size)
        guard let page = look.page else { return nil }
        let candidate = FittedPage.Candidate(look, page, of: figure, width: width, in: box, type: small)
        guard let excused else { return candidate }
        let isRead = look.flaws.isSubset(of: excused) && candidate.leastType >= box.leastType - 1e-6
        return isRead && candidate.fills(box) ? candidate : nil
    }
}

extension FigureBox {
    /// The share of a slide that is enough: of layouts that cover it, other things decide.
    fileprivate static let enough = 0.66
    /// How large small type is on a slide that looks well, beside the smallest that is read.
    fileprivate static let goodType = 1.15...2.2
    /// The widths at which figures are laid out to be tried, in points, and the ratio of one to the next.
    fileprivate static let (leastLayout, mostLayout, layoutStep) = (110.0, 1_400.0, 1.08)
}
