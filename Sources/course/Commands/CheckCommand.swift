import ArgumentParser
import Platform
import Languages
import Lessons
import Notebook
import Publishing
import Storage

/// `course check`
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check what lessons promise: texts, figures, names, links, numbers, translations.",
        discussion: """
            Pages are written from stored results where all of them are there. Otherwise they are sketched: on a few \
            drawn images, with a step of training, so that every text is there and no number means anything.

            Texts are read from the documents in Lessons of this folder, not from those in the program. What an editor has \
            confirmed is in Lessons/Records. With --documents no checkout is needed: your folder is read, and what it \
            lacks comes from the program.
            """)

    @Argument(help: .lessons("Check these lessons alone, and what all of them share."), completion: .lessons)
    var lessons: [String] = []

    @OptionGroup var settings: SettingsOptions

    @OptionGroup var place: DocumentOptions

    @Option(
        help: ArgumentHelp("The checkout whose texts are read. (default: this folder)", valueName: "folder"),
        completion: .directory)
    var checkout: String?

    @Flag(help: "Write down that an editor has read all texts and names as they stand.")
    var confirm = false

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let (documents, readFrom): ([String: String], String)
        let records: EditorRecords?
        if let folder = place.folder {
            let count = try DocumentOptions.files(in: folder).count
            let files = count == 1 ? "1 file" : "\(count) files"
            (documents, readFrom, records) = (
                try place.all(), "those of the program and of \(files) in \(folder.path)", nil
            )
            if confirm {
                throw ValidationError("--confirm writes into a checkout, and --documents names a folder of texts.")
            }
        } else {
            let own = EditorRecords(
                checkout: URL(
                    typed: checkout ?? FileManager.default.currentDirectoryPath, directoryHint: .isDirectory))
            do { try own.checkPlace() } catch { throw ValidationError("\(error)") }
            (documents, readFrom, records) = (try own.documents(), "those in \(own.lessons.path)", own)
        }
        do {
            try check(documents, readFrom, records)
        } catch {
            guard let lesson = LeadingDocuments.lesson(of: error) else { throw error }
            throw LeadingDocuments(documents).fault(of: lesson, workspace(reading:)) ?? error
        }
    }

    private func workspace(reading documents: [String: String]) throws -> Workspace {
        try Workspace(settings, fallback: .lastReport, curriculum: .course(with: documents, in: place.folder))
    }

    private func check(_ documents: [String: String], _ readFrom: String, _ records: EditorRecords?) throws {
        let workspace = try workspace(reading: documents)
        let curriculum = workspace.curriculum
        let chosen = try curriculum.chosen(lessons)
        let indices = chosen.isEmpty ? Array(curriculum.lessons.indices) : chosen.sorted()
        let library = try DocumentLibrary(documents)
        let texts = try library.texts()
        if confirm, let (added, removed) = try records?.confirm(texts, curriculum) {
            let terminal = Terminal(environment: ProcessInfo.processInfo.environment)
            terminal.say("Confirmed: \(added) lines are new in Lessons/Records, \(removed) are gone")
        }

        let (pages, origin) = try DraftPages(workspace, curriculum, indices).written()
        var findings = pages.flatMap { $0.findings() + $0.unshown(of: curriculum.listingNames(of: $0.lesson.id)) }
        findings += commands(on: pages)
        findings += curriculum.tools?.findings(in: "shared", written: curriculum.languages.main) ?? []
        // A link into a lesson that is not at hand can't be followed.
        let publisher = try workspace.publisher(of: curriculum)
        findings += publisher.problems(in: pages).map(Finding.init)
        findings += publisher.unfilledWords(in: pages).map { Finding($0, in: curriculum.languages) }
        findings += publisher.missingTerms(in: pages).map { term, lesson, language in
            Finding(
                lesson: lesson, cell: "term \(term)", what: "the lesson's prose never uses it in \(language.inEnglish)",
                remedy: "Use it, add the form that is used, or name another lesson in the glossary")
        }
        findings += library.untranslated() + SourceText.copied(in: texts) + SourceText.unlinkedSources(in: texts)
        findings += try library.unpractisedGoals(of: curriculum.lessons.map(\.id))
        findings += try EditorRecords.typedNumbers(in: texts, pages, as: documents)
        if let records { findings += try records.findings(in: texts, curriculum) }
        if !chosen.isEmpty {
            let others = Set(curriculum.lessons.map(\.id)).subtracting(indices.map { curriculum.lessons[$0].id })
            findings.removeAll { others.contains($0.lesson) }
        }
        try report(findings, origin, texts.count, from: readFrom)
    }

    private func report(
        _ findings: [Finding], _ origin: DraftPages.Origin, _ texts: Int, from source: String
    ) throws {
        if json {
            let result = Report(pages: origin.rawValue, texts: texts, findings: findings)
            try Terminal.put(json: result)
        } else {
            try Terminal.put(findings.map { "\($0)\n" }.joined())
            let terminal = Terminal(environment: ProcessInfo.processInfo.environment)
            terminal.say("Pages: \(origin.description)")
            terminal.say("Texts: \(texts), \(source)")
            terminal.say(findings.isEmpty ? "Nothing to mend." : "Findings: \(findings.count)")
        }
        if !findings.isEmpty { throw ExitCode.failure }
    }

    /// Attempts that are no command of this program.
    private func commands(on pages: [Page]) -> [Finding] {
        pages.flatMap { page in
            page.cells.enumerated().compactMap { index, cell -> Finding? in
                guard case .attempt(let command, _) = cell else { return nil }
                let words = command.split(separator: " ").map { $0.replacing("'", with: "") }.map(String.init)
                do {
                    guard words.first == "course" else { throw ValidationError("it does not begin with course") }
                    _ = try CourseCommand.parseAsRoot(Array(words.dropFirst()))
                    return nil
                } catch {
                    return Finding(
                        lesson: page.lesson.id, cell: cell.name(at: index),
                        what: "the command is not understood: \(CourseCommand.message(for: error))",
                        remedy: "Write a command that a reader can type")
                }
            }
        }
    }

    private struct Report: Encodable {
        let pages: String
        let texts: Int
        let findings: [Finding]
    }
}

extension Finding {
    /// What publishing would refuse.
    init(_ error: PublishingError) {
        if let place = error.place {
            self.init(
                lesson: error.lesson ?? "", file: place.file, line: place.line, what: "\(error.problem)",
                remedy: "Mend it there")
            return
        }
        let place = [error.cell, error.language?.inEnglish].compactMap(\.self).joined(separator: ", ")
        self.init(
            lesson: error.lesson ?? "", cell: place, what: "\(error.problem)", remedy: "Mend it in the lesson's source")
    }
}
