import ArgumentParser
import Documents
import Languages
import Lessons
import NeuralNetwork
import Notebook

/// What a run computes from, and where its results lie.
struct SettingsOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            The folder with the data sets: MNIST's four IDX files, plain or .gz, in it or in its folder mnist; \
            Fashion-MNIST's in its folder fashion-mnist. Torchvision's folders (MNIST/raw) serve as well. Or own data: a \
            folder of pictures for each class, IDX files under other names, and what else `course data import` reads.
            """,
            discussion: """
                Without it the data are taken from the user's cache folder, or fetched into it; where that is not \
                possible, the program draws digits and garments of its own, and labels them as drawn. \
                (default: COURSE_DATA)
                """,
            valueName: "folder"),
        completion: .directory)
    var dataDir: String?

    @Option(
        help: ArgumentHelp(
            """
            Own data in the place of MNIST, by the name that `course data import` gave them, in all lessons that read \
            digits. (default: mnist)
            """, valueName: "name"),
        completion: .ownData)
    var data: String?

    @Flag(
        inversion: .prefixedNo,
        help: "Open no connection: what is not there is drawn. (default: --no-offline, unless COURSE_OFFLINE is set)")
    var offline: Bool?

    @Option(help: .store, completion: .directory)
    var store: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Where every random stream begins. (default: \(RunSettings.defaultSeed))", valueName: "number"),
        transform: Self.seed)
    var seed: UInt64?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "How many threads compute, 1 to 256. No number depends on it. (default: as many as the machine runs at once)",
            valueName: "count"))
    var threads: Int?

    @Flag(
        inversion: .prefixedNo, help: "Train on a small budget, to see the whole course quickly. (default: --no-quick)")
    var quick: Bool?

    private static func seed(_ text: String) throws -> UInt64 {
        guard let seed = UInt64(text) else {
            throw ValidationError("--seed takes a whole number from 0 to \(UInt64.max), not \(text).")
        }
        return seed
    }

    func validate() throws {
        if let threads, !(1...256).contains(threads) {
            throw ValidationError("--threads takes a number from 1 to 256, not \(threads).")
        }
    }
}

/// For whom pages and figures are written.
struct ReaderOptions: ParsableArguments {
    @Option(
        help: .languages("The languages", default: true),
        completion: .languages, transform: LanguageList.init(typed:))
    var lang: LanguageList?

    @Option(
        help: ArgumentHelp("The decimal mark: point or comma. (default: each language's own)", valueName: "mark"),
        completion: .decimalMarks)
    var decimal: DecimalMark?

    @OptionGroup var place: DocumentOptions
}

extension DecimalMark: ExpressibleByArgument {}

extension LanguageList {
    /// Languages from the command line.
    init(typed text: String) { self.init(text) }

    /// The languages that are meant.
    ///
    /// - Throws: `ValidationError` for the first word of the command line that names none; ``Unknown`` for one of
    ///   `course.json`.
    func chosen(among known: LanguageSet) throws -> [Language] {
        do throws(Unknown) { return try languages(among: known.languages) } catch {
            throw place == nil ? ValidationError(error.description) : error
        }
    }
}

extension ArgumentHelp {
    /// Where results are kept, for every command that asks.
    static var store: ArgumentHelp {
        ArgumentHelp(
            "Where computed results are kept. (default: COURSE_STORE, else convolution-course/store in the cache folder)",
            valueName: "folder")
    }

    /// Languages by their codes: those that the program carries, the same as an error lists.
    ///
    /// - Parameters:
    ///   - what: what is asked for, the languages of something.
    ///   - hasDefault: whether all that are no region's variant are taken where nobody asks.
    static func languages(_ what: String, default hasDefault: Bool) -> ArgumentHelp {
        let known = try? Curriculum.carriedLanguages
        let codes = (known?.languages ?? []).map(\.code).joined(separator: ", ")
        let main = (known?.main ?? []).map(\.code).joined(separator: ",")
        return ArgumentHelp(
            "\(what), separated by commas: \(codes), and those that --documents adds."
                + (hasDefault ? " (default: \(main), and added ones)" : ""), valueName: "languages")
    }

    /// Lessons by their ids.
    ///
    /// - Parameter use: what is done with them, in a sentence.
    static func lessons(_ use: String) -> ArgumentHelp {
        ArgumentHelp(
            "\(use) The ids: \(Curriculum.ids.joined(separator: ", ")).", valueName: "lesson")
    }

    /// A network by its name.
    static func network(_ use: String) -> ArgumentHelp {
        ArgumentHelp("\(use): \(CourseModels.all.map(\.name).joined(separator: ", ")).", valueName: "network")
    }

    /// A network by its name, or by a file that describes it.
    static func networkOrFile(_ use: String) -> ArgumentHelp {
        ArgumentHelp(
            "\(use): \(CourseModels.all.map(\.name).joined(separator: ", ")), or a file such as net.json.",
            valueName: "network")
    }
}
