import ArgumentParser
import Datasets
import Downloads

/// `course data fetch`
struct DataFetchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fetch", abstract: "Fetch what is missing from the cache folder, or damaged in it.",
        discussion: """
            Mirrors are tried in order, over HTTPS alone; an interrupted transfer resumes, also in a later run. \
            Only files with the published SHA-256 are kept; others are set aside.
            """)

    @OptionGroup var options: DataOptions

    func run() throws {
        let places = try Places()
        guard !places.isOffline(nil) else {
            throw ValidationError("course data fetch needs a connection, and COURSE_OFFLINE or course.json forbids it.")
        }
        let terminal = Terminal(environment: places.environment)
        let sources = DataSources(places, isOffline: false, terminal: terminal)
        let kinds = try options.published()
        let failures = sources.fetch(kinds)
        for kind in kinds {
            if let error = failures[kind] { terminal.warn("\(error)") }
        }
        try options.put(
            kinds.flatMap { kind in
                kind.files.map { file in
                    let location = sources.cache.folder(of: kind).location(of: file)
                    return DataFile(file, state: location == nil ? "absent" : "verified", path: location)
                }
            })
        if !failures.isEmpty { throw ExitCode.failure }
    }
}
