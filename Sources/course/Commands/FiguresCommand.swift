import ArgumentParser
import Foundation
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
            trained where the last report has done so.

            Example: course figures 'cnn/*' --lang es --dpi 300 --output slides
            """)

    @Argument(help: ArgumentHelp("The figures, such as cnn/confusion or '*/curves'.", valueName: "figure"))
    var names: [String] = []

    @OptionGroup var settings: SettingsOptions
    @OptionGroup var reader: ReaderOptions

    @Option(help: ArgumentHelp("Pixels per inch.", valueName: "dpi"))
    var dpi: Int = 200

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("The folder to write: lesson/figure.language.png.", valueName: "folder"))
    var output: String?

    @Flag(help: "Print what was written as JSON.")
    var json = false

    func validate() throws {
        guard (36...1200).contains(dpi) else {
            throw ValidationError("--dpi takes a number from 36 to 1200, not \(dpi).")
        }
    }

    func run() throws {
        let workspace = try Workspace(settings, reader: reader, output: output, fallback: .lastReport)
        let selection = try usage { () throws(CourseError) in
            try FigureSelection(names.isEmpty ? ["*/*"] : names, in: workspace.curriculum.descriptions)
        }
        let folder = output == nil ? workspace.output.appending(path: "figures") : workspace.output
        let files = workspace.figureFiles(dpi: dpi)
        var written: [Written] = []
        for (lesson, figures) in selection.byLesson {
            let index = try workspace.curriculum.index(of: lesson)
            let page = try workspace.curriculum.page(at: index, using: workspace.course)
            for cell in page.figures where figures.contains(cell.id) {
                for drawing in try files.draw(cell, of: page, in: workspace.languages) {
                    let url = folder.appending(path: "\(lesson)/\(drawing.fileName(for: cell.id))")
                    try Files.write(drawing.rendered.bytes, to: url)
                    written.append(
                        Written(
                            figure: "\(lesson)/\(cell.id)", language: drawing.language?.rawValue, path: url.path,
                            width: drawing.rendered.width, height: drawing.rendered.height))
                }
            }
        }
        if json {
            print(String(decoding: try CanonicalJSON.encode(written), as: UTF8.self), terminator: "")
        } else {
            for file in written { print(file.path) }
        }
    }

    private struct Written: Encodable {
        let figure: String
        let language: String?
        let path: String
        let width: Int
        let height: Int
    }
}
