import Platform

/// The user's cache folder: `XDG_CACHE_HOME` or `~/.cache` on Linux, `~/Library/Caches` on macOS.
struct UserCache {
    /// Where computed results are kept, unless another folder is named.
    let store: URL
    /// Where fetched data sets are kept.
    let data: URL
    /// Where it is noted which files of numbers were written.
    let answers: AnswerNotes

    init(_ environment: [String: String]) {
        let home = Self.home(environment)
        #if os(macOS)
            let caches = home.appending(path: "Library/Caches")
        #else
            let caches = Self.folder("XDG_CACHE_HOME", environment) ?? home.appending(path: ".cache")
        #endif
        let own = caches.appending(path: "convolution-course", directoryHint: .isDirectory)
        store = own.appending(path: "store", directoryHint: .isDirectory)
        data = own.appending(path: "data", directoryHint: .isDirectory)
        answers = AnswerNotes(folder: own.appending(path: "answers", directoryHint: .isDirectory))
    }

    /// The user's home folder: `HOME` before the system's list of users.
    static func home(_ environment: [String: String]) -> URL {
        folder("HOME", environment) ?? FileManager.default.homeDirectoryForCurrentUser
    }

    /// What a variable names; a relative path counts as none.
    private static func folder(_ variable: String, _ environment: [String: String]) -> URL? {
        environment[variable].flatMap { $0.hasPrefix("/") ? URL(filePath: $0) : nil }
    }
}
