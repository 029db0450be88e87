import ArgumentParser
import Languages

/// The words of a command line that name commands: `bench train`, `help data list`. The argument parser takes a slip
/// among them for a stray argument, and `help` of something that does not exist for help.
enum CommandWords {
    /// Finds the first word that should be a command's name and is not.
    ///
    /// - Parameter words: what was typed after the program's name.
    /// - Throws: `ValidationError` with the near misses.
    static func check(_ words: some Sequence<String>, below root: any ParsableCommand.Type) throws(ValidationError) {
        var here = root
        var path: [String] = []
        var isHelp = false
        for word in words {
            // Only `help` asks for what lies below a command without commands of its own.
            guard !word.hasPrefix("-"), isHelp || !here.configuration.subcommands.isEmpty else { return }
            if here == root, !isHelp, word == help {
                isHelp = true
                continue
            }
            guard let next = here.configuration.subcommands.first(where: { name(of: $0) == word }) else {
                throw slip(word, after: path, among: names(below: here) + (here == root && !isHelp ? [help] : []))
            }
            path.append(word)
            here = next
        }
    }

    /// The words by which a command is called: `course`, `data`, `fetch`.
    static func path(of command: any ParsableCommand.Type, below root: any ParsableCommand.Type) -> [String] {
        if command == root { return [name(of: root)] }
        for next in root.configuration.subcommands {
            let rest = path(of: command, below: next)
            if !rest.isEmpty { return [name(of: root)] + rest }
        }
        return []
    }

    private static let help = "help"

    private static func name(of command: any ParsableCommand.Type) -> String {
        command.configuration.commandName ?? ""
    }

    private static func names(below command: any ParsableCommand.Type) -> [String] {
        command.configuration.subcommands.filter { $0.configuration.shouldDisplay }.map { name(of: $0) }
    }

    private static func slip(_ word: String, after path: [String], among known: [String]) -> ValidationError {
        let parent = path.joined(separator: " ")
        guard !known.isEmpty else {
            return ValidationError(
                "\(parent) has no commands of its own, and so no “\(word)”; see course help \(parent).")
        }
        let list = known.sorted().joined(separator: ", ")
        return ValidationError(
            "there is no command “\((path + [word]).joined(separator: " "))”; "
                + NearMisses.hint(
                    for: word, in: known,
                    otherwise: path.isEmpty ? "the commands are \(list)" : "the commands of \(parent) are \(list)"))
    }
}
