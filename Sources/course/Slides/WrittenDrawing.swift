import Figures
import Languages
import Publishing
import Storage

/// A figure's file that was written, or would be, as `--json` lists it.
struct WrittenDrawing: ListedFile, Sendable {
    let kind = WrittenKind.figure
    let figure: String
    let language: String?
    let theme: String
    let path: String
    let width: Int?
    let height: Int?
    /// What would be computed first; nil for what is drawn.
    let needs: [String]?

    init(
        _ drawing: FigureFiles.Drawing, of job: FigureFiles.Job, into part: OutputPart, writes: Bool
    ) throws(StorageError) {
        let (lesson, id) = (job.page.lesson.id, job.cell.id)
        let file = "\(lesson)/\(drawing.fileName(for: id))"
        if writes { try part.write(drawing.rendered.bytes, to: file) }
        figure = "\(lesson)/\(id)"
        language = drawing.language?.code
        theme = drawing.theme.id
        path = part.folder.appending(path: file).path
        width = drawing.width
        height = drawing.height
        needs = nil
    }

    /// A figure that can't be drawn yet.
    init(
        planned id: String, of lesson: String, _ language: Language, theme: Theme, format: FigureStyle.Format,
        needs: [String], into part: OutputPart
    ) {
        let name = FigureFiles.fileName(of: id, frame: nil, language, theme, format)
        (figure, self.language, self.theme) = ("\(lesson)/\(id)", language.code, theme.id)
        path = part.folder.appending(path: "\(lesson)/\(name)").path
        (width, height) = (nil, nil)
        self.needs = needs
    }
}
