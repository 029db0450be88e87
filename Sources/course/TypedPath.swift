import Platform

extension URL {
    /// A place as somebody wrote it: typed, or in a variable or `course.json`, where no shell reads it. `~/` in front is
    /// the home folder everywhere, as `HOME` has it; any other name is what it is, `~ana` too.
    ///
    /// - Parameter environment: what the surroundings say; `HOME` counts before the system's list of users, as it does
    ///   for a shell.
    init(
        typed path: String, directoryHint: DirectoryHint = .inferFromPath, relativeTo base: URL? = nil,
        in environment: [String: String] = ProcessInfo.processInfo.environment
    ) {
        self.init(filePath: Self.withoutTilde(path, environment), directoryHint: directoryHint, relativeTo: base)
    }

    private static func withoutTilde(_ path: String, _ environment: [String: String]) -> String {
        guard path.hasPrefix("~") else { return path }
        if path == "~" || path.hasPrefix("~/") { return UserCache.home(environment).path + path.dropFirst() }
        // Foundation would look another user up.
        return "./" + path
    }
}
