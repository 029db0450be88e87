import ArgumentParser
import Datasets
import Notebook
import Storage

/// `course status`
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Show which results are stored, which are stale, and why.",
        discussion: "Looks at the settings of the last report unless options say otherwise. Computes nothing.")

    @OptionGroup var settings: SettingsOptions
    @OptionGroup var place: DocumentOptions

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let workspace = try Workspace(settings, fallback: .lastReport, curriculum: place.curriculum())
        let states = workspace.curriculum.unitStates(in: workspace.course.store, for: workspace.course.settings)
        if json {
            try Terminal.put(json: states)
            return
        }
        let run = workspace.course.settings
        let data = DatasetDescription.published.map { run.source(of: $0).plainLabel }.joined(separator: ", ")
        try Terminal.put("store  \(workspace.course.store.folder.path)\n")
        try Terminal.put("data   \(data), seed \(run.seed)\(run.isQuick ? ", quick" : "")\n")
        let rows = states.map { [$0.unit, $0.state.rawValue + ($0.reason.map { ": \($0)" } ?? "")] }
        for line in TextColumns.lines(rows) { try Terminal.put(line + "\n") }
    }
}
