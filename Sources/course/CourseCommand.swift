import ArgumentParser
import Notebook

/// The command line: it reads what people type, and leaves the work to the rooms below.
@main
struct CourseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "course",
        abstract: "A course on convolution that computes itself.",
        discussion: """
            Runs the lessons, trains their networks once, draws their figures, and writes a report in English and \
            Spanish that opens offline.

            Options come before environment variables, those before course.json, and that before the defaults.
            """,
        version: ProgramVersion.current,
        subcommands: [
            ReportCommand.self, LessonCommand.self, FiguresCommand.self, ListCommand.self, StatusCommand.self,
            TrainCommand.self,
        ])
}
