import ArgumentParser
import Datasets
import Foundation
import Languages
import Lessons
import Notebook
import Storage

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
        let digits: DatasetSource
        if dataFolder == nil, let last {
            digits = last.digits
        } else {
            digits = try DatasetSource.resolve(.mnist, directory: dataFolder, seed: Self.drawingSeed)
        }
        let settings = RunSettings(
            seed: options.seed ?? file.seed ?? last?.seed ?? RunSettings.defaultSeed,
            isQuick: options.quick ?? file.quick ?? last?.isQuick ?? false, digits: digits)

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

    /// The seed of the digits that the program draws: one set of digits for everyone.
    private static let drawingSeed: UInt64 = 1

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

/// The settings of the last report, kept in the store: `course lesson` and `course figures` show its results
/// unless they are told otherwise.
struct LastReport: Codable {
    let seed: UInt64
    let isQuick: Bool
    /// The folder of the data, or `nil` where they were drawn.
    let dataFolder: String?
    let drawingSeed: UInt64?

    init(_ settings: RunSettings) {
        seed = settings.seed
        isQuick = settings.isQuick
        switch settings.digits.origin {
        case .folder(let url): (dataFolder, drawingSeed) = (url.path, nil)
        case .drawn(let seed): (dataFolder, drawingSeed) = (nil, seed)
        }
    }

    /// Not checked against the disk: stored results show without the data that they came from.
    var digits: DatasetSource {
        if let dataFolder {
            DatasetSource(.mnist, from: .folder(URL(filePath: dataFolder, directoryHint: .isDirectory)))
        } else {
            DatasetSource(.mnist, from: .drawn(seed: drawingSeed ?? 1))
        }
    }

    private static func location(in store: ResultStore) -> URL { store.folder.appending(path: "last-report.json") }

    /// `nil` where there was none, or where it can't be read: then the defaults hold.
    static func read(from store: ResultStore) -> LastReport? {
        guard let bytes = try? Files.read(location(in: store), limit: 1 << 16) else { return nil }
        return try? CanonicalJSON.decode(LastReport.self, from: bytes)
    }

    func write(to store: ResultStore) throws {
        try Files.write(CanonicalJSON.encode(self), to: Self.location(in: store))
    }
}
