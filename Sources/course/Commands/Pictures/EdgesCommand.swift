import ArgumentParser
import Figures
import Imaging
import Languages
import Lessons
import Notebook
import Platform
import Publishing
import Storage

/// `course edges photo.png`
struct EdgesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edges",
        abstract: "Find the edges of a picture of yours.",
        discussion: """
            Writes the gradient's magnitude, its angle and Canny's edges, each as a picture of its own size and as a figure \
            with title and legend. Magnitude and angle are Sobel's of the picture's brightness; Canny smooths it first. \
            Thresholds are magnitudes: a step from black to white has about 1000.

            \(AnswerRule.sentence)

            The lesson on edges is another command: course lesson edges

            Example: course edges photo.png --low 20 --high 60 --output photo-edges
            """)

    // Optional, so that people who look for the lesson are led there.
    @Argument(
        help: ArgumentHelp("The picture, a file: PNG, JPEG, WebP or HEIC.", valueName: "picture"), completion: .file())
    var picture: String?

    @Option(parsing: .unconditional, help: ArgumentHelp("Above this a pixel is weak.", valueName: "magnitude"))
    var low: Float = 40

    @Option(parsing: .unconditional, help: ArgumentHelp("Above this a pixel is strong.", valueName: "magnitude"))
    var high: Float = 110

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Canny smooths with a bell of this deviation, up to 10; 0 does not smooth. (default: the kernel gaussian5)",
            valueName: "pixels"))
    var sigma: Float?

    @OptionGroup var threads: ThreadOptions

    @Option(
        name: [.short, .long],
        help: ArgumentHelp(
            "The folder to write. (default: the picture's name with -edges, in this folder)", valueName: "folder"),
        completion: .directory)
    var output: String?

    @OptionGroup var reader: ReaderOptions

    @OptionGroup var figures: FigureOptions

    @OptionGroup var writing: WritingOptions

    @Flag(help: "Print what was written as JSON.")
    var json = false

    func validate() throws {
        try figures.checkStill()
        guard picture != nil else {
            throw ValidationError(
                "course edges finds the edges of a picture of yours: course edges photo.png. The lesson on edges is "
                    + "course lesson edges.")
        }
        for (name, value) in [("--low", low), ("--high", high)] where !(0...10_000).contains(value) {
            throw ValidationError("\(name) takes a magnitude from 0 to 10000, not \(value).")
        }
        guard high >= low else { throw ValidationError("--low is \(low), over --high, which is \(high).") }
        if let sigma, !(0...10).contains(sigma) {
            throw ValidationError("--sigma takes a number from 0 to 10, not \(sigma).")
        }
    }

    func run() throws {
        guard let picture else { return }
        let languages = try reader.place.curriculum().languages
        let readers = try reader.lang?.chosen(among: languages) ?? languages.main
        let style = try figures.style(decimalMark: reader.decimal)
        try NoFonts.check()
        let input = try InputPicture(picture, isGray: true)
        let folder = ReportFolder(
            URL(typed: output ?? "\(input.stem)-edges", directoryHint: .isDirectory).absoluteURL,
            replacesAnything: writing.force)
        let lock = try FolderLock(folder.url, telling: Terminal(environment: ProcessInfo.processInfo.environment))
        defer { lock.release() }
        let found = FoundEdges(
            PictureEdges(
                of: input.picture, low: low, high: high, deviation: sigma, threads: threads.count))
        let files = try found.pictures(in: readers[0]) + found.figures(for: readers, in: style)
        let identity = PictureIdentity.of(picture, from: folder.url)
        folder.tell(pictures: Dictionary(files.map { ($0.name, identity) }, uniquingKeysWith: { first, _ in first }))
        try folder.check(files.map(\.name), isCostly: false)
        for file in files { try folder.write(file.bytes, to: file.name) }
        try folder.finish()
        try Terminal.put(
            written: folder, asJSON: json, otherwise: files.map { folder.url.appending(path: $0.name).path })
    }
}
