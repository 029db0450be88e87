import ArgumentParser
import Storage

/// `course doctor`
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Check everything that a report needs, and say what to do about each problem.",
        discussion:
            "Reads and verifies the data, opens no connection, changes nothing. Exit 1 where there is a problem.")

    @OptionGroup var settings: SettingsOptions

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("The folder that a report would go to. (default: Output)", valueName: "folder"),
        completion: .directory)
    var output: String?

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let diagnoses = Doctor(workspace: try Workspace(settings, output: output, fallback: .lastReport)).diagnoses
        if json {
            try Terminal.put(json: diagnoses)
        } else {
            let width = diagnoses.map(\.subject.count).max() ?? 0
            for diagnosis in diagnoses {
                let sign = ["good": " ", "warning": "?", "problem": "!"][diagnosis.state.rawValue] ?? " "
                try Terminal.put("\(sign) \(diagnosis.subject.left(width))  \(diagnosis.finding)\n")
                if let advice = diagnosis.advice {
                    try Terminal.put("  \(String(repeating: " ", count: width))  → \(advice)\n")
                }
            }
        }
        if diagnoses.contains(where: { $0.state == .problem }) { throw ExitCode.failure }
    }
}
