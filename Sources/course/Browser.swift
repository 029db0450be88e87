import Platform

/// The program that shows pages on this machine.
enum Browser {
    /// A page could not be shown.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Shows a page, and waits for no reader.
    ///
    /// - Throws: ``Failure`` where no program for it is found.
    static func open(_ page: URL) throws(Failure) {
        #if os(macOS)
            let programs = ["open"]
        #else
            // Of Windows, seen from its Linux; and of Linux desktops.
            let programs = ["wslview", "xdg-open"]
        #endif
        for program in programs where start(program, page.path) { return }
        throw Failure(
            description: "no program was found that opens pages (\(programs.joined(separator: ", "))); "
                + "open it yourself: \(page.absoluteString)")
    }

    /// Whether a program could be started. What it says goes nowhere: it may go on long after this one has ended.
    private static func start(_ program: String, _ argument: String) -> Bool {
        #if os(macOS)
            var actions: posix_spawn_file_actions_t?
        #else
            var actions = posix_spawn_file_actions_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
            posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
        }
        let words = [program, argument].map { (word: String) -> UnsafeMutablePointer<CChar>? in strdup(word) }
        defer { for word in words { free(word) } }
        var process = pid_t()
        return posix_spawnp(&process, program, &actions, nil, words + [nil], environ) == 0
    }
}
