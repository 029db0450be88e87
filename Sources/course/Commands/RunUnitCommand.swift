import ArgumentParser
import Lessons
import Notebook

/// `course run-unit KEY --store DIR`
struct RunUnitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run-unit",
        abstract: "Compute one training or measurement into a store.",
        discussion: """
            Keys come from `course plan`, together with the options that they hold for. What is stored already is not \
            computed again, and what the unit needs is, if it is missing. Many may run at once on one store.
            """)

    @Argument(help: ArgumentHelp("The unit's key, or its name.", valueName: "key"), completion: .units)
    var key: String

    @OptionGroup var settings: SettingsOptions
    @OptionGroup var place: DocumentOptions

    func run() throws {
        let curriculum = try place.curriculum()
        let workspace = try Workspace(
            settings, fallback: .defaults, reading: .missing(curriculum.units), needsStore: true, curriculum: curriculum
        )
        let unit = try usage { () throws(CourseError) in
            try workspace.curriculum.unit(key, for: workspace.course.settings)
        }
        try workspace.course.compute(unit)
        try Terminal.put(workspace.course.store.location(of: unit.key(in: workspace.course.settings)).path + "\n")
    }
}

extension Course {
    /// Makes sure that a unit's value is in the store.
    fileprivate func compute(_ unit: any CourseUnit) throws { _ = try value(of: unit) }
}
