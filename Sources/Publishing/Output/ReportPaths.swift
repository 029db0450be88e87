import Languages
import Notebook

/// Where the files of a report may stand, known before anything is computed: more than there will be, since only drawing
/// tells whether a figure has words, and numbers behind it.
extension ReportWriter {
    /// The files of a lesson.
    public func possiblePaths(of lesson: LessonDescription) -> [String] {
        let pages = languages.flatMap { [$0.page(lesson.id), $0.searchIndex(of: lesson.id)] }
        let figures = lesson.figures.flatMap { figure in
            figureFiles.possibleNames(of: figure, in: languages).map { "figures/\(lesson.id)/\($0)" }
                + ["data/\(lesson.id)/\(figure).csv"]
        }
        return pages + figures + ["results/\(lesson.id).json"]
    }

    /// The files of a whole report.
    public var possiblePaths: [String] {
        let lists =
            languages.flatMap { ["index", TermLinker.page].map($0.page) }
            + languages.map { $0.searchIndex(of: TermLinker.page) }
        return ["index.html", "course.html", ReportTimings.name] + lists
            + publisher.report.lessons.flatMap(possiblePaths)
    }
}
