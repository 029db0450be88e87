import Foundation
import Snippets

/// Turns files into a Swift source file, so that the program carries them: `EmbedText` calls it on each build.
///
///     embed texts OUTPUT FILE...           every file whole, by its name
///     embed documents ROOT OUTPUT FILE...  every file whole, by its path below ROOT
///     embed snippets ROOT OUTPUT FILE...   the marked stretches of Swift files, by folder and name
@main
enum Embed {
    static func main() {
        do {
            let arguments = Array(CommandLine.arguments.dropFirst())
            switch arguments.first {
            case "texts" where arguments.count >= 2:
                let texts = try texts(
                    of: arguments.dropFirst(2), what: "The files of this room's `Resources` folder by name"
                ) {
                    URL(filePath: $0).lastPathComponent
                }
                try write(texts, to: arguments[1])
            case "documents" where arguments.count >= 3:
                let texts = try texts(of: arguments.dropFirst(3), what: "The lessons' documents by path") {
                    below(arguments[1], $0)
                }
                try write(texts, to: arguments[2])
            case "snippets" where arguments.count >= 3:
                try write(listings(of: arguments.dropFirst(3), under: arguments[1]), to: arguments[2])
            default:
                throw Failure(
                    description:
                        "usage: embed texts OUTPUT FILE... | embed documents ROOT OUTPUT FILE... | embed snippets ROOT OUTPUT FILE..."
                )
            }
        } catch {
            FileHandle.standardError.write(Data("\(error)\n".utf8))
            exit(1)
        }
    }

    private struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// A path without the folder that it lies in.
    private static func below(_ root: String, _ path: String) -> String {
        let base = root.hasSuffix("/") ? root : root + "/"
        return path.hasPrefix(base) ? String(path.dropFirst(base.count)) : path
    }

    private static func texts(of paths: ArraySlice<String>, what: String, key: (String) -> String) throws -> String {
        let entries = try paths.sorted().map { path in
            "        \(literal(key(path))): \(literal(try text(of: path))),\n"
        }
        return """
            /// \(what), as they were when the program was built.
            enum EmbeddedText {
                static let files: [String: String] = [
            \(entries.isEmpty ? "        :\n" : entries.joined())    ]
            }

            """
    }

    /// A listing's group is the lower-case name of the lesson's folder, or the name of the room.
    private static func listings(of paths: ArraySlice<String>, under root: String) throws -> String {
        var entries: [String] = []
        var places: [String] = []
        var seen: [String: String] = [:]
        var scripts: [String] = []
        for path in paths.sorted() {
            let file = below(root, path)
            if file.hasSuffix(".py") {
                let text = try text(of: path)
                // A mark that makes no sense fails the build.
                _ = try PythonScript(text, file: file)
                scripts.append("        \(literal(file)): \(literal(text)),\n")
                continue
            }
            let folders = file.split(separator: "/").map(String.init)
            guard folders.count > 2 else { continue }
            let group = folders[0] == "Lessons" ? folders[1].lowercased() : folders[1]
            if folders[0] == "Lessons", let name = folders.last {
                places.append("        \(literal("Lessons/\(name)")): \(literal(file)),\n")
            }
            for snippet in try SnippetParser.snippets(in: text(of: path), file: file) {
                let key = group + "/" + snippet.name
                if let other = seen.updateValue(file, forKey: key) {
                    throw Failure(
                        description: "\(file):\(snippet.firstLine): error: snippet “\(key)” is in \(other) too")
                }
                entries.append(
                    """
                            \(literal(key)): Listing(
                                name: \(literal(snippet.name)), file: \(literal(file)), firstLine: \(snippet.firstLine),
                                source: \(literal(snippet.source))),

                    """)
            }
        }
        return """
            import Notebook

            /// The marked stretches of the lessons and of the rooms that they show, as they were when the program
            /// was built. Keys are `lesson/name` and `Room/name`.
            enum EmbeddedListings {
                static let all: [String: Listing] = [
            \(entries.isEmpty ? "        :\n" : entries.joined())    ]

                /// The lessons' Python, whole, by path.
                static let scripts: [String: String] = [
            \(scripts.isEmpty ? "        :\n" : scripts.joined())    ]

                /// The paths of the lessons' sources, by what the compiler calls them (`#fileID`).
                static let files: [String: String] = [
            \(places.isEmpty ? "        :\n" : places.joined())    ]
            }

            """
    }

    private static func text(of path: String) throws -> String {
        let data = try Data(contentsOf: URL(filePath: path))
        guard let text = String(data: data, encoding: .utf8) else {
            throw Failure(description: "\(path):1: error: this file is not UTF-8")
        }
        return text
    }

    /// Leaves a file alone that holds the text already, so that nothing is compiled again for it.
    private static func write(_ text: String, to path: String) throws {
        let url = URL(filePath: path)
        let data = Data(text.utf8)
        if let present = try? Data(contentsOf: url), present == data { return }
        try data.write(to: url, options: .atomic)
    }

    /// A Swift string literal that holds `text` exactly.
    private static func literal(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case "\"": result += "\\\""
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case _ where scalar.value < 0x20: result += "\\u{\(String(scalar.value, radix: 16))}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
