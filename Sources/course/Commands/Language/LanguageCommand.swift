import ArgumentParser

/// `course language`
struct LanguageCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "language",
        abstract: "The languages of the course, and a new one.",
        discussion: """
            A language is a set of files: how it writes numbers and lists, what pages and figures say in it, and the \
            lessons. What it lacks is shown in the language that it falls back to.
            """,
        subcommands: [LanguageListCommand.self, LanguageNewCommand.self])
}
