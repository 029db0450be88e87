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
            ReportCommand.self, LessonCommand.self, PreviewCommand.self, LanguageCommand.self, FiguresCommand.self,
            ConvolveCommand.self, EdgesCommand.self, PoolCommand.self,
            ListCommand.self,
            StatusCommand.self,
            ExportCommand.self, TrainCommand.self, EvaluateCommand.self, ClassifyCommand.self, CheckCommand.self,
            BenchCommand.self,
            DataCommand.self, CleanCommand.self, DoctorCommand.self, PlanCommand.self, RunUnitCommand.self,
            VersionCommand.self, ManualCommand.self,
        ])

    /// Ends the program as the error says. Help is data, too: where it can't be printed, that is an error.
    private static func exit(saying error: any Error) -> Never {
        guard exitCode(for: error).isSuccess else { exit(withError: error) }
        do { try Terminal.put(fullMessage(for: error) + "\n") } catch { exit(withError: error) }
        exit()
    }

    /// Ends the program as an error of a command says that has begun to run: one of usage shows how that command is used.
    private static func exit(saying error: any Error, of command: any ParsableCommand) -> Never {
        guard error is ValidationError else { exit(saying: error) }
        let kind = type(of: command)
        let name = CommandWords.path(of: kind, below: self).joined(separator: " ")
        StandardStream.errors.write(
            """
            Error: \(message(for: error))
            Usage: \(usageString(for: kind))
              See '\(name) --help' for more information.

            """)
        exit(withError: exitCode(for: error))
    }

    static func main() {
        StandardStream.keepPlaces()
        StandardStream.surviveFileLimit()
        do { try CommandWords.check(CommandLine.arguments.dropFirst(), below: self) } catch { exit(withError: error) }
        let interruption = Interruption()
        interruption.watch()
        Interruption.$current.withValue(interruption) {
            var begun: (any ParsableCommand)?
            do {
                var command = try parseAsRoot()
                begun = command
                try command.run()
            } catch {
                // Whatever failed, failed because it was told to end.
                if interruption.isAsked { interruption.end() }
                if let begun { exit(saying: error, of: begun) }
                exit(saying: error)
            }
        }
    }
}
