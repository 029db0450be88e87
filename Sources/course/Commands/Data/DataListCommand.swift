import ArgumentParser
import Datasets
import Downloads

/// `course data list`
struct DataListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Show where each file is, its SHA-256 and where it comes from.",
        discussion: "Looks for the files and reads none; `course data verify` does.")

    @OptionGroup var options: DataOptions

    @OptionGroup var place: DataPlaceOptions

    func run() throws {
        let places = try place.places()
        try options.put(
            options.kinds.flatMap { kind in
                let folder = places.folder(of: kind)
                return kind.files.map { file in
                    let location = folder.location(of: file)
                    return location == nil
                        ? DataFile(absent: file, near: places.near(file))
                        : DataFile(file, state: "present", path: location)
                }
            })
    }
}
