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
        let here = URL(filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory)
        let checkout = output == nil ? Checkout(around: here) : nil
        let documents = try checkout?.documents() ?? Curriculum.carriedDocuments
        let known = try LanguageSet(documents)
        guard let source = try from.map({ try LanguageList($0).chosen(among: known).first }) ?? known.languages.first
        else { return }
        if known[code] != nil {
            throw ValidationError("The course is written in \(code) already. Write the files that it lacks by hand.")
        }
        let skeleton: Skeleton
        do { skeleton = try Skeleton(code: code, name: name ?? code, from: source) } catch {
            throw ValidationError("\(error)")
        }
        let folder =
            checkout?.lessons ?? URL(typed: output ?? "documents-\(code)", directoryHint: .isDirectory)
        var (written, kept) = (0, 0)
        for (path, text) in skeleton.files(from: documents).sorted(by: { $0.key < $1.key }) {
            let below = path.hasPrefix("Lessons/") ? String(path.dropFirst("Lessons/".count)) : path
            let file = folder.appending(path: below)
            if FileManager.default.fileExists(atPath: file.path) {
                kept += 1
                continue
            }
            try Files.createFolder(file.deletingLastPathComponent())
            try Files.write(Array(text.utf8), to: file)
            written += 1
        }
        let terminal = Terminal(environment: ProcessInfo.processInfo.environment)
        terminal.say(
            "\(written) files in \(folder.path)" + (kept > 0 ? "; \(kept) were there already and are as they were" : "")
        )
        terminal.say("Begin with language.\(code).yaml, then a lesson; look at it with")
        terminal.say("    course preview\(checkout == nil ? " --documents \(folder.path)" : "") --lang \(code)")
    }
}
