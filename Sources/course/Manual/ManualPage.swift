import Languages
import Lessons
import NeuralNetwork
import Notebook
import Platform

/// course(1): everything that the program says of itself, on one page.
struct ManualPage {
    private let root: CommandInfo
    private let commands: [(words: [String], command: CommandInfo)]
    /// Options that several commands have, described once; in the order in which they first occur.
    private let common: [CommandInfo.Argument]

    /// - Parameter description: what the argument parser knows, as JSON.
    /// - Throws: `DecodingError` where its form is another one.
    init(_ description: String) throws {
        root = try JSONDecoder().decode(CommandInfo.Tool.self, from: Data(description.utf8)).command
        commands = root.leaves()
        let all = commands.flatMap { $0.command.shownArguments }.filter { $0.kind != .positional }
        let counts = Dictionary(grouping: all, by: \.identity).mapValues(\.count)
        var seen: Set<String> = []
        common = all.filter { counts[$0.identity] ?? 0 > 2 && seen.insert($0.identity).inserted }
    }

    /// The page in the language of `man`.
    var text: String {
        get throws {
            var page = Roff()
            page.instruction("TH", "COURSE", "1", "", "course \(ProgramVersion.current)", "User Commands")
            // Names are not to be cut, and lines need not end at the same column.
            page.instruction("nh")
            page.request("ad l")
            page.section("NAME")
            page.line("course - \(sentenceStart(root.abstract ?? ""))")
            page.section("SYNOPSIS")
            for (words, command) in commands { synopsis(words, command, on: &page) }
            page.section("DESCRIPTION")
            page.paragraphs(root.discussion ?? "")
            page.section("COMMANDS")
            for (words, command) in commands { describe(words, command, on: &page) }
            page.section("OPTIONS OF SEVERAL COMMANDS")
            for option in common { describe(option, on: &page) }
            try lessons(on: &page)
            ManualFacts.write(on: &page)
            return page.text
        }
    }

    private func synopsis(_ words: [String], _ command: CommandInfo, on page: inout Roff) {
        let values = command.shownArguments.filter { $0.kind == .positional }.map { argument in
            let name = "<\(argument.valueName ?? "value")>" + (argument.isRepeating ? " ..." : "")
            return argument.isOptional ? "[\(name)]" : name
        }
        let line = ["`\((["course"] + words).joined(separator: " "))`"] + values + ["[<options>]"]
        page.line(line.joined(separator: " "))
        page.instruction("br")
    }

    private func describe(_ words: [String], _ command: CommandInfo, on page: inout Roff) {
        page.subsection((["course"] + words).joined(separator: " "))
        page.paragraphs([command.abstract, command.discussion].compactMap { $0 }.joined(separator: "\n\n"))
        let shared = Set(common.map(\.identity))
        let (own, others) = (
            command.shownArguments.filter { !shared.contains($0.identity) },
            command.shownArguments.filter { shared.contains($0.identity) }
        )
        for argument in own { describe(argument, on: &page) }
        // These two, every command has.
        let names = others.map(\.typedNames).filter { !["-h, --help", "--version"].contains($0) }
        if !names.isEmpty {
            page.instruction("PP")
            page.line("Also takes " + names.map { "`\($0)`" }.joined(separator: ", ") + ".")
        }
    }

    private func describe(_ argument: CommandInfo.Argument, on page: inout Roff) {
        let value = argument.kind == .flag ? "" : argument.valueName ?? "value"
        let meaning = [argument.abstract, argument.discussion].compactMap { $0 }.joined(separator: " ")
        let preset = argument.defaultValue.map { " (default: \($0))" } ?? ""
        if argument.kind == .positional {
            page.item("", value: value, meaning + preset)
        } else {
            page.item(argument.typedNames, value: value, meaning + preset)
        }
    }

    private func lessons(on page: inout Roff) throws {
        let course = try Curriculum.course
        guard let english = course.languages.languages.first.map({ NumberFormat($0) }) else { return }
        page.section("LESSONS")
        page.line("In the order of the course; below each, its figures.")
        for lesson in course.descriptions {
            page.item(
                lesson.id,
                "\(lesson.title.text(in: english)), \(lesson.minutes) minutes. "
                    + lesson.figures.map { "\(lesson.id)/\($0)" }.joined(separator: " "))
        }
        page.section("NETWORKS")
        for model in CourseModels.all {
            let training = model.training
            page.item(model.name, "\(training.epochs) epochs of batches of \(training.batch).")
        }
    }

    /// A sentence as the second half of another: its first letter small, no full stop.
    private func sentenceStart(_ sentence: String) -> String {
        sentence.prefix(1).lowercased() + sentence.dropFirst().prefix { $0 != "." }
    }
}
