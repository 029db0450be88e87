/// A formula that can't be read: which one, where, and what was meant perhaps.
public struct TeXError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What can be wrong.
    public enum Problem: Hashable, Sendable {
        case unknownCommand(String, nearMisses: [String])
        case unknownEnvironment(String, nearMisses: [String])
        case unexpected(String)
        case missingArgument(of: String)
        case unclosed(String)
        case doubleScript
        case notLetters(command: String)
        case tooDeep
        case empty
    }

    /// What is wrong.
    public let problem: Problem
    /// How many characters of the formula stand before the mistake.
    public let offset: Int
    /// The formula, without its dollar signs.
    public let formula: String

    /// What went wrong and where, in a sentence.
    public var description: String {
        "\(what) at character \(offset + 1) of the formula $\(formula)$"
    }

    private var what: String {
        switch problem {
        case .unknownCommand(let name, let near): "unknown TeX command \\\(name)" + suggestion(near.map { "\\" + $0 })
        case .unknownEnvironment(let name, let near): "unknown TeX environment \(name)" + suggestion(near)
        case .unexpected(let token): "unexpected \(token)"
        case .missingArgument(let command): "\(command) lacks its argument"
        case .unclosed(let opening): "\(opening) is never closed"
        case .doubleScript: "a second superscript or subscript on one base; write braces"
        case .notLetters(let command): "\(command) takes letters, digits and spaces only"
        case .tooDeep: "groups nested more than \(TeXParser.deepest) deep"
        case .empty: "nothing"
        }
    }

    private func suggestion(_ names: [String]) -> String {
        names.isEmpty ? "" : " (did you mean \(names.joined(separator: " or "))?)"
    }
}
