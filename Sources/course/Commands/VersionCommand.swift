import ArgumentParser
import CProcessor
import Datasets
import Drawing
import Imaging
import Notebook
import Platform
import Storage

/// `course version`
struct VersionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "version",
        abstract: "Print the version.",
        discussion: "With --json also what a report of a fault needs: processor, libraries and system.")

    @Flag(help: "Print JSON: version, level, libraries, system.")
    var json = false

    func run() throws {
        guard json else { return try Terminal.put(ProgramVersion.current + "\n") }
        try Terminal.put(json: About())
    }

    private struct About: Encodable {
        /// What the machine's processor has, and what this program was built for.
        struct Level: Encodable {
            let machine = String(cString: course_level_name(course_level_of_machine()))
            let build = String(cString: course_level_name(course_level_of_build()))
        }

        let version = ProgramVersion.current
        let level = Level()
        let libraries = Dictionary(uniqueKeysWithValues: Libraries.versions.map { ($0.name, $0.version) })
        let processor = Workspace.processor
        let system = ProcessInfo.processInfo.operatingSystemVersionString
    }
}

/// The libraries that this program runs with.
enum Libraries {
    /// Names as their makers write them, and the versions that are loaded.
    static var versions: [(name: String, version: String)] {
        [
            ("zlib", Gzip.libraryVersion), ("libpng", PNG.libraryVersion), ("GLib", SHA256.libraryVersion),
            ("Cairo", DrawingVersions.cairo), ("Pango", DrawingVersions.pango),
        ]
    }
}
