import Drawing
import Languages

/// What keeps a figure from being read where it is narrower than it asks for.
enum Flaw: Hashable {
    /// It is wider than its page.
    case tooWide
    /// Words leave the page; words or parts of a drawing cover each other.
    case offPage, overlap
    /// A word goes on in the next line, in the extreme a letter a line; or nothing is left of it but dots.
    case brokenWord, shortened
    /// Numbers that have a cell each are left out.
    case noNumbers
    /// Data in which nothing can be told apart, and pictures in which nothing can be seen.
    case smallPlot, smallPicture
}

/// What the parts of a figure find out while they are laid out and drawn once, on one thread.
final class FlawNotes {
    private(set) var flaws: Set<Flaw> = []

    func add(_ flaw: Flaw) { flaws.insert(flaw) }
}

/// Tells whether a figure can be read at a width narrower than it asks for: it may have no flaw that it has not at its
/// own width, in one of its arrangements.
struct Legibility {
    let figure: any Figure
    let title: Localized?
    let note: Localized?
    let context: FigureContext

    /// The narrowest that data in a plot may be, in points.
    static let leastPlot = 40.0
    /// The narrowest that a picture may be on its longer side, in points.
    private static let leastPicture = 22.0
    /// The narrowest that a photograph or a drawing of many pixels may be where it is the thing shown, in points.
    static let leastScene = (pixels: 100, points: 80.0)
    private static let millimetre = 72 / 25.4

    /// The first of the figure's arrangements that can be read at a width.
    ///
    /// - Parameter width: less than the figure asks for.
    /// - Throws: `FigureError/tooNarrow(points:needed:)` with a width in whole millimetres at which one can be read.
    func arranged(for width: Double) throws -> any Figure {
        // Large type may make a figure wider than its page at its own width, too; nothing else excuses that.
        let excused = try look(at: figure.breadth.points).flaws.subtracting([.tooWide])
        let all = figure.everyArrangement.map {
            Legibility(figure: $0, title: title, note: note, context: context)
        }
        if let read = try all.first(where: { try $0.look(at: width).flaws.isSubset(of: excused) }) {
            return read.figure
        }
        let needed = try all.map { try $0.needed(above: width, excused: excused) }.min() ?? figure.breadth.points
        throw FigureError.tooNarrow(points: width, needed: needed)
    }

    /// A width in whole millimetres at which this arrangement can be read.
    ///
    /// - Parameter width: at which it can't.
    private func needed(above width: Double, excused: Set<Flaw>) throws -> Double {
        // Narrow enough to fail, wide enough to do, in millimetres. Large type may need more than its own width.
        var (narrow, wide) = (Int(width / Self.millimetre), Int((figure.breadth.points / Self.millimetre).rounded(.up)))
        while wide < 4_000, try look(at: Double(wide) * Self.millimetre).flaws.contains(.tooWide) {
            (narrow, wide) = (wide, wide * 3 / 2)
        }
        while wide - narrow > 1 {
            let middle = (narrow + wide) / 2
            let isEnough = try look(at: Double(middle) * Self.millimetre).flaws.isSubset(of: excused)
            if isEnough { wide = middle } else { narrow = middle }
        }
        return Double(wide) * Self.millimetre
    }

    /// What a layout looks like.
    struct Look {
        var flaws: Set<Flaw>
        /// `nil` where the figure is wider than its page.
        var page: FigurePage? = nil
        /// The size of the smallest type in points; 0 where there is none.
        var leastType = 0.0
        /// How long the smallest picture is, in points; 0 where there is none.
        var leastPicture = 0.0
        /// What is drawn on, without the paper around it.
        var extent = Rectangle(x: 0, y: 0, width: 1, height: 1)
    }

    /// The figure at a width, drawn once.
    func look(at width: Double) throws -> Look {
        let notes = FlawNotes()
        let page: FigurePage
        do {
            page = try FigurePage(figure, title: title, note: note, trying: width, context: context.noting(in: notes))
        } catch FigureError.tooNarrow {
            return Look(flaws: [.tooWide])
        }
        let canvas = try Canvas(transcribing: page.size)
        try page.drawContent(on: canvas)
        var look = Look(flaws: notes.flaws, page: page)
        guard let transcript = canvas.transcript else { return look }
        look.flaws.formUnion(Self.flaws(in: transcript))
        look.leastType = try leastType(in: transcript)
        look.extent = Self.extent(of: transcript)
        look.leastPicture = Self.pictures(in: transcript).min() ?? 0
        return look
    }

    /// What all marks cover together; what is cut off at the page's edges counts as far as they go.
    private static func extent(of transcript: Transcript) -> Rectangle {
        let (page, frames) = (transcript.page, transcript.marks.map(\.frame))
        let (left, top) = (max(0, frames.map(\.minX).min() ?? 0), max(0, frames.map(\.minY).min() ?? 0))
        let right = min(page.width, frames.map(\.maxX).max() ?? page.width)
        let bottom = min(page.height, frames.map(\.maxY).max() ?? page.height)
        return Rectangle(x: left, y: top, width: max(1, right - left), height: max(1, bottom - top))
    }

    /// How long each picture is on its longer side.
    private static func pictures(in transcript: Transcript) -> [Double] {
        transcript.marks.compactMap { $0.kind == .image ? max($0.frame.width, $0.frame.height) : nil }
    }

    /// A line is higher than its type by a ratio that the family has at every size.
    private func leastType(in transcript: Transcript) throws -> Double {
        let line = try context.set("0", .small).height
        let height = transcript.labels.map(\.frame.height).min() ?? line
        return height / line * context.style(.small).size
    }

    private static func flaws(in transcript: Transcript) -> Set<Flaw> {
        var flaws: Set<Flaw> = []
        let page = Rectangle(x: 0, y: 0, width: transcript.page.width, height: transcript.page.height).inset(-1)
        // A line's frame has room for accents above and tails below, which most lines leave empty.
        let boxes = transcript.labels.map { $0.frame.inset(0.5, $0.frame.height * 0.26) }
        for (index, box) in boxes.enumerated() {
            if box.minX < page.minX || box.maxX > page.maxX || box.minY < page.minY || box.maxY > page.maxY {
                flaws.insert(.offPage)
            }
            if boxes[..<index].contains(where: { box.overlaps($0) }) { flaws.insert(.overlap) }
        }
        if pictures(in: transcript).contains(where: { $0 < leastPicture }) { flaws.insert(.smallPicture) }
        return flaws
    }
}
