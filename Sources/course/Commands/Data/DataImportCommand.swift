import ArgumentParser
import Datasets
import Platform

/// `course data import photos --as cats`
struct DataImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Make a data set from your own pictures, for lessons and networks.",
        discussion: """
            What is read: a folder for each class with pictures in it, by itself or in train and test; IDX files of any \
            shape and count (MNIST's form: KMNIST, EMNIST), with the classes' names in classes.txt, a line for each, or in \
            EMNIST's mapping; CIFAR-10's binary form; QuickDraw's .npy, a file for each class. classes.json may say what \
            classes are called in each language: {"cat": {"en": "cat", "es": "gato"}}.

            Classes that are folders or .npy files stand in the order of their names, the same on every machine: a number \
            in a name is a number (a2 before a10), capitals and accents count only between names that differ in nothing \
            else. Labels of other forms keep the order of their numbers.

            Every class needs at least \(OwnDataError.fewest) pictures to learn from and one for the test. All pictures get \
            one size, \(OwnDataError.sides.lowerBound) to \(OwnDataError.sides.upperBound) pixels a side, in proportion: of a \
            longer side the middle is taken. The data are written whole or not at all; data of that name which hold the \
            same stay as they are.

            Example: course data import photos --as cats --size 32x32, then course report --quick --data cats
            """)

    @Argument(help: ArgumentHelp("The folder with the pictures.", valueName: "folder"), completion: .directory)
    var folder: String

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("What the data are to be called: letters, digits, “-”, “_” and “.”.", valueName: "name"))
    var name: String

    @Option(
        help: ArgumentHelp(
            "The size of all pictures. (default: their own where all have the same, up to 64x64; else 28x28)",
            valueName: "WIDTHxHEIGHT"),
        transform: DataImportCommand.size)
    var size: ImportOptions.Size?

    @Flag(help: "Turn colours into greys.")
    var gray = false

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "The share of each class that is kept for the test, where the data have no test part. (default: 0.2)",
            valueName: "share"))
    var testShare: Double?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Chooses which pictures those are. (default: 1)", valueName: "number"))
    var seed: UInt64?

    @Flag(
        inversion: .prefixedNo,
        help: "Swap rows and columns of IDX files. (default: where a file's name says EMNIST)")
    var transpose: Bool?

    @Flag(help: "Replace data of this name.")
    var force = false

    @Flag(help: "Print JSON.")
    var json = false

    private static func size(_ text: String) throws -> ImportOptions.Size {
        let sides = text.lowercased().split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
        let range = OwnDataError.sides
        guard sides.count == 2, let width = sides[0], let height = sides[1], range.contains(width),
            range.contains(height)
        else {
            throw ValidationError(
                "--size takes width and height, each from \(range.lowerBound) to \(range.upperBound), such as 28x28, not "
                    + "\(text).")
        }
        return ImportOptions.Size(width: width, height: height)
    }

    func validate() throws {
        do throws(OwnDataError) { try OwnShelf.check(name) } catch { throw ValidationError(error.description) }
        if let testShare, !(testShare > 0 && testShare < 1) {
            throw ValidationError("--test-share takes a number between 0 and 1, such as 0.2, not \(testShare).")
        }
        if folder.isEmpty { throw ValidationError("A folder's name is empty. “.” is this folder.") }
    }

    func run() throws {
        let places = try Places()
        let terminal = Terminal(environment: places.environment)
        let url = URL(typed: folder, directoryHint: .isDirectory, relativeTo: places.here).absoluteURL
        let options = ImportOptions(
            size: size, isGray: gray, testShare: testShare ?? ImportOptions.usualTestShare, seed: seed ?? 1,
            transposes: transpose)
        let shelf = OwnShelf(folder: places.cache.data)
        // What an earlier version sorted otherwise stays as it is.
        let earlier = force || !shelf.names.contains(name) ? nil : try? shelf.data(name)
        let set = try OwnSet(
            reading: url, as: name, options, keeping: earlier?.classes ?? [],
            threads: ProcessInfo.processInfo.activeProcessorCount)
        let place = try shelf.put(set, replacing: force)
        for note in set.notes { terminal.say(note) }
        let data = set.description
        if json {
            try Terminal.put(json: Imported(data, place))
        } else {
            try Terminal.put(
                "\(data.summary)\nIn \(place.path). To see the course on them: course report --data \(name)\n")
        }
    }

    private struct Imported: Encodable {
        let name: String
        let path: String
        let width: Int
        let height: Int
        let channels: Int
        let classes: [String]
        let train: Int
        let test: Int

        init(_ data: DatasetDescription, _ place: URL) {
            (name, path) = (data.id, place.path)
            (width, height, channels) = (data.columns, data.rows, data.channels)
            (classes, train, test) = (data.classes.map(\.plain), data.trainCount, data.testCount)
        }
    }
}

extension DatasetDescription {
    /// Own data in a line: what is in them, and of what form.
    var summary: String {
        "\(id)  own data: \(classes.count) classes (\(classes.map(\.plain).joined(separator: ", "))), \(columns) x \(rows) "
            + "\(channels == 1 ? "grey" : "in colour"), \(trainCount) pictures to learn from and \(testCount) for the test"
    }
}
