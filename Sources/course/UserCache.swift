import Platform

/// The user's cache folder: `XDG_CACHE_HOME` or `~/.cache` on Linux, `~/Library/Caches` on macOS.
struct UserCache {
    /// Where computed results are kept, unless another folder is named.
    let store: URL
    /// Where fetched data sets are kept.
    let data: URL

    init(_ environment: [String: String]) {
        func named(_ variable: String) -> URL? {
            environment[variable].flatMap { $0.hasPrefix("/") ? URL(filePath: $0) : nil }
        }
        let home = named("HOME") ?? FileManager.default.homeDirectoryForCurrentUser
        #if os(macOS)
            let caches = home.appending(path: "Library/Caches")
        #else
            let caches = named("XDG_CACHE_HOME") ?? home.appending(path: ".cache")
        #endif
        let own = caches.appending(path: "convolution-course", directoryHint: .isDirectory)
        store = own.appending(path: "store", directoryHint: .isDirectory)
        data = own.appending(path: "data", directoryHint: .isDirectory)
    }
}
