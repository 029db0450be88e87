import Figures
import Languages
import Lessons
import Notebook
import Platform
import Publishing
import Storage

/// Figures that move, as films: a file for each language, or one for all where nothing in it is words.
struct FigureFilms: FigureProduct {
    private let film: Film
    private let style: FigureStyle
    private let part: OutputPart
    private let languages: [Language]
    /// The names that the files may have.
    private let names: [String]

    /// None of the figures that were named moves.
    private struct Still: Error, CustomStringConvertible {
        let count: Int
        let format: FigureStyle.Format
        var description: String {
            (count == 1 ? "this figure does not move" : "none of these \(count) figures moves")
                + "; course figures '*' --format \(format.rawValue) draws all that do"
        }
    }

    /// - Throws: ``Child/Failure`` where this machine has no program that makes such files.
    init(
        _ style: FigureStyle, of selection: FigureSelection, output: String?, replacesAnything: Bool,
        in workspace: Workspace
    ) throws {
        film = try Film(style.format, in: ProcessInfo.processInfo.environment)
        var style = style
        (style.format, style.drawsFrames, style.drawsOnlyFrames) = (.png, true, true)
        self.style = style
        part = OutputPart("figures", named: output, replacesAnything: replacesAnything, in: workspace)
        let (languages, theme, format) = (workspace.languages, style.themes.first ?? .light, film.format)
        self.languages = languages
        names = selection.byLesson.flatMap { lesson, figures in
            figures.sorted().flatMap { figure in
                ([nil] + languages).map {
                    "\(lesson)/\(FigureFiles.fileName(of: figure, frame: nil, $0, theme, format))"
                }
            }
        }
    }

    /// Which of them move is known when they are drawn: each that may come to be.
    var planned: [WrittenFile] {
        names.map { WrittenFile(kind: .figure, path: part.folder.appending(path: $0).path) }
    }

    func check(_ selection: FigureSelection, from units: [any CourseUnit], in workspace: Workspace) throws {
        try part.check(names, from: units, in: workspace, needing: 8 << 20)
    }

    /// Draws the frames and writes the files, each whole or not at all. What does not move is left out.
    ///
    /// - Returns: the files, and what can't be drawn.
    /// - Throws: where nothing moves at all, or the program for films fails.
    func write(
        _ jobs: [FigureFiles.Job], in workspace: Workspace
    ) throws -> (written: [WrittenFile], failures: [CourseError]) {
        let lock = try part.lock(of: workspace)
        defer { lock.release() }
        let (drawn, failures) = try workspace.figureFiles(style).drawAll(
            jobs, in: languages, threads: workspace.course.threads
        ) { job, figure in (job, figure.drawings) }
        guard !failures.isEmpty || drawn.contains(where: { !$0.1.isEmpty }) else {
            throw Still(count: jobs.count, format: film.format)
        }
        var written: [WrittenFile] = []
        for (job, drawings) in drawn where !drawings.isEmpty {
            for (language, frames) in Self.films(of: drawings, for: languages) {
                guard Set(frames.map { [$0.rendered.width, $0.rendered.height] }).count == 1 else {
                    throw CourseError.figureFailed(
                        "\(job.page.lesson.id)/\(job.cell.id)",
                        reason: "its frames are not of one size; draw it without --fit, or with --frames")
                }
                let name = FigureFiles.fileName(
                    of: job.cell.id, frame: nil, language, style.themes.first ?? .light, film.format)
                let path = "\(job.page.lesson.id)/\(name)"
                try part.write(film.bytes(of: frames.map(\.rendered.bytes)), to: path)
                written.append(WrittenFile(kind: .figure, path: part.folder.appending(path: path).path))
            }
        }
        try part.finish()
        return (written, failures)
    }

    /// The frames in order for each language; once, where no frame differs between them.
    private static func films(
        of drawings: [FigureFiles.Drawing], for languages: [Language]
    ) -> [(language: Language?, frames: [FigureFiles.Drawing])] {
        guard drawings.contains(where: { $0.language != nil }) else { return [(nil, drawings)] }
        return languages.map { language in
            (language, drawings.filter { $0.language == nil || $0.language == language })
        }
    }
}
