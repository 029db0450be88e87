import Figures
import Languages
import Lessons
import Notebook
import Publishing
import Storage

/// All figures on one page for each language, in a folder that takes note of them.
struct FigureGallery: FigureProduct {
    private let style: FigureStyle
    private let part: OutputPart
    private let languages: [Language]

    /// Pixels per inch of the small pictures: a figure as wide as the reading column has 450.
    private static let dpi = 72

    init(_ style: FigureStyle, output: String?, replacesAnything: Bool, in workspace: Workspace) {
        var style = style
        // Titles stand over the pictures.
        (style.dpi, style.hasTitles) = (Self.dpi, false)
        self.style = style
        part = OutputPart("figures", named: output, replacesAnything: replacesAnything, in: workspace)
        languages = workspace.languages
    }

    var planned: [WrittenFile] {
        languages.map {
            WrittenFile(kind: .page, path: part.folder.appending(path: GalleryPage.fileName(in: $0)).path)
        }
    }

    func check(_ selection: FigureSelection, from units: [any CourseUnit], in workspace: Workspace) throws {
        try part.check(languages.map(GalleryPage.fileName), from: units, in: workspace, needing: 8 << 20)
    }

    func write(
        _ jobs: [FigureFiles.Job], in workspace: Workspace
    ) throws -> (written: [WrittenFile], failures: [CourseError]) {
        let publisher = try workspace.publisher()
        let lock = try part.lock(of: workspace)
        defer { lock.release() }
        let (drawn, failures) = try workspace.figureFiles(style).drawAll(
            jobs, in: languages, threads: workspace.course.threads
        ) { job, figure in (job, figure.drawings) }
        for language in languages {
            let entries = drawn.compactMap { job, drawings in
                drawings.first { $0.language == nil || $0.language == language }
                    .map { GalleryPage.Entry(job.cell, of: job.page, $0) }
            }
            let page = try publisher.gallery(
                of: entries, in: language, beside: languages.filter { $0 != language })
            try part.write(page.bytes, to: page.path)
        }
        try part.finish()
        return (planned, failures)
    }
}
