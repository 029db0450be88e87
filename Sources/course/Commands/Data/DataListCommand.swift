import ArgumentParser
import Datasets
import Downloads

/// `course data list`
struct DataListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Show where each file is, its SHA-256 and where it comes from; own data with their classes.",
        discussion: "Looks for the files and reads none; `course data verify` does.")

    @OptionGroup var options: DataOptions

    @OptionGroup var place: DataPlaceOptions

    func run() throws {
        let places = try place.places()
        let sets = try options.sets(places.shelf)
        try options.put(
            sets.flatMap { kind in
                let folder = places.folder(of: kind)
                return kind.files.map { file in
                    let location = folder.location(of: file)
                    return location == nil
                        ? DataFile(absent: file, near: places.near(file))
                        : DataFile(file, state: "present", path: location)
                }
            })
        guard !options.json else { return }
        for own in sets where !own.isPublished { try Terminal.put("\(own.summary)\n") }
    }
}
