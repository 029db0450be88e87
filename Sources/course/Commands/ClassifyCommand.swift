import ArgumentParser
import Imaging
import Lessons
import NeuralNetwork
import Notebook
import Platform
import Publishing
import Storage

/// `course classify digit.png`
struct ClassifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "classify",
        abstract: "Ask a trained network what a picture of yours shows.",
        discussion: """
            The picture is brought to the form of the data set. For digits: the border is paper; where it is brighter than \
            the middle between the picture's darkest and brightest pixel, light and dark change places, so that the ink is \
            bright on dark as in MNIST; the smallest box around the ink is scaled into 20 x 20 pixels, its sides in \
            proportion, and put into 28 x 28 so that the ink's centre of mass is in the middle. For garments the longer \
            side fills the 28 pixels. A network that has learnt from own data (--data) gets the picture as their import \
            would have it: in their size and colours, of a longer side the middle.

            Answers come with their probabilities; what the network saw is printed, and with --output drawn beside them. \
            A picture that can't be read is named, the others are answered, and the exit status is 1. A figure is called as \
            its picture is. \(AnswerRule.sentence)

            Example: course classify seven.png photo.png
            Example: course classify *.png --model cnn --output answers
            Example: course classify cat.jpg --data pets
            """)

    @Argument(
        help: ArgumentHelp("The pictures.", valueName: "picture"),
        completion: .file(extensions: ["png", "jpg", "jpeg"]))
    var pictures: [String]

    @OptionGroup var trained: TrainedOptions
    @OptionGroup var settings: SettingsOptions
    @OptionGroup var reader: ReaderOptions
    @OptionGroup var figures: FigureOptions

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("Draw a figure for each picture into this folder. (default: none)", valueName: "folder"),
        completion: .directory)
    var output: String?

    @OptionGroup var writing: WritingOptions

    @Flag(help: "Print the answers as JSON, with the pixels that the network saw.")
    var json = false

    func validate() throws { try figures.checkStill() }

    func run() throws {
        let names = PictureNames.of(pictures)
        let chosen = try trained.chosen(settings, reader: reader, output: output, needsData: false) {
            training, workspace in
            guard training.transform == .none else {
                throw ValidationError(
                    "\(training.model.name) answers with pictures, not with classes; name another network with --model."
                )
            }
            guard output != nil else { return }
            let files = workspace.figureFiles(
                try figures.style(decimalMark: workspace.decimalMark, on: workspace.paper))
            let paths = names.flatMap { files.possibleNames(of: $0, in: workspace.languages) }
            let part = part(in: workspace)
            tell(part, names, files, workspace)
            try part.check(paths, from: [], in: workspace, needing: 1 << 20)
        }
        let training = chosen.training
        let data = chosen.workspace.course.settings.source(of: training.source).kind
        var answers: [Answer] = []
        var isWhole = true
        for (path, name) in zip(pictures, names) {
            do {
                let own = try OwnPicture(PictureFile.read(URL(typed: path)), of: data, to: chosen.network)
                answers.append(Answer(path, name, own, classes: data.classes.map(\.plain)))
            } catch let error as PictureError {
                // It names the file.
                chosen.workspace.terminal.say("error: \(error)")
                isWhole = false
            } catch {
                chosen.workspace.terminal.say("error: \(path): \(error)")
                isWhole = false
            }
        }
        if output != nil { try draw(&answers, chosen) }
        if json {
            try Terminal.put(json: Outcome(model: training.model.name, answers: answers))
        } else {
            try Terminal.put(answers.map(\.text).joined(separator: "\n"))
        }
        if !isWhole { throw ExitCode.failure }
    }

    private func part(in workspace: Workspace) -> OutputPart {
        OutputPart("answers", named: output, replacesAnything: writing.force, in: workspace)
    }

    /// Tells which file is made of which picture.
    private func tell(_ part: OutputPart, _ names: [String], _ files: FigureFiles, _ workspace: Workspace) {
        for (picture, name) in zip(pictures, names) {
            part.tell(
                picture: PictureIdentity.of(picture, from: part.folder),
                of: files.possibleNames(of: name, in: workspace.languages))
        }
    }

    private func draw(_ answers: inout [Answer], _ chosen: TrainedOptions.Chosen) throws {
        let workspace = chosen.workspace
        let files = workspace.figureFiles(try figures.style(decimalMark: workspace.decimalMark, on: workspace.paper))
        let part = part(in: workspace)
        let lock = try part.lock(of: workspace)
        defer { lock.release() }
        tell(part, PictureNames.of(pictures), files, workspace)
        // How weights came about nobody knows; on whose data, who names them.
        let notices = workspace.course.settings.notices.filter {
            $0.concerns(chosen.training) && (trained.weights == nil || $0.isOwnData)
        }
        for index in answers.indices {
            let page = try workspace.curriculum.answerPage(
                answers[index].picture.lastPathComponent, answers[index].own,
                of: workspace.course.settings.source(of: chosen.training.source).kind,
                notices: notices)
            let name = answers[index].name
            answers[index].figures = try part.write(page, with: files, for: workspace.languages) { _ in name }
        }
        try part.finish()
    }

    private struct Outcome: Encodable {
        let model: String
        let answers: [Answer]
    }
}

