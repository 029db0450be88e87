import ArgumentParser

/// `course manual`, for those who install the program.
struct ManualCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manual",
        abstract: "Print the manual page, in the language of man.",
        discussion: "Example: course manual > course.1 && man ./course.1",
        shouldDisplay: false)

    func run() throws { try Terminal.put(try ManualPage(CourseCommand._dumpHelp()).text) }
}
