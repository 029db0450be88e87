import ArgumentParser
import Documents
import Languages
import Lessons
import Notebook
import Platform
import Storage

/// `course language new`
struct LanguageNewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Write the files that a translation begins with.",
        discussion: """
            Each holds the text of the language that is translated, once as a comment and once to be written over. \
            Files that are there already are left alone, so the same command brings what is new in the course. \
            `course preview --documents FOLDER --lang CODE` shows the pages while they are translated, and \
            `course check --documents FOLDER` lists what is left to do.
            """)

    @Argument(help: ArgumentHelp("The language's code: fr, pt-BR.", valueName: "code"))
    var code: String

    @Option(help: ArgumentHelp("The language's own name for itself: Français. (default: its code)", valueName: "name"))
    var name: String?

    @Option(
        help: ArgumentHelp(
            "The language that is translated. (default: the one that leads the course)", valueName: "code"),
        completion: .languages)
    var from: String?

    @Option(
        help: ArgumentHelp(
            "The folder to write into. (default: Lessons of the checkout around this folder, else documents-CODE)",
            valueName: "folder"),
        completion: .directory)
    var output: String?

    func run() throws {
        if output?.isEmpty == true { throw ValidationError("--output needs the name of a folder.") }
        let here = URL(filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory)
        let checkout = output == nil ? Checkout(around: here) : nil
        let documents = try checkout?.documents() ?? Curriculum.carriedDocuments
        let known = try LanguageSet(documents)
        guard let source = try from.map({ try LanguageList($0).chosen(among: known).first }) ?? known.languages.first
        else { return }
        // What a translation in a checkout lacks is brought like anything new; what the program carries is whole.
        if let language = known[code], checkout == nil || !known.main.contains(language) || language == source {
            throw ValidationError("The course is written in \(code) already. Write the files that it lacks by hand.")
        }
        let skeleton: Skeleton
        do { skeleton = try Skeleton(code: code, name: name ?? code, from: source) } catch {
            throw ValidationError("\(error)")
        }
        let folder =
            checkout?.lessons ?? URL(typed: output ?? "documents-\(code)", directoryHint: .isDirectory)
        let files = skeleton.files(from: documents).sorted { $0.key < $1.key }.map { path, text in
            let below = path.hasPrefix("Lessons/") ? String(path.dropFirst("Lessons/".count)) : path
            return (place: folder.appending(path: below), text: text)
        }
        let missing = files.filter { !FileManager.default.fileExists(atPath: $0.place.path) }
        try Self.write(missing)
        let terminal = Terminal(environment: ProcessInfo.processInfo.environment)
        let kept = files.count - missing.count
        let rest =
            kept == 1 ? "1 was there already and is as it was" : "\(kept) were there already and are as they were"
        terminal.say(
            "\(missing.count) \(missing.count == 1 ? "file" : "files") in \(folder.path)"
                + (kept > 0 ? "; \(rest)" : "")
        )
        terminal.say("Begin with language.\(code).yaml, then a lesson; look at it with")
        terminal.say("    course preview\(checkout == nil ? " --documents \(folder.path)" : "") --lang \(code)")
    }

    /// All of the files or none. Where a link leads nowhere, what it leads to is written.
    private static func write(_ files: [(place: URL, text: String)]) throws {
        var written: [URL] = []
        do {
            for (place, text) in files {
                try Files.createFolder(place.deletingLastPathComponent())
                try Files.write(Array(text.utf8), to: place, throughLinks: true)
                written.append(place)
            }
        } catch {
            for file in try written.map({ try Files.destination(of: $0) }) {
                try? FileManager.default.removeItem(at: file)
            }
            throw error
        }
    }
}