/// What a network answered to one picture.
private struct Answer: Encodable {
    let path: String
    /// What its figure is called.
    let name: String
    let own: OwnPicture
    /// What the classes are called.
    let classes: [String]
    var figures: [String] = []

    var picture: URL { URL(typed: path) }

    init(_ path: String, _ name: String, _ own: OwnPicture, classes: [String]) {
        (self.path, self.name, self.own, self.classes) = (path, name, own, classes)
    }

    private enum CodingKeys: String, CodingKey {
        case picture, answer, className, probability, probabilities, darkOnLight, seen, figures
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(path, forKey: .picture)
        try container.encode(own.answer, forKey: .answer)
        try container.encode(classes[own.answer], forKey: .className)
        try container.encode(own.probabilities[own.answer], forKey: .probability)
        try container.encode(own.probabilities, forKey: .probabilities)
        try container.encodeIfPresent(own.seen.wasDarkOnLight, forKey: .darkOnLight)
        try encodeSeen(in: &container)
        try container.encode(figures, forKey: .figures)
    }

    /// Row after row of numbers; in colour of red, green and blue.
    private func encodeSeen(in container: inout KeyedEncodingContainer<CodingKeys>) throws {
        let (shape, bytes) = (own.seen.shape, own.seen.bytes)
        func pieces(_ count: Int, of size: Int, from start: Int = 0) -> [[UInt8]] {
            (0..<count).map { Array(bytes[start + $0 * size..<start + ($0 + 1) * size]) }
        }
        guard shape[2] > 1 else { return try container.encode(pieces(shape[0], of: shape[1]), forKey: .seen) }
        let row = shape[1] * shape[2]
        let rows = (0..<shape[0]).map { pieces(shape[1], of: shape[2], from: $0 * row) }
        try container.encode(rows, forKey: .seen)
    }

    /// How many pixels a terminal shows in a row.
    private static let widest = 40

    /// What the network saw, two characters a pixel so that it is as high as wide, then its answers, the likeliest first.
    var text: String {
        let shades = Array(" .:-=+*#%@")
        let whole = own.seen.gray
        let width = min(whole.width, Self.widest)
        let image =
            width < whole.width
            ? whole.resized(width: width, height: max(1, whole.height * width / whole.width)) : whole
        let drawing = (0..<image.height).map { row -> String in
            let line = (0..<image.width).map { column -> Character in
                shades[min(max(Int(image[row, column]), 0) * shades.count / 256, shades.count - 1)]
            }
            return String(line.flatMap { [$0, $0] }).trimmingEnd()
        }
        let inked = drawing.drop { $0.isEmpty }.reversed().drop { $0.isEmpty }.reversed()
        let list = own.ranking.prefix(3).map { "\(classes[$0]) (\(own.probabilities[$0].fixed(4)))" }.joined(
            separator: ", ")
        let turned =
            own.seen.wasDarkOnLight.map {
                $0 ? "dark on light, so light and dark changed places; " : "light on dark; "
            } ?? ""
        return "\(path): \(classes[own.answer])\n" + inked.map { $0 + "\n" }.joined()
            + "  \(turned)answers: \(list)\n"
    }
}

extension String {
    fileprivate func trimmingEnd() -> String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}

/// What the figures of pictures are called: as the pictures are, without their endings, and each its own.
enum PictureNames {
    static func of(_ paths: [String]) -> [String] {
        var taken: Set<String> = []
        return paths.map { path in
            let stem = URL(typed: path).deletingPathExtension().lastPathComponent
            let plain = String(stem.map { $0.isLetter || $0.isNumber || "-_".contains($0) ? $0 : "-" }.prefix(100))
            let base = plain.isEmpty ? "picture" : plain
            var (name, number) = (base, 2)
            while !taken.insert(name.lowercased()).inserted {
                name = "\(base)-\(number)"
                number += 1
            }
            return name
        }
    }
}
