import Lessons
import Notebook
import Publishing

/// Something that figures are put into together, in the place of a picture each: slides, a page, films.
protocol FigureProduct {
    /// The files, as far as they are known before anything is drawn; each language may have one of its own.
    var planned: [WrittenFile] { get }

    /// Makes sure that the files can be written, before anything is computed for them.
    func check(_ selection: FigureSelection, from units: [any CourseUnit], in workspace: Workspace) throws

    /// Draws the figures and writes the files, each whole or not at all.
    ///
    /// - Returns: the files, and which figures are left out because they can't be drawn.
    func write(
        _ jobs: [FigureFiles.Job], in workspace: Workspace
    ) throws -> (written: [WrittenFile], failures: [CourseError])
}
