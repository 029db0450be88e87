import ArgumentParser
import Languages

/// What a run computes from, and where its results lie.
struct SettingsOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            The folder with the data sets: MNIST's four IDX files, plain or .gz, in it or in its folder mnist; \
            Fashion-MNIST's in its folder fashion-mnist. Torchvision's folders (MNIST/raw) serve as well.
            """,
            discussion: """
                Without it the data are taken from the user's cache folder, or fetched into it; where that is not \
                possible, the program draws digits and garments of its own, and labels them as drawn.
                """,
            valueName: "folder"))
    var dataDir: String?

    @Flag(inversion: .prefixedNo, help: "Open no connection: what is not there is drawn.")
    var offline: Bool?

    @Option(help: ArgumentHelp("Where computed results are kept.", valueName: "folder"))
    var store: String?

    @Option(help: ArgumentHelp("Where every random stream begins.", valueName: "number"))
    var seed: UInt64?

    @Option(help: ArgumentHelp("How many threads compute. No number depends on it.", valueName: "count"))
    var threads: Int?

    @Flag(inversion: .prefixedNo, help: "Train on a small budget, to see the whole course quickly.")
    var quick: Bool?

    func validate() throws {
        if let threads, !(1...256).contains(threads) {
            throw ValidationError("--threads takes a number from 1 to 256, not \(threads).")
        }
    }
}

/// For whom pages and figures are written.
struct ReaderOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The languages, separated by commas: en, es.", valueName: "languages"),
        transform: LanguageList.init(typed:))
    var lang: LanguageList?

    @Option(help: ArgumentHelp("The decimal mark: point or comma. By default the language's own.", valueName: "mark"))
    var decimal: DecimalMark?
}

extension DecimalMark: ExpressibleByArgument {}

extension LanguageList {
    /// Languages from the command line.
    init(typed text: String) throws {
        do { self = try LanguageList(text) } catch { throw ValidationError(error.description) }
    }
}
