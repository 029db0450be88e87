import ArgumentParser
import Datasets
import Foundation
import Languages
import Lessons
import Notebook

/// Everything that a command works with, once options, environment, `course.json` and defaults are settled.
struct Workspace {
    let course: Course
    let curriculum: Curriculum
    let output: URL
    let languages: [Language]
    let decimalMark: DecimalMark?
    let terminal: Terminal

    /// Whether a setting that nobody named is taken from the last report, so that what it computed is shown
    /// rather than something else computed anew.
    enum Fallback {
        case defaults
        case lastReport
    }

    init(_ options: SettingsOptions, reader: ReaderOptions? = nil, output: String? = nil, fallback: Fallback) throws {
        let environment = ProcessInfo.processInfo.environment
        let here = URL(filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory)
        let file = try ConfigurationFile(in: here)
        func folder(_ typed: String?, _ variable: String?, _ configured: String?) -> URL? {
            let named = variable.flatMap { environment[$0] }.flatMap { $0.isEmpty ? nil : $0 }
            return (typed ?? named ?? configured).map {
                URL(filePath: $0, directoryHint: .isDirectory, relativeTo: here).absoluteURL
            }
        }

        let terminal = Terminal(environment: environment)
        let store = ResultStore(
            folder: folder(options.store, "COURSE_STORE", file.store) ?? Self.cacheFolder(environment))
        let last = fallback == .lastReport ? LastReport.read(from: store) : nil

        let dataFolder = folder(options.dataDir, "COURSE_DATA", file.dataDir)
        let (digits, garments): (DatasetSource, DatasetSource)
        if dataFolder == nil, let last {
            (digits, garments) = (last.digits, last.garments)
        } else {
            digits = try DatasetSource.resolve(.mnist, directory: dataFolder, seed: Self.drawingSeed)
            garments = Self.garments(in: dataFolder)
        }
        let settings = RunSettings(
            seed: options.seed ?? file.seed ?? last?.seed ?? RunSettings.defaultSeed,
            isQuick: options.quick ?? file.quick ?? last?.isQuick ?? false, digits: digits, garments: garments)

        course = Course(
            settings: settings, store: store,
            threads: options.threads ?? file.threads ?? ProcessInfo.processInfo.activeProcessorCount,
            reporter: terminal.reporter)
        curriculum = .course
        self.output = folder(output, nil, file.output) ?? here.appending(path: "Output", directoryHint: .isDirectory)
        languages = (reader?.lang ?? file.languages)?.languages ?? Language.allCases
        decimalMark = reader?.decimal ?? file.decimal
        self.terminal = terminal
    }

    /// The seed of the pictures that the program draws: one set for everyone.
    private static let drawingSeed: UInt64 = 1

    /// Fashion-MNIST where its four files are in the folder of that name; drawn garments elsewhere. Both data sets
    /// use the same file names, so files beside that folder are taken to be MNIST's.
    private static func garments(in dataFolder: URL?) -> DatasetSource {
        let kind = DatasetKind.fashionMNIST
        let own = dataFolder?.appending(path: kind.rawValue, directoryHint: .isDirectory)
        guard let own, DatasetFolder(own, of: kind).missingFiles.isEmpty else {
            return DatasetSource(kind, from: .drawn(seed: drawingSeed))
        }
        return DatasetSource(kind, from: .folder(own))
    }

    /// The user's cache folder: `XDG_CACHE_HOME` or `~/.cache` on Linux, `~/Library/Caches` on macOS.
    private static func cacheFolder(_ environment: [String: String]) -> URL {
        #if os(macOS)
            let caches = FileManager.default.homeDirectoryForCurrentUser.appending(path: "Library/Caches")
        #else
            let named = environment["XDG_CACHE_HOME"].flatMap { $0.hasPrefix("/") ? URL(filePath: $0) : nil }
            let caches = named ?? FileManager.default.homeDirectoryForCurrentUser.appending(path: ".cache")
        #endif
        return caches.appending(path: "convolution-course/store", directoryHint: .isDirectory)
    }
}
