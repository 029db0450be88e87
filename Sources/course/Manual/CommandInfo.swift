/// A command as the argument parser describes it.
struct CommandInfo: Decodable {
    let commandName: String
    let shouldDisplay: Bool?
    let abstract: String?
    let discussion: String?
    let subcommands: [CommandInfo]?
    let arguments: [Argument]?

    /// What the parser's description of a whole program is.
    struct Tool: Decodable {
        let command: CommandInfo
    }

    /// An argument, an option or a flag.
    struct Argument: Decodable, Sendable {
        enum Kind: String, Decodable {
            case positional, option, flag
        }

        struct Name: Decodable {
            let kind: String
            let name: String

            /// As it is typed: `-o`, `--output`.
            var typed: String { kind == "long" ? "--\(name)" : "-\(name)" }
        }

        let kind: Kind
        let shouldDisplay: Bool
        let isOptional: Bool
        let isRepeating: Bool
        var names: [Name]?
        let valueName: String?
        let defaultValue: String?
        let abstract: String?
        let discussion: String?

        /// Whether it says the opposite of another flag: `--no-quick` after `--quick`.
        func isOpposite(of other: Argument) -> Bool {
            guard let name = names?.first?.name, let opposite = other.names?.last?.name else { return false }
            return kind == .flag && name == "no-\(opposite)" && abstract == other.abstract
        }

        /// The same option of two commands has the same names and says the same.
        var identity: String { [typedNames, valueName ?? "", abstract ?? ""].joined(separator: "\n") }

        /// All names as they are typed, the short one first.
        var typedNames: String {
            (names ?? []).map(\.typed).sorted { ($0.count, $0) < ($1.count, $1) }.joined(separator: ", ")
        }
    }

    /// What it takes, a flag and its opposite as one.
    var shownArguments: [Argument] {
        var shown: [Argument] = []
        for argument in arguments ?? [] where argument.shouldDisplay {
            if let last = shown.indices.last, argument.isOpposite(of: shown[last]) {
                shown[last].names = (shown[last].names ?? []) + (argument.names ?? [])
            } else {
                shown.append(argument)
            }
        }
        return shown
    }

    /// This command and those below it that do something, with their words: `bench train`.
    func leaves(below words: [String] = []) -> [(words: [String], command: CommandInfo)] {
        let shown = (subcommands ?? []).filter { $0.shouldDisplay ?? true && $0.commandName != "help" }
        guard !shown.isEmpty else { return [(words, self)] }
        return shown.flatMap { $0.leaves(below: words + [$0.commandName]) }
    }
}
