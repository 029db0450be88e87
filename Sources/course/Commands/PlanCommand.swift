import ArgumentParser
import Platform
import Languages
import Lessons
import Notebook
import Storage

/// `course plan --format snakemake > Snakefile`
struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Write what there is to compute, and in which order, for a batch engine.",
        discussion: """
            Each unit is a training or a measurement; `course run-unit` computes one into a store, which many machines \
            may share. Afterwards `course report` with the same store trains nothing.

            Example: course plan --quick --store /shared/store --format snakemake > Snakefile && snakemake --jobs 8
            """)

    @OptionGroup var settings: SettingsOptions
    @OptionGroup var place: DocumentOptions

    @Option(
        help: ArgumentHelp("json, make or snakemake. (default: json)", valueName: "format"),
        completion: .list(Format.allCases.map(\.rawValue)), transform: { try chosen($0, "format") })
    var format = Format.json

    enum Format: String, CaseIterable {
        case json, make, snakemake
    }

    func run() throws {
        let curriculum = try place.curriculum()
        let workspace = try Workspace(
            settings, fallback: .defaults, reading: .missing(curriculum.units), curriculum: curriculum)
        let places = try Places()
        let text = PlanText(
            units: workspace.curriculum.plan(for: workspace.course.settings), store: workspace.course.store.folder.path,
            options: options(
                workspace.course.settings, data: try places.dataFolder(settings.dataDir), places.ownData(settings.data))
        )
        switch format {
        case .json: try Terminal.put(json: text.jobs)
        case .make: try Terminal.put(try text.make())
        case .snakemake: try Terminal.put(try text.snakemake())
        }
    }

    /// What every unit must be told, so that each machine computes the same thing. Data that are not there yet were
    /// fetched just now; nobody fetches them again.
    private func options(_ settings: RunSettings, data: URL?, _ own: String?) -> [String] {
        var options: [String] = ["--seed", String(settings.seed), settings.isQuick ? "--quick" : "--no-quick"]
        options.append("--offline")
        if let data { options += ["--data-dir", data.path] }
        if let own { options += ["--data", own] }
        if let folder = place.folder { options += ["--documents", folder.absoluteURL.path] }
        if let threads = self.settings.threads { options += ["--threads", String(threads)] }
        return options
    }
}

/// A plan in the languages of batch engines.
struct PlanText {
    let units: [PlannedUnit]
    let store: String
    let options: [String]

    struct Job: Encodable {
        let key: String
        let unit: String
        let needs: [String]
        let output: String
        let command: [String]
    }

    var jobs: [Job] {
        units.map { unit in
            Job(
                key: unit.key, unit: unit.unit, needs: unit.needs, output: "\(store)/\(unit.output)",
                command: ["course", "run-unit", unit.key, "--store", store] + options)
        }
    }

    /// A makefile; `make -j 8` computes everything. `COURSE` names the program.
    func make() throws -> String {
        try check("make", forbidden: " \t\n$#:%=\\")
        let outputs = outputsByKey
        let rules = jobs.map { job in
            let needs = job.needs.compactMap { outputs[$0] }.map { " " + $0 }.joined()
            let words = job.command.dropFirst().map { quoted($0).replacing("$", with: "$$") }
            return "\(job.output):\(needs)\n\t$(COURSE) \(words.joined(separator: " ")) >/dev/null\n"
        }
        return "COURSE ?= course\n\n.PHONY: all\nall: \(jobs.map(\.output).joined(separator: " "))\n\n"
            + rules.joined(separator: "\n")
    }

    /// A Snakefile. `--config course=PATH` names the program.
    func snakemake() throws -> String {
        try check("snakemake", forbidden: "\n{}")
        let outputs = outputsByKey
        let rules = jobs.map { job in
            let needs = job.needs.compactMap { outputs[$0] }.map { "        \(literal($0)),\n" }.joined()
            let words = job.command.dropFirst().map(quoted).joined(separator: " ")
            let name = job.unit.map { $0.isLetter || $0.isNumber ? String($0) : "_" }.joined()
            return "rule \(name):\n" + (needs.isEmpty ? "" : "    input:\n\(needs)")
                + "    output:\n        \(literal(job.output)),\n"
                + "    shell:\n        COURSE + \(literal(" " + words + " >/dev/null"))\n"
        }
        let all = jobs.map { "        \(literal($0.output)),\n" }.joined()
        return "import shlex\n\nCOURSE = shlex.quote(config.get(\"course\", \"course\"))\n\n"
            + "rule all:\n    input:\n\(all)\n" + rules.joined(separator: "\n")
    }

    private var outputsByKey: [String: String] {
        Dictionary(jobs.map { ($0.key, $0.output) }, uniquingKeysWith: { first, _ in first })
    }

    /// A word of the shell.
    private func quoted(_ word: String) -> String {
        let plain = word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-._/,=+@:".contains($0)) }
        return plain ? word : "'\(word.replacing("'", with: "'\\''"))'"
    }

    /// A string of Python.
    private func literal(_ text: String) -> String {
        "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    }

    private func check(_ engine: String, forbidden: String) throws {
        let paths = [store] + options
        if let path = paths.first(where: { path in path.contains { forbidden.contains($0) } }) {
            throw ValidationError("\(engine) can't have the path “\(path)”; choose a --store without such characters.")
        }
    }
}
