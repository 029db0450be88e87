import Figures
import Languages
import Storage

/// The numbers of a figure as a file, with what has to be known of them.
public struct NumbersFile: Sendable {
    /// What people type to get the figure: `cnn/confusion`.
    public let name: String
    /// What there is to see.
    public let title: Localized
    /// What the figure shows, for those who don't see it.
    public let description: Localized
    /// What a reader must know before trusting a number: a small budget, drawn digits.
    public let note: Localized?

    /// The numbers of a figure that is called so.
    public init(_ name: String, title: Localized, description: Localized, note: Localized? = nil) {
        self.name = name
        self.title = title
        self.description = description
        self.note = note
    }

    /// The file's bytes. A table of comma-separated values has a last column with the note, where there is one; JSON has it
    /// beside the title.
    ///
    /// - Parameters:
    ///   - isJSON: whether it is JSON, else comma-separated values.
    ///   - language: of the names.
    public func bytes(of data: FigureData, isJSON: Bool, in language: Language) -> [UInt8] {
        guard isJSON else { return Array(data.csv(in: language, note: note).utf8) }
        let format = NumberFormat(language)
        let head: [(String, JSONText)] = [
            ("figure", .text(name)), ("title", .text(title.text(in: format))),
            ("description", .text(description.text(in: format))), ("language", .text(language.code)),
        ]
        return Array(
            data.json(head + (note.map { [("note", .text($0.text(in: format)))] } ?? []), in: language).utf8)
    }
}
