import Languages
import Notebook
import Platform
import Snippets

/// Puts the cells of a notebook together: the page's prose and figures, and the lesson's script, which runs from top to
/// bottom.
struct NotebookCells {
    private(set) var cells: [JupyterNotebook.Cell] = []
    private let script: LessonScript?
    private let tools: LessonScript?
    private let words: Words
    /// The pieces of the script that have no cell yet.
    private var waiting: ArraySlice<PythonScript.Piece>
    private var hidden = 0

    init(script: LessonScript?, tools: LessonScript?, words: Words) {
        self.script = script
        self.tools = tools
        self.words = words
        waiting = (script?.script.pieces ?? [])[...]
    }

    /// Prose. What stands first is followed by what the code needs.
    mutating func add(_ text: String, id: String) {
        let isFirst = cells.isEmpty
        let slide: JupyterNotebook.Cell.Slide = isFirst || text.hasPrefix("## ") ? .slide : .goesOn
        cells.append(.init(id: id, content: .markdown, source: text, slide: slide))
        if isFirst { addSetup() }
    }

    private mutating func addSetup() {
        guard let script, let tools else { return }
        let names = script.script.packages.map { "\"\($0)\"" }.joined(separator: ", ")
        let needs = """
            # \(words[.notebookNeeds])
            import importlib.util
            import subprocess
            import sys

            needed = [\(names)]
            missing = [name for name in needed if importlib.util.find_spec(name) is None]
            if missing:
                subprocess.check_call([sys.executable, "-m", "pip", "install", "--quiet", *missing])
            """
        cells.append(.init(id: "needs", content: .code(printed: []), source: needs, slide: .skip))
        let shared = tools.script.pieces.map { tools.words.source(of: $0, in: words.language) }
        cells.append(
            .init(
                id: "tools", content: .code(printed: []), source: shared.joined(separator: "\n"), slide: .skip,
                isHidden: true))
        addBetween()
    }

    /// Code between marks: it runs, and need not be read.
    private mutating func addBetween() {
        while let piece = waiting.first, piece.name == nil, let script {
            waiting = waiting.dropFirst()
            hidden += 1
            cells.append(
                .init(
                    id: "python-\(hidden)", content: .code(printed: []),
                    source: script.words.source(of: piece, in: words.language), slide: .skip, isHidden: true))
        }
    }

    /// A listing: in Python to run, in Swift to unfold.
    mutating func add(_ listing: Listing, _ outputs: [String], id: String, anchor: String) {
        let fenced = MarkdownWriter.fenced(listing.source(in: words.language), language: "swift")
        var swift = """
            <a id="\(anchor)"></a>
            <details>
            <summary>Swift: \(listing.file):\(listing.firstLine)</summary>

            \(fenced)

            </details>
            """
        guard let twin = listing.twin, let place = waiting.firstIndex(where: { $0 == twin.piece }) else {
            swift += outputs.map { "\n\n" + MarkdownWriter.fenced($0, language: "text") }.joined()
            cells.append(.init(id: id, content: .markdown, source: swift, slide: .subslide))
            return
        }
        addBefore(place)
        cells.append(.init(id: id + "-swift", content: .markdown, source: swift, slide: .subslide))
        cells.append(
            .init(id: id, content: .code(printed: outputs), source: twin.source(in: words.language), slide: .goesOn))
        addBetween()
    }

    /// What the page does not show in this order runs all the same. The piece at `place` is no longer waiting then.
    private mutating func addBefore(_ place: Int) {
        while waiting.startIndex < place, let piece = waiting.first {
            if piece.name == nil {
                addBetween()
            } else {
                waiting = waiting.dropFirst()
            }
        }
        waiting = waiting.dropFirst()
    }

    /// An exercise: what is asked, what is completed, what grades it.
    mutating func add(_ exercise: PlainExercise, of lesson: String, id: String) {
        if case .code(let task) = exercise.exercise.task {
            for piece in [task.code.piece, task.test?.piece].compactMap(\.self) {
                if let place = waiting.firstIndex(of: piece) { addBefore(place) }
            }
        }
        cells += ExerciseCells(exercise: exercise, lesson: lesson, id: id).cells
        addBetween()
    }

    /// A figure, as data that every viewer shows.
    mutating func add(_ figure: PlainFigure, _ file: ExportedPicture, id: String, anchor: String) {
        let png = Data(file.bytes).base64EncodedString()
        let alternative = HTML(text: figure.alternative.split(whereSeparator: \.isNewline).joined(separator: " "))
            .markup
        // Half as wide as it has pixels, for screens that show them.
        let source = """
            <a id="\(anchor)"></a>
            <img src="data:image/png;base64,\(png)" width="\(file.width / 2)" alt="\(alternative)">

            **\(figure.number).** \(figure.caption)
            """
        cells.append(.init(id: id, content: .markdown, source: source, slide: .subslide))
    }
}
