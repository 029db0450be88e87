import ArgumentParser
import Figures
import Languages
import Platform
import Lessons
import Notebook
import Publishing
import Storage

/// `course figures cnn/confusion`
struct FiguresCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "figures",
        abstract: "Draw figures again, from stored results.",
        discussion: """
            Names are lesson/figure; * and ? stand for anything. Without names, all figures are drawn. Nothing is \
            trained where the last report has done so, and no data set is needed; what is not stored yet is computed, \
            after saying so.

            Examples: course figures 'cnn/*' --lang es --fit 16:9 --output slides
            course figures 'cnn/*' --lang en --deck cnn.pptx
            """)

    @Argument(
        help: ArgumentHelp(
            "The figures, such as cnn/confusion or '*/curves'; `course list` has their names. (default: all)",
            valueName: "figure"),
        completion: .figures)
    var names: [String] = []

    @OptionGroup var settings: SettingsOptions
    @OptionGroup var reader: ReaderOptions
    @OptionGroup var scene: SceneOptions
    @OptionGroup var figures: FigureOptions
    @OptionGroup var computing: ComputingOptions

    @Option(
        name: [.short, .long],
        help: ArgumentHelp(
            "The folder to write: lesson/figure.language.png. (default: Output/figures)", valueName: "folder"),
        completion: .directory)
    var output: String?

    @Option(
        help: ArgumentHelp(
            "Write slides for PowerPoint or LibreOffice instead: a figure each under its headline, its caption as notes. "
                + "Of several languages each has a file, slides.en.pptx.",
            valueName: "file.pptx"),
        completion: .file(extensions: ["pptx"]))
    var deck: String?

    @Flag(
        help: "Write one page of small pictures instead, gallery.en.html, to choose from: it needs nothing beside it.")
    var gallery = false

    @Flag(help: "Compute nothing and write nothing: list what would be written.")
    var dryRun = false

    @OptionGroup var writing: WritingOptions

    @Flag(help: "Print what was written as JSON.")
    var json = false

    func validate() throws {
        if gallery {
            guard deck == nil else { throw ValidationError("--gallery and --deck exclude each other.") }
            guard figures.format == .png, figures.width == nil, figures.fit == nil, !figures.frames else {
                throw ValidationError(
                    "The pictures of a gallery are small PNGs; leave out --format, --width, --fit and --frames.")
            }
        }
        guard let deck else { return }
        guard deck.lowercased().hasSuffix(FigureDecks.ending), deck.count > FigureDecks.ending.count else {
            throw ValidationError("--deck takes the name of a file that ends with .pptx, not “\(deck)”.")
        }
        guard output == nil else {
            throw ValidationError("--deck and --output exclude each other: --deck names the file, with its folder.")
        }
        guard figures.format == .png else {
            throw ValidationError("A deck holds its figures as PNG; leave out --format \(figures.format.rawValue).")
        }
        guard figures.width == nil else {
            throw ValidationError("--deck and --width exclude each other: figures fill their slides.")
        }
        _ = try shape()
    }

    /// How large slides are.
    private func shape() throws(ValidationError) -> Deck.Shape {
        guard let fit = figures.fit else { return .wide }
        guard let shape = Deck.Shape(rawValue: fit.text) else {
            throw ValidationError("Slides are 16:9 or 4:3; with --deck, --fit takes one of those, not “\(fit.text)”.")
        }
        return shape
    }

    func run() throws {
        let curriculum = try reader.place.curriculum()
        let descriptions = curriculum.descriptions
        let selection = try usage { () throws(CourseError) in
            try FigureSelection(names.isEmpty ? ["*/*"] : names, in: descriptions)
        }
        let units = try selection.byLesson.flatMap { lesson, _ in try curriculum.units(of: lesson) }
        let computes = !dryRun && !computing.storedOnly
        let workspace = try Workspace(
            settings, reader: reader, scene: scene, output: output, fallback: .lastReport,
            reading: computes ? .missing(units) : .stored(units), curriculum: curriculum)
        for (old, new) in selection.renamed { workspace.terminal.say("\(old) is called \(new) now.") }
        let style = try figures.style(decimalMark: workspace.decimalMark, on: workspace.paper)
        if let product = try product(style, of: selection, in: workspace) {
            return try write(product, of: selection, from: units, in: workspace)
        }
        let files = workspace.figureFiles(style)
        let part = OutputPart("figures", named: output, replacesAnything: writing.force, in: workspace)
        let (written, failures): ([WrittenDrawing], [CourseError])
        if dryRun {
            try NoFonts.check()
            (written, failures) = try plan(selection, with: files, into: part, in: workspace)
        } else {
            try workspace.checkSettings(ofPart: output)
            let names = selection.byLesson.flatMap { lesson, figures in
                figures.flatMap { files.possibleNames(of: $0, in: workspace.languages).map { "\(lesson)/\($0)" } }
            }
            try part.check(names, from: units, in: workspace, needing: 1 << 20)
            try workspace.announce(units, storedOnly: computing.storedOnly)
            let jobs = try jobs(selection, in: workspace)
            let lock = try part.lock(of: workspace)
            defer { lock.release() }
            (written, failures) = try draw(jobs, with: files, into: part, writes: true, in: workspace)
            try part.finish()
        }
        try Terminal.put(written, asJSON: json)
        try workspace.terminal.tell(failures, of: selection.count)
    }

    private func write(
        _ product: any FigureProduct, of selection: FigureSelection, from units: [any CourseUnit],
        in workspace: Workspace
    ) throws {
        try NoFonts.check()
        var (written, failures): ([WrittenFile], [CourseError]) = (product.planned, [])
        if !dryRun {
            try workspace.checkSettings(ofPart: output)
            try product.check(selection, from: units, in: workspace)
            try workspace.announce(units, storedOnly: computing.storedOnly)
            (written, failures) = try product.write(try jobs(selection, in: workspace), in: workspace)
        }
        try Terminal.put(written, asJSON: json)
        try workspace.terminal.tell(failures, of: selection.count)
    }

    /// What figures are put into together; nil where each becomes a file of its own.
    private func product(
        _ style: FigureStyle, of selection: FigureSelection, in workspace: Workspace
    ) throws -> (any FigureProduct)? {
        if let deck {
            return FigureDecks(
                deck, shape: try shape(), style: style, replacesAnything: writing.force, in: workspace)
        }
        if gallery {
            return FigureGallery(style, output: output, replacesAnything: writing.force, in: workspace)
        }
        guard style.format.isMoving else { return nil }
        return try FigureFilms(
            style, of: selection, output: output, replacesAnything: writing.force, in: workspace)
    }

    private func jobs(_ selection: FigureSelection, in workspace: Workspace) throws -> [FigureFiles.Job] {
        try selection.byLesson.flatMap { try jobs(of: $0, $1, in: workspace) }
    }

    private func jobs(
        of lesson: String, _ figures: Set<String>, in workspace: Workspace
    ) throws -> [FigureFiles.Job] {
        let index = try workspace.curriculum.index(of: lesson)
        let page = try workspace.curriculum.page(at: index, using: workspace.course)
        return page.figures.filter { figures.contains($0.id) }.map { FigureFiles.Job($0, of: page) }
    }

    private func draw(
        _ jobs: [FigureFiles.Job], with files: FigureFiles, into part: OutputPart, writes: Bool, in workspace: Workspace
    ) throws -> ([WrittenDrawing], [CourseError]) {
        let (kept, failures) = try files.drawAll(
            jobs, in: workspace.languages, threads: workspace.course.threads
        ) { job, figure in
            try figure.drawings.map { try WrittenDrawing($0, of: job, into: part, writes: writes) }
        }
        return (kept.flatMap { $0 }, failures)
    }

    /// What would be written. Figures whose numbers are stored are drawn, which tells their exact names and sizes; of
    /// the others nobody knows yet whether there are words in them, so that each language has a file of its own.
    private func plan(
        _ selection: FigureSelection, with files: FigureFiles, into part: OutputPart, in workspace: Workspace
    ) throws -> ([WrittenDrawing], [CourseError]) {
        var (planned, failures): ([WrittenDrawing], [CourseError]) = ([], [])
        for (lesson, figures) in selection.byLesson {
            let missing = workspace.course.missing(try workspace.curriculum.units(of: lesson)).map(\.name)
            if missing.isEmpty {
                let (drawn, misfits) = try draw(
                    jobs(of: lesson, figures, in: workspace), with: files, into: part, writes: false, in: workspace)
                planned += drawn
                failures += misfits
            } else {
                let ids = try workspace.curriculum.descriptions[workspace.curriculum.index(of: lesson)].figures
                for id in ids where figures.contains(id) {
                    for language in workspace.languages {
                        planned.append(
                            WrittenDrawing(
                                planned: id, of: lesson, language, theme: self.figures.theme,
                                format: self.figures.format, needs: missing, into: part))
                    }
                }
            }
        }
        let units = try selection.byLesson.flatMap { lesson, _ in try workspace.curriculum.units(of: lesson) }
        let missing = workspace.course.missing(units)
        if !missing.isEmpty {
            let forecast = try Forecast(of: missing, using: workspace.course)
            let models = forecast.models.isEmpty ? "" : " (\(forecast.models.joined(separator: ", ")))"
            workspace.terminal.say(
                "Not stored yet, and computed first without --dry-run: \(forecast.summary(workspace.terminal))\(models). "
                    + "Figures without words would be one file for all languages.")
        }
        return (planned, failures)
    }
}
