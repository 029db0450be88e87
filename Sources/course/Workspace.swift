import ArgumentParser
import Datasets
import Figures
import Platform
import Languages
import Lessons
import Notebook

/// Everything that a command works with, once options, environment, `course.json` and defaults are settled.
struct Workspace {
    let course: Course
    let curriculum: Curriculum
    let output: URL
    let languages: [Language]
    /// The languages that somebody asked for, if anybody did.
    private let asked: LanguageList?
    let decimalMark: DecimalMark?
    /// What figures are drawn on where nobody typed it.
    let paper: Paper?
    let naming: Naming
    let terminal: Terminal
    let dataSources: DataSources
    /// The file of the picture that stands in the place of the course's own; nil where that is shown.
    let picturePath: String?
    /// Whether the command shows the course's picture, and takes another in its place.
    let showsPicture: Bool

    /// What is said when the program is told to end.
    static let farewell = "Interrupted. What was computed is kept; the same command resumes there."

    /// Whether a setting that nobody named is taken from the last report, so that what it computed is shown
    /// rather than something else computed anew.
    enum Fallback {
        case defaults
        case lastReport
    }

    /// - Parameters:
    ///   - reading: what the command is about to compute; only what that reads is fetched.
    ///   - curriculum: what was read of the documents already; by default they are read where the reader's options say.
    ///   - needsStore: whether the command is in vain where results can't be kept.
    init(
        _ options: SettingsOptions, reader: ReaderOptions? = nil, naming: NamingOptions? = nil,
        scene: SceneOptions? = nil, output: String? = nil,
        fallback: Fallback, reading: DataSources.Reading = .nothing, needsStore: Bool = false,
        curriculum: Curriculum? = nil
    ) throws {
        let places = try Places()
        let file = places.file
        let terminal = Terminal(environment: places.environment)
        let store = ResultStore(folder: try places.store(options.store))
        let last = fallback == .lastReport ? LastReport.read(from: store, telling: terminal.reporter) : nil

        let dataFolder = try places.dataFolder(options.dataDir)
        dataSources = DataSources(places, isOffline: places.isOffline(options.offline), terminal: terminal)
        let ownData = places.ownData(options.data)
        let isAsBefore = dataFolder == nil && ownData == nil && options.data == nil && last != nil
        let seed = options.seed ?? file.seed ?? last?.seed ?? RunSettings.defaultSeed
        let threads = options.threads ?? file.threads ?? ProcessInfo.processInfo.activeProcessorCount
        let found = try dataSources.found(
            in: dataFolder, own: ownData, seed: seed, threads: threads, for: reading)
        var wanted = RunSettings(
            seed: seed,
            isQuick: options.quick ?? file.quick ?? last?.isQuick ?? false,
            digits: isAsBefore ? last?.digits ?? found.digits : found.digits,
            garments: isAsBefore ? last?.garments ?? found.garments : found.garments)
        let picture = try scene.flatMap { try Self.scene($0.image, in: places, last: last, telling: terminal) }
        wanted.picture = picture?.scene
        picturePath = picture?.path
        showsPicture = scene != nil
        let settings = dataSources.ready(
            wanted, for: reading, in: store, chosen: isAsBefore ? Set(DatasetDescription.published) : [])

        course = Course(
            settings: settings, store: store,
            threads: threads,
            reporter: terminal.reporter, needsStore: needsStore,
            isCancelled: { [current = Interruption.current] in current?.isAsked ?? false })
        Interruption.current?.end {
            terminal.say(Self.farewell)
        }
        self.curriculum = try curriculum ?? reader?.place.curriculum() ?? .course
        self.output = try places.output(output)
        asked = reader?.lang ?? file.languages
        languages = try asked?.chosen(among: self.curriculum.languages) ?? self.curriculum.languages.main
        decimalMark = reader?.decimal ?? file.decimal
        paper = file.paper
        self.naming = Naming(naming, file: file, last: last?.naming)
        self.terminal = terminal
    }

    /// The languages of the readers, as a curriculum has them that was read since.
    func languages(of curriculum: Curriculum) throws -> [Language] {
        try asked?.chosen(among: curriculum.languages) ?? curriculum.languages.main
    }
}
