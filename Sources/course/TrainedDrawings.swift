import Lessons
import NeuralNetwork
import Notebook
import Platform
import Publishing

/// The figures of a network that was just trained, in a folder that somebody named.
struct TrainedDrawings {
    private let files: FigureFiles
    private let part: OutputPart

    /// - Throws: where they could not be written in the end, before anything is trained.
    init(into folder: String, _ options: FigureOptions, _ writing: WritingOptions, in workspace: Workspace) throws {
        files = workspace.figureFiles(try options.style(decimalMark: workspace.decimalMark, on: workspace.paper))
        part = OutputPart("figures", named: folder, replacesAnything: writing.force, in: workspace)
        try workspace.checkSettings(ofPart: folder)
        let files = files
        let names = Curriculum.trainedFigures.flatMap { files.possibleNames(of: $0, in: workspace.languages) }
        try part.check(names, from: [], in: workspace, needing: 1 << 20)
    }

    /// Draws all that the network has.
    ///
    /// - Returns: the files' paths.
    func draw(
        _ trained: TrainedModel, of training: Training, on tests: Examples, in workspace: Workspace
    ) throws -> [String] {
        let course = workspace.course
        let page = try workspace.curriculum.trainedPage(
            trained, of: training, course.settings.source(of: training.source).kind, on: tests,
            course.dataset(training.source).test,
            notices: course.settings.notices.filter { $0.concerns(training) }, threads: course.threads)
        let lock = try part.lock(of: workspace)
        defer { lock.release() }
        let paths = try part.write(page, with: files, for: workspace.languages) { $0.id }
        try part.finish()
        return paths
    }
}
