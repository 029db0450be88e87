import Platform

/// A program that is started, waited for, and asked why it failed.
struct Child {
    /// The program's name, looked for as a shell does.
    let program: String

    /// A program that is not there, or that failed.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Where a program lies; nil where there is none of that name.
    static func path(of program: String, in environment: [String: String]) -> String? {
        (environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":").map { "\($0)/\(program)" }
            .first { access($0, X_OK) == 0 }
    }

    /// Runs the program to its end; it reads nothing, and what it prints goes nowhere.
    ///
    /// - Parameter complaints: the file that gets what it says of errors.
    /// - Throws: ``Failure`` with the end of that.
    func run(_ arguments: [String], complaints: URL) throws(Failure) {
        let (process, code) = start(arguments, complaints: complaints.path)
        guard code == 0 else {
            throw Failure(description: "\(program) could not be started: \(String(cString: strerror(code)))")
        }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        guard status != 0 else { return }
        let text = (try? Data(contentsOf: complaints)).map { String(decoding: $0, as: UTF8.self) } ?? ""
        let end = text.split(separator: "\n").suffix(2).joined(separator: " ").prefix(400)
        throw Failure(description: "\(program) failed" + (end.isEmpty ? "" : ": \(end)"))
    }

    /// Starts the program, and waits for nothing. It reads nothing, and what it prints goes nowhere.
    ///
    /// - Parameter complaints: the file that gets what it says of errors; by default they go nowhere as well.
    /// - Returns: its process, and an error's number or 0.
    func start(_ arguments: [String], complaints: String = "/dev/null") -> (process: pid_t, code: Int32) {
        #if os(macOS)
            var actions: posix_spawn_file_actions_t?
        #else
            var actions = posix_spawn_file_actions_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for descriptor in [STDIN_FILENO, STDOUT_FILENO] {
            posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
        }
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, complaints, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        let words = ([program] + arguments).map { (word: String) -> UnsafeMutablePointer<CChar>? in strdup(word) }
        defer { for word in words { free(word) } }
        var process = pid_t()
        let code = posix_spawnp(&process, program, &actions, nil, words + [nil], environ)
        return (process, code)
    }
}
