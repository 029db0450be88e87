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
/// own width.
struct Legibility {
    let figure: any Figure
    let title: Localized?
    let note: Localized?
    let context: FigureContext

    /// The narrowest that data in a plot may be, in points.
    static let leastPlot = 40.0
    /// The narrowest that a picture may be on its longer side, in points.
    private static let leastPicture = 22.0
    private static let millimetre = 72 / 25.4

    /// - Parameter width: less than the figure asks for.
    /// - Throws: `FigureError/tooNarrow(points:needed:)` with a width in whole millimetres at which it can be read.
    func check(width: Double) throws {
        let own = figure.breadth.points
        let flaws = try flaws(at: width)
        guard !flaws.isEmpty else { return }
        // Large type may make a figure wider than its page at its own width, too; nothing else excuses that.
        let excused = try self.flaws(at: own).subtracting([.tooWide])
        guard !flaws.isSubset(of: excused) else { return }
        // Narrow enough to fail, wide enough to do, in millimetres. Large type may need more than its own width.
        var (narrow, wide) = (Int(width / Self.millimetre), Int((own / Self.millimetre).rounded(.up)))
        while wide < 4_000, try self.flaws(at: Double(wide) * Self.millimetre).contains(.tooWide) {
            (narrow, wide) = (wide, wide * 3 / 2)
        }
        while wide - narrow > 1 {
            let middle = (narrow + wide) / 2
            let isEnough = try self.flaws(at: Double(middle) * Self.millimetre).isSubset(of: excused)
            if isEnough { wide = middle } else { narrow = middle }
        }
        throw FigureError.tooNarrow(points: width, needed: Double(wide) * Self.millimetre)
    }

    private func flaws(at width: Double) throws -> Set<Flaw> {
        let notes = FlawNotes()
        let page: FigurePage
        do {
            page = try FigurePage(figure, title: title, note: note, trying: width, context: context.noting(in: notes))
        } catch FigureError.tooNarrow {
            return [.tooWide]
        }
        let canvas = try Canvas(transcribing: page.size)
        try page.draw(on: canvas)
        return notes.flaws.union(canvas.transcript.map(Self.flaws) ?? [])
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
        let isSmall = transcript.marks.contains {
            $0.kind == .image && max($0.frame.width, $0.frame.height) < leastPicture
        }
        if isSmall { flaws.insert(.smallPicture) }
        return flaws
    }
}
