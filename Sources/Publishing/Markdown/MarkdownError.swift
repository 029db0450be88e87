/// Prose that can't be put on a page: what is wrong, and with which words.
public enum MarkdownError: Error, Hashable, Sendable, CustomStringConvertible {
    case image(String)
    case strayDollar(near: String)
    case strayTable(String)
    case headingNotAllowed(String)
    case notOneLine(String)
    case link(String, reason: String)
    case unknownAnchor(String, nearMisses: [String])
    case unknownLesson(String, nearMisses: [String])
    case linkWithoutText(String)
    case tooDeep(levels: Int)
    case parserFailed(code: Int)

    /// What went wrong and where, in a sentence.
    public var description: String {
        switch self {
        case .image(let text): "prose holds no images (\(text)); append a figure"
        case .strayDollar(let near):
            "a dollar sign that neither opens nor closes mathematics, near “\(near)”; write \\$ for the sign itself, "
                + "and leave no letter or digit directly beside the dollars of a formula"
        case .strayTable(let line):
            "a line of bars that is no table: \(line); the line under the head needs three dashes a column"
        case .headingNotAllowed(let text): "no heading can stand here: \(text)"
        case .notOneLine(let text): "one line of text is wanted here, not “\(text)”"
        case .link(let target, let reason): "the link to \(target) \(reason)"
        case .unknownAnchor(let name, let near): "nothing on the page is called #\(name)" + Self.suggestion(near)
        case .unknownLesson(let name, let near): "no lesson is called \(name)" + Self.suggestion(near)
        case .linkWithoutText(let target): "the link to \(target) needs a text"
        case .tooDeep(let levels): "lists, quotations and emphasis within one another, more than \(levels) deep"
        case .parserFailed(let code): "md4c gave up with code \(code)"
        }
    }

    private static func suggestion(_ names: [String]) -> String {
        names.isEmpty ? "" : " (did you mean \(names.joined(separator: " or "))?)"
    }
}
