/// A named stretch of a source file, between the marks `// snippet.NAME` and `// snippet.end`.
///
/// The marks are swift-docc's, so DocC can show the same stretches.
public struct Snippet: Equatable, Sendable {
    /// What the mark calls it.
    public let name: String
    /// The number of its first line in the file, from 1.
    public let firstLine: Int
    /// Its lines, joined by line feeds, their common indentation taken off.
    public let source: String
}

/// A mark that does not make sense, with its place.
public struct SnippetError: Error, Equatable, CustomStringConvertible {
    /// What is wrong with the mark.
    public enum Problem: Equatable, Sendable {
        case doubled(name: String, firstLine: Int)
        case nested(name: String, inside: String)
        case unclosed(name: String)
        case endWithoutStart
        case empty(name: String)
        case badName(String)
    }

    /// The file's name.
    public let file: String
    /// The line, from 1.
    public let line: Int
    /// What is wrong there.
    public let problem: Problem

    /// In the form that compilers and editors understand: file, line, error.
    public var description: String {
        "\(file):\(line): error: " + explanation
    }

    private var explanation: String {
        let sign = (file.hasSuffix(".py") ? SourceLanguage.python : .swift).marker
        return switch problem {
        case .doubled(let name, let firstLine):
            "snippet “\(name)” is here a second time, after line \(firstLine); give one of them another name"
        case .nested(let name, let inside):
            "snippet “\(name)” begins inside “\(inside)”; close that one first with \(sign) snippet.end"
        case .unclosed(let name):
            "snippet “\(name)” is never closed; write \(sign) snippet.end after its last line"
        case .endWithoutStart:
            "\(sign) snippet.end closes nothing; write \(sign) snippet.NAME before the stretch"
        case .empty(let name):
            "snippet “\(name)” holds no line"
        case .badName(let name):
            "“\(name)” is no name for a snippet: use lower-case letters, digits and hyphens"
        }
    }
}
