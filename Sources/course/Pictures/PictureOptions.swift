import ArgumentParser
import Imaging
import Platform
import Publishing

/// What every command that works on a picture asks for.
struct PictureOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp("The picture, a file: PNG, JPEG, WebP or HEIC.", valueName: "picture"), completion: .file())
    var picture: String

    @Flag(help: "Work on the picture's brightness (0.299 R + 0.587 G + 0.114 B), not on each of its colours.")
    var gray = false

    /// - Throws: `PictureError`, which names the file.
    func read() throws(PictureError) -> InputPicture { try InputPicture(picture, isGray: gray) }
}

/// Where the answers of an operation on a picture go.
struct AnswerOptions: ParsableArguments {
    @Option(
        name: [.short, .long],
        help: ArgumentHelp(
            "The PNG file to write. (default: the picture's name with what was done to it, in this folder)",
            valueName: "file"),
        completion: .file())
    var output: String?

    @Option(
        help: ArgumentHelp(
            "Also write the numbers, neither rounded nor clipped: a file that ends in .csv, or in .npy for NumPy. A picture "
                + "of sixteen bits is computed on 0 to 65535.", valueName: "file"),
        completion: .file())
    var values: String?

    @OptionGroup var writing: WritingOptions

    @Flag(help: "Print what was written as JSON.")
    var json = false

    func validate() throws {
        for (name, path) in [("--output", output), ("--values", values)] {
            if let path, path.isEmpty || path.hasSuffix("/") || path == "-" {
                throw ValidationError("\(name) takes the name of a file, not “\(path)”.")
            }
        }
        if let output, !output.lowercased().hasSuffix(".png") {
            throw ValidationError("--output writes a PNG; give it a name that ends in .png, not “\(output)”.")
        }
        if let values, !isCSV, !values.lowercased().hasSuffix(".npy") {
            throw ValidationError("--values takes a name that ends in .csv or .npy, not “\(values)”.")
        }
    }

    private var isCSV: Bool { values?.lowercased().hasSuffix(".csv") ?? false }

    /// Writes the picture and, where they were asked for, the numbers, and prints where they are.
    ///
    /// - Parameters:
    ///   - name: of the picture, where nobody gave one.
    ///   - source: the file that was read, which is never written to.
    ///   - make: computes the numbers, once it is known that they can be written.
    ///   - show: makes the picture of them.
    func write(
        defaultName name: String?, source: String, _ make: () throws -> Answers,
        show: (Answers) throws -> [UInt8]
    ) throws {
        let notes = UserCache(ProcessInfo.processInfo.environment).answers
        func file(_ path: String, _ kind: WrittenKind) -> AnswerFile {
            AnswerFile(path, kind, of: source, replacesAnything: writing.force, notes: notes)
        }
        let picture = (output ?? name).map { file($0, .figure) }
        let numbers = values.map { file($0, .data) }
        let original = URL(typed: source).resolvingSymlinksInPath().standardizedFileURL.path
        for file in [picture, numbers].compactMap({ $0 }) {
            guard file.url.resolvingSymlinksInPath().standardizedFileURL.path != original else {
                throw ValidationError("\(source) is the picture itself, and stays; name another file.")
            }
            try file.check()
        }
        let answers = try make()
        // Nothing is written before everything is there.
        let shown = picture == nil ? [] : try show(answers)
        try numbers?.write(isCSV ? Array(answers.csv.utf8) : answers.npy)
        try picture?.write(png: shown)
        let written = [picture, numbers].compactMap { $0 }.map { WrittenFile(kind: $0.kind, path: $0.url.path) }
        try Terminal.put(written, asJSON: json)
    }
}
