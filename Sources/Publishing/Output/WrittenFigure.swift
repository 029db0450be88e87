import Figures
import Platform
import Languages
import Notebook
import Storage

/// A figure's files below a report's folder.
struct WrittenFigure: Sendable {
    private let drawings: [(path: String, drawing: FigureFiles.Drawing)]
    private let dataPath: String?
    private let description: Localized
    private let table: FigureTable?
    /// The figure for a page that holds it inside.
    let embedded: [FigureFiles.Form: [Language: ThemedDrawing]]

    /// Writes pictures and numbers, each whole or not at all.
    ///
    /// - Parameter leading: the language of the columns' names.
    /// - Throws: `StorageError`.
    init(
        _ figure: FigureFiles.DrawnFigure, of job: FigureFiles.Job, in folder: ReportFolder,
        columnsIn leading: Language?
    ) throws {
        let (lesson, id) = (job.page.lesson.id, job.cell.id)
        drawings = figure.drawings.map { ("figures/\(lesson)/\($0.fileName(for: id))", $0) }
        embedded = figure.embedded
        let table = figure.table()
        let csv = leading.flatMap { table?.csv(in: $0) }
        dataPath = csv.map { _ in "data/\(lesson)/\(id).csv" }
        self.table = table
        description = figure.description
        var files = drawings.map { ($0.path, $0.drawing.rendered.bytes) }
        if let csv, let dataPath { files.append((dataPath, Array(csv.utf8))) }
        for (path, bytes) in files { try folder.write(bytes, to: path) }
    }

    /// What a page in a language shows.
    func file(for language: Language, dpi: Int) -> FigureFile? {
        guard let light = drawing(.light, .usual, language) else { return nil }
        func other(_ form: FigureFiles.Form) -> FigureFile.Form? {
            drawing(.light, form, language).map { path, rendered in
                FigureFile.Form(
                    path: path, width: rendered.width, height: rendered.height,
                    darkPath: drawing(.dark, form, language)?.path)
            }
        }
        return FigureFile(
            path: light.path, width: light.rendered.width, height: light.rendered.height, dpi: dpi,
            darkPath: drawing(.dark, .usual, language)?.path, phone: other(.phone),
            print: other(.print), emblem: other(.emblem), strip: other(.strip), dataPath: dataPath,
            description: description,
            table: table)
    }

    private func drawing(
        _ theme: Theme, _ form: FigureFiles.Form, _ language: Language
    ) -> (path: String, rendered: RenderedFigure)? {
        drawings.filter {
            $0.drawing.theme == theme && $0.drawing.form == form
                && ($0.drawing.language == nil || $0.drawing.language == language)
        }.min { $0.drawing.rendered.bytes.count < $1.drawing.rendered.bytes.count }.map {
            ($0.path, $0.drawing.rendered)
        }
    }
}
