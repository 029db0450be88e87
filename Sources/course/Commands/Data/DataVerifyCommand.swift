import ArgumentParser
import Datasets
import Downloads
import Platform
import Threads

/// `course data verify`
struct DataVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Read every file and compare it with the published SHA-256.",
        discussion: "Changes nothing. The exit status is 1 unless every file is there and right.")

    @OptionGroup var options: DataOptions

    @OptionGroup var place: DataPlaceOptions

    func run() throws {
        let places = try place.places()
        let files = try options.sets(places.shelf).flatMap(\.files)
        let states = Parallel.map(files.count, threads: ProcessInfo.processInfo.activeProcessorCount) { number in
            let file = files[number]
            let folder = places.folder(of: file.kind)
            guard let location = folder.location(of: file) else {
                return DataFile(absent: file, near: places.near(file))
            }
            do {
                try folder.verify(file)
                return DataFile(file, state: "verified", path: location)
            } catch {
                return DataFile(file, state: "damaged", path: location, problem: "\(error)")
            }
        }
        try options.put(states)
        if !states.allSatisfy({ $0.state == "verified" }) { throw ExitCode.failure }
    }
}
