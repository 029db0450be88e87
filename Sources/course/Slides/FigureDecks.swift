import ArgumentParser
import Figures
import Languages
import Lessons
import Notebook
import Platform
import Publishing
import Storage

/// Figures as slides, a file for each language.
struct FigureDecks: FigureProduct {
    private let decks: [(language: Language, file: TypedFile)]
    private let shape: Deck.Shape
    private let style: FigureStyle

    /// - Parameters:
    ///   - path: what was typed; with several languages each file's name has its own before the ending.
    ///   - shape: how large slides are.
    ///   - style: what was asked for; the room under the headline is filled, and figures leave theirs out.
    init(
        _ path: String, shape: Deck.Shape, style: FigureStyle, replacesAnything: Bool, in workspace: Workspace
    ) {
        var style = style
        (style.box, style.hasTitles) = (shape.box, false)
        self.style = style
        self.shape = shape
        let stem = path.dropLast(Self.ending.count)
        decks = workspace.languages.map { language in
            let name = workspace.languages.count == 1 ? path : "\(stem).\(language.code)\(Self.ending)"
            return (
                language,
                TypedFile.sealed(
                    URL(typed: name).absoluteURL, option: "--deck", start: Array("PK".utf8),
                    replacesAnything: replacesAnything)
            )
        }
    }

    /// How the name of such a file ends.
    static let ending = ".pptx"

    var planned: [WrittenFile] { decks.map { WrittenFile(kind: .deck, path: $0.file.url.path) } }

    func check(_ selection: FigureSelection, from units: [any CourseUnit], in workspace: Workspace) throws {
        for deck in decks { try deck.file.check(needing: 8 << 20) }
    }

    /// No file is written where no figure can be read on a slide.
    func write(
        _ jobs: [FigureFiles.Job], in workspace: Workspace
    ) throws -> (written: [WrittenFile], failures: [CourseError]) {
        let publisher = try workspace.publisher()
        let (slides, failures) = try workspace.figureFiles(style).drawAll(
            jobs, in: decks.map(\.language), threads: workspace.course.threads
        ) { [languages = decks.map(\.language)] job, figure in
            try languages.map { language in try Self.slides(of: job, figure, in: language, publisher) }
        }
        guard !slides.isEmpty else { return ([], failures) }
        for (index, deck) in decks.enumerated() {
            let format = NumberFormat(deck.language)
            let file = Deck(
                title: workspace.naming.courseTitle.text(in: format), author: workspace.naming.author,
                language: deck.language, theme: style.themes.first ?? .light, shape: shape,
                slides: slides.flatMap { $0[index] }
            ).file()
            guard let file else { throw TooLarge() }
            try deck.file.write(file)
        }
        return (planned, failures)
    }

    private static func slides(
        of job: FigureFiles.Job, _ figure: FigureFiles.DrawnFigure, in language: Language, _ publisher: HTMLPublisher
    ) throws -> [Slide] {
        let drawings = figure.drawings.filter { $0.language == nil || $0.language == language }
        return try drawings.map { drawing in
            try publisher.slide(
                of: job.cell, on: job.page, in: language, drawing,
                frame: drawing.frame.map { ($0, drawings.count) })
        }
    }

    private struct TooLarge: Error, CustomStringConvertible {
        let description = "the slides take more than four gigabytes; name fewer figures, or fewer dots with --dpi"
    }
}
