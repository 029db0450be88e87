import Languages
import Notebook
import Snippets

extension CellRenderer {
    /// A listing, in both languages where it has a twin, and what it printed.
    func code(
        _ listing: Listing, _ outputs: [Localized], _ anchor: String
    ) throws(PublishingError.Problem) -> HTML {
        let twin = listing.twin
        var faces = [
            face(
                .swift, listing.source(in: context.language), listing.file, listing.firstLine, listing.name,
                id: twin.map { _ in anchor + "-swift" })
        ]
        if let twin {
            faces.append(
                face(
                    .python, twin.source(in: context.language), twin.file, twin.piece.firstLine, listing.name,
                    id: anchor + "-python"))
        }
        let tabs = [SourceLanguage.swift, .python].map { language -> Slots in
            [
                "id": .text("\(anchor)-\(language.rawValue)"), "face": .text(language.rawValue),
                "name": .text(language.title),
            ]
        }
        return try context.fill(
            "code",
            [
                "anchor": .text(anchor),
                "twofold": twin == nil
                    ? .absent : .list([["label": .text(words[.code]), "tabs": .list(tabs)]]),
                "faces": .list(faces),
                "outputs": .list(
                    outputs.map {
                        [
                            "outputLabel": .html(words.marked(.output)),
                            "output": .text($0.text(in: context.format)),
                        ]
                    }),
            ])
    }

    /// The listing in one language.
    ///
    /// - Parameter id: names it where there is another one.
    private func face(
        _ language: SourceLanguage, _ source: String, _ file: String, _ firstLine: Int, _ name: String, id: String?
    ) -> Slots {
        let lines = CodeHighlighter.numberedLines(source, from: firstLine, as: language)
        let address = context.report.source.map { $0 + file + "#L\(firstLine)" }
        // What a fold hides must be worth the click.
        let shown = lines.count > Self.longestListing ? Self.foldedListing : lines.count
        let rest = lines.count - shown
        let title = id == nil ? "" : " (\(language.title))"
        return [
            "face": .text(language.rawValue), "id": id.map(Slot.text) ?? .absent,
            "name": id == nil ? .absent : .text(language.title),
            "label": .text("\(words[.code]): \(name)\(title)"), "file": .text(file),
            "lines": .text(words.lines(firstLine, firstLine + max(lines.count, 1) - 1)),
            "address": address.map(Slot.text) ?? .absent,
            "code": .html(lines.prefix(shown).joined(separator: "\n")),
            "rest": rest == 0
                ? .absent
                : .list([
                    [
                        "label": .html(words.marked(.moreLines, n: rest)),
                        "code": .html(lines.dropFirst(shown).joined(separator: "\n")),
                    ]
                ]),
            "copy": .text(words[.copy]), "copied": .text(words[.copied]),
        ]
    }

    /// Lines of code that stand unfolded.
    private static let longestListing = 24
    /// Lines of a longer listing that stand before its fold.
    private static let foldedListing = 14
}

extension SourceLanguage {
    /// What readers call it.
    var title: String { self == .swift ? "Swift" : "Python" }
}
