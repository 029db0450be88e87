import ArgumentParser
import Platform
import Languages
import Lessons
import Notebook
import Publishing
import Storage

/// `course export --format ipynb`
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write lessons as Jupyter notebooks or Markdown.",
        discussion: """
            One file for each lesson and language, with the lesson's code, what it printed, and its figures; formulas \
            stay TeX. A notebook is in Python and runs from top to bottom; beside it lie the weights and the picture that \
            it reads. Nothing is trained where the last report has done so; what is not stored yet is computed, after \
            saying so.

            Example: course export edges cnn --format ipynb --lang es
            """)

    /// What lessons can become.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case ipynb, markdown
    }

    @Argument(help: .lessons("Which lessons; all of them where none is named."), completion: .lessons)
    var lessons: [String] = []

    @Option(
        help: ArgumentHelp("The kind of file: ipynb or markdown.", valueName: "kind"),
        completion: .list(Format.allCases.map(\.rawValue)), transform: { try chosen($0, "kind of file") })
    var format: Format

    @OptionGroup var settings: SettingsOptions
    @OptionGroup var reader: ReaderOptions
    @OptionGroup var naming: NamingOptions
    @OptionGroup var scene: SceneOptions
    @OptionGroup var computing: ComputingOptions

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("The folder to write. (default: Output/notebooks or Output/markdown)", valueName: "folder"),
        completion: .directory)
    var output: String?

    @OptionGroup var writing: WritingOptions

    @Flag(help: "Print what was written as JSON: an array of objects with kind and path.")
    var json = false

    func run() throws {
        let curriculum = try reader.place.curriculum()
        let indices = try curriculum.chosen(lessons.isEmpty ? curriculum.descriptions.map(\.id) : lessons)
        let materials = NotebookMaterials(
            format == .ipynb
                ? indices.compactMap { index in
                    curriculum.script(of: curriculum.lessons[index].id)
                } : [])
        let units = indices.flatMap { curriculum.lessons[$0].units } + materials.units
        let workspace = try Workspace(
            settings, reader: reader, naming: naming, scene: scene, output: output, fallback: .lastReport,
            reading: computing.storedOnly ? .stored(units) : .missing(units), curriculum: curriculum)
        try workspace.checkSettings(ofPart: output)
        let report = try workspace.publisher().report
        let exporter: any LessonExporter =
            switch format {
            case .ipynb: JupyterExporter(report, tools: curriculum.tools)
            case .markdown: MarkdownExporter(report)
            }
        let part = OutputPart(type(of: exporter).folder, named: output, replacesAnything: writing.force, in: workspace)
        let paths = indices.flatMap { index in
            workspace.languages.flatMap { language in
                exporter.possiblePaths(of: workspace.curriculum.descriptions[index], in: language)
            }
        }
        try part.check(paths + materials.paths, from: units, in: workspace, needing: 2 << 20)
        try workspace.announce(units, storedOnly: computing.storedOnly)
        let pages = try indices.map { try workspace.curriculum.page(at: $0, using: workspace.course) }
        let lock = try part.lock(of: workspace)
        defer { lock.release() }
        var written = try pages.flatMap { try write($0, with: exporter, into: part, of: workspace) }
        for (path, bytes) in try materials.files(using: workspace.course) {
            try part.write(bytes, to: path)
            written.append(path)
        }
        try part.finish()
        try Terminal.put(
            written: part.report, asJSON: json, otherwise: written.map { part.folder.appending(path: $0).path })
    }

    /// - Returns: the paths of what was written, in the folder.
    private func write(
        _ page: Page, with exporter: any LessonExporter, into part: OutputPart, of workspace: Workspace
    ) throws -> [String] {
        let style = FigureStyle(dpi: 144, decimalMark: workspace.decimalMark)
        let drawn = try workspace.figureFiles(style).draw(
            page.figures.map { .init($0, of: page) }, in: workspace.languages, threads: workspace.course.threads
        ) { job, figure in (job.cell.id, figure.drawings) }
        let drawings = Dictionary(uniqueKeysWithValues: drawn)
        var paths: [String] = []
        for language in workspace.languages {
            let files = try exporter.files(of: page, in: language) { figure in
                drawings[figure.id]?.first { $0.language == nil || $0.language == language }
                    .map { ExportedPicture($0, of: figure) }
            }
            for file in files {
                try part.write(file.bytes, to: file.path)
                paths.append(file.path)
            }
        }
        return paths
    }
}
