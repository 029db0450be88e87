import Platform
import Languages

/// A text of a lesson as it stands in its source, in both languages.
///
/// Read from the source and not from a page, it is the same whatever a run computes: sentences for every outcome are
/// there, and numbers of a run are placeholders, `{}`.
public struct SourceText: Hashable, Sendable {
    /// The file's path below `Lessons`.
    public let file: String
    /// The line where the text begins, from 1.
    public let line: Int
    /// The English text; `nil` where both languages share one.
    public let en: String?
    /// The Spanish text, or the one that both languages share.
    public let es: String
    /// Where the Spanish text stands, if that is another file.
    var spanishPlace: String?

    /// The id of the lesson whose folder holds it: `edges`.
    public var lesson: String { file.split(separator: "/").first.map { $0.lowercased() } ?? "" }

    /// File and line, as editors understand them.
    public var place: String { "\(file):\(line)" }
}

extension SourceText {
    /// The texts of a source file: arguments named `en` and `es`, those that both languages share, and what a page says
    /// that its code printed.
    public static func texts(in source: String, file: String) -> [SourceText] {
        let tokens = SourceScanner(source).tokens
        var texts: [SourceText] = []
        for index in tokens.indices {
            func isLabel(_ name: String, at place: Int) -> Bool {
                place + 1 < tokens.count && tokens[place].token == .word(name) && tokens[place + 1].token == .mark(":")
            }
            if isLabel("en", at: index) {
                let english = argument(tokens, from: index + 2)
                guard tokens.indices.contains(english.end), tokens[english.end].token == .mark(","),
                    isLabel("es", at: english.end + 1)
                else { continue }
                let spanish = argument(tokens, from: english.end + 3)
                guard let en = english.text, let es = spanish.text else { continue }
                texts.append(SourceText(file: file, line: tokens[index].line, en: en, es: es))
            } else if isLabel("both", at: index), let text = argument(tokens, from: index + 2).text {
                texts.append(SourceText(file: file, line: tokens[index].line, en: nil, es: text))
            } else if tokens[index].token == .word("output"), index + 1 < tokens.count,
                tokens[index + 1].token == .mark("("), let text = argument(tokens, from: index + 2).text
            {
                texts.append(SourceText(file: file, line: tokens[index].line, en: nil, es: text))
            }
        }
        return texts
    }

    /// The literals of an argument, and the place of the comma or bracket behind it.
    private static func argument(
        _ tokens: [(token: SourceScanner.Token, line: Int)], from start: Int
    ) -> (text: String?, end: Int) {
        var depth = 0
        var literals: [String] = []
        var index = start
        while index < tokens.count {
            switch tokens[index].token {
            case .mark(let mark) where "([{".contains(mark): depth += 1
            case .mark(let mark) where ")]}".contains(mark):
                if depth == 0 { return (literals.isEmpty ? nil : literals.joined(separator: " | "), index) }
                depth -= 1
            case .mark(",") where depth == 0:
                return (literals.isEmpty ? nil : literals.joined(separator: " | "), index)
            case .literal(let text) where depth == 0: literals.append(text)
            default: break
            }
            index += 1
        }
        return (nil, index)
    }

    /// The texts of all Swift files below a folder, by file and line.
    ///
    /// - Throws: where a file can't be read.
    public static func texts(below folder: URL) throws -> [SourceText] {
        let paths = ((try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? [])
            .filter { $0.hasSuffix(".swift") }.sorted()
        return try paths.flatMap { path in
            texts(in: try String(contentsOf: folder.appending(path: path), encoding: .utf8), file: path)
        }
    }
}
