import ArgumentParser
import Documents
import Platform
import Lessons
import Notebook
import Preview
import Storage

/// `course preview edges`
struct PreviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview",
        abstract: "Show lessons in the browser while they are written.",
        discussion: """
            Serves the pages to this machine alone, and shows at once what is saved: documents, templates, style sheets \
            and scripts of a checkout, or the documents of --documents. In a checkout that this program was built in, \
            saved Swift is built and shown as well. An error is shown on the page, with its file and line; the last good \
            page stays beneath.

            Pages come from stored results where they are there, else from a sketch on a few drawn images. Nothing is \
            written but in a temporary folder.

            Example: course preview edges
            """)

    @Argument(help: .lessons("Which lesson to open; without it the list of all."), completion: .lessons)
    var lesson: String?

    @Option(
        help: ArgumentHelp("Where the server listens, 1 to 65535. (default: any that is free)", valueName: "number"))
    var port: Int?

    @Flag(inversion: .prefixedNo, help: "Open the page in the browser.")
    var open = true

    @OptionGroup var settings: SettingsOptions
    @OptionGroup var reader: ReaderOptions
    @OptionGroup var scene: SceneOptions

    func validate() throws {
        if let port, !(1...65_535).contains(port) {
            throw ValidationError("--port takes a number from 1 to 65535, not \(port).")
        }
    }

    func run() throws {
        let here = URL(filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory)
        let named = reader.place.folder
        let checkout = named == nil ? Checkout(around: here) : nil
        let origin = origin(named, checkout)
        let workspace = try Workspace(
            settings, reader: reader, scene: scene, fallback: .lastReport,
            curriculum: .course(with: origin.documents(), in: origin.folder))
        let pages = try LessonPages(workspace, from: origin)
        defer { pages.end() }
        Interruption.current?.end {
            pages.end()
            workspace.terminal.say("Stopped.")
        }
        if let lesson {
            _ = try usage { () throws(CourseError) in try workspace.curriculum.index(of: lesson) }
            try pages.checkLesson(lesson)
        }
        let server = try PageServer.start(serving: pages, port: port)
        defer { server.stop() }
        let address = server.address + (lesson.flatMap { id in workspace.languages.first?.page(id) } ?? "")
        let watches = try watch(named, checkout, pages, server, workspace)
        defer { for watch in watches { watch.stop() } }
        // What is saved from now on is seen.
        workspace.terminal.say("Serving \(address)   (Ctrl-C ends)")
        if open {
            do { try Browser.open(URL(string: address) ?? here) } catch { workspace.terminal.warn("\(error)") }
        }
        while !workspace.course.isCancelled() { usleep(100_000) }
        Interruption.current?.end()
    }

    private func origin(_ named: URL?, _ checkout: Checkout?) -> LessonPages.Origin {
        if let named {
            return .init(
                documents: { Curriculum.carriedDocuments(with: try DocumentOptions.files(in: named)) },
                resources: { nil }, folder: named)
        }
        guard let checkout else {
            return .init(documents: { Curriculum.carriedDocuments }, resources: { nil })
        }
        return .init(
            documents: { try checkout.documents() }, resources: { try checkout.resourceFiles() }, folder: checkout.root)
    }

    /// Documents and style sheets are shown at once; Swift is compiled first.
    private func watch(
        _ named: URL?, _ checkout: Checkout?, _ pages: LessonPages, _ server: PageServer, _ workspace: Workspace
    ) throws -> [FolderWatch] {
        let terminal = workspace.terminal
        let isText: @Sendable (String) -> Bool = { path in
            [
                ".md", ".yaml", ".yml", ".css", ".js", ".mustache", ".png", ".jpg", ".jpeg", ".json", ".safetensors",
            ].contains { path.hasSuffix($0) }
        }
        let folders = [named].compactMap(\.self) + (checkout.map { [$0.lessons, $0.pageResources] } ?? [])
        guard !folders.isEmpty else { return [] }
        let lesson = lesson
        let texts = try FolderWatch.start(folders, where: isText) { _ in
            do {
                try pages.reload()
                if let lesson { try pages.checkLesson(lesson) }
                server.announce(.mended)
                server.announce(.changed([]))
            } catch {
                terminal.warn("\(error)")
                server.announce(.failed(error))
            }
        }
        guard let checkout, let program = LiveProgram(of: checkout) else { return [texts] }
        let arguments = restartArguments(port: server.port)
        let sources = try FolderWatch.start([checkout.lessons, checkout.sources], where: { $0.hasSuffix(".swift") }) {
            changes in
            let work = "Building \(changes.map { URL(filePath: $0.path).lastPathComponent }.joined(separator: ", "))"
            terminal.say(work)
            server.announce(.working(work))
            do {
                try program.build()
                pages.end()
                program.restart(with: arguments)
                throw LiveProgram.Failure("the new program does not start", below: checkout.root.path)
            } catch {
                terminal.warn("\(error)")
                server.announce(.failed(error))
            }
        }
        return [texts, sources]
    }

    /// This command again, at the port where browsers know it.
    private func restartArguments(port: Int) -> [String] {
        var words = Array(CommandLine.arguments.dropFirst()).filter { $0 != "--open" && $0 != "--no-open" }
        if let place = words.firstIndex(of: "--port"), place + 1 < words.count {
            words.removeSubrange(place...place + 1)
        }
        words.removeAll { $0.hasPrefix("--port=") }
        return words + ["--no-open", "--port", "\(port)"]
    }
}

extension Announcement {
    /// What went wrong, with its place where the error has one.
    static func failed(_ error: any Error) -> Announcement {
        switch error {
        case let error as DocumentError: .failed(message: error.problem, file: error.file, line: error.line)
        case let error as LiveProgram.Failure: .failed(message: error.message, file: error.file, line: error.line)
        default: .failed(message: "\(error)", file: nil, line: nil)
        }
    }
}
