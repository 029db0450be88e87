import Languages
import Notebook

/// A slide: a headline and a picture under it, and what is said of it.
public struct Slide: Sendable {
    /// What there is to see.
    public let title: String
    /// What the speaker reads; a paragraph each.
    public let notes: [String]
    /// What the picture tells those who don't see it.
    public let alternative: String
    /// What the picture is called among the slide's parts: `cnn/confusion`.
    public let name: String
    /// A PNG that fills the room under the headline.
    public let picture: [UInt8]

    /// A picture under its headline.
    public init(title: String, notes: [String], alternative: String, name: String, picture: [UInt8]) {
        self.title = title
        self.notes = notes
        self.alternative = alternative
        self.name = name
        self.picture = picture
    }
}

extension HTMLPublisher {
    /// The slide of a figure, its caption as a reader sees it.
    ///
    /// - Parameters:
    ///   - drawing: a PNG of the figure, in this language.
    ///   - frame: its number among the frames of an animation, and how many there are.
    /// - Throws: ``PublishingError`` for a caption that no page can show either.
    public func slide(
        of cell: FigureCell, on page: Page, in language: Language, _ drawing: FigureFiles.Drawing,
        frame: (number: Int, count: Int)? = nil
    ) throws(PublishingError) -> Slide {
        let caption = try caption(of: cell, on: page, in: language)
        let format = NumberFormat(language, decimalMark: report.decimalMark)
        let title = cell.title.text(in: format) + (frame.map { " (\($0.number)/\($0.count))" } ?? "")
        let note = page.note(for: cell)?.text(in: format)
        return Slide(
            title: title, notes: [caption] + (note.map { [$0] } ?? []),
            alternative: ([cell.alternative.text(in: format)] + (note.map { [$0] } ?? [])).joined(separator: " "),
            name: "\(page.lesson.id)/\(cell.id)", picture: drawing.rendered.bytes)
    }

    /// What stands under a figure, without markup.
    ///
    /// - Throws: ``PublishingError`` for a caption that no page can show either.
    func caption(
        of cell: FigureCell, on page: Page, in language: Language
    ) throws(PublishingError) -> String {
        let (outline, context) = try parts(of: page, in: language)
        let cells = CellRenderer(page: page, outline: outline, context: context, figures: { _, _, _ in nil })
        let plain = PlainText(resolve: { (target) throws(PublishingError.Problem) in try cells.resolve(target) })
        do throws(PublishingError.Problem) { return try plain.line(context.parseLine(cell.caption)) } catch {
            throw PublishingError(
                problem: error, lesson: page.lesson.id, cell: "figure \(cell.id)", language: language)
        }
    }
}
