import Documents
import Drawing
import Figures
import Foundation
import Imaging
import Languages
import Lessons
import NeuralNetwork
import Notebook
import Publishing
import TestSupport
import Testing

@Suite("A language that nobody speaks goes through the whole course", .limited)
struct PseudoLanguageTests {
    /// What is the same in every language: the names by which code and commands know kernels, borders, layers, networks.
    private static let names: Set<String> = {
        let kernels: [String] = Kernel.named.map(\.id) + Border.allCases.map(\.rawValue)
        let networks: [String] = CourseModels.all.map(\.name)
        let layers: [String] = CourseModels.all.flatMap { $0.model.layers.map { type(of: $0.definition).kind } }
        let all: [String] = kernels + networks + layers + ["ReLU", "Swift", "Python"]
        return Set(all.flatMap { (name: String) -> [String] in name.split { !$0.isLetter }.map(String.init) })
    }()

    private static func language(_ curriculum: Curriculum) throws -> Language {
        try #require(curriculum.languages[PseudoLanguage.code])
    }

    private func curriculum() throws -> Curriculum {
        let carried = Curriculum.carriedDocuments
        return try Curriculum.course(with: carried.merging(PseudoLanguage.files(from: carried)) { own, _ in own })
    }

    @Test("letters get accents; slots, code, formulas and addresses stay as they are")
    func accents() {
        func accented(_ text: String) -> String { PseudoLanguage.accented(text, isMarkdown: true) }
        #expect(accented("A pixel") == "À ƥïïẋéľľ")
        #expect(accented("{n, plural, one {# map} other {# maps}}") == "{n, plural, one {# ɱàƥƥ} other {# ɱàƥƥš}}")
        #expect(accented("`code` $x_1$ [to](edges.html)") == "`code` $x_1$ [ţö](edges.html)")
        #expect(
            accented("{share, number, ::%x100 .0} {names, list, or}") == "{share, number, ::%x100 .0} {names, list, or}"
        )
    }

    @Test("no word of its pages is in another language, and every letter of them has a font")
    func pages() throws {
        let curriculum = try curriculum()
        let language = try Self.language(curriculum)
        let pages = try curriculum.pages(using: Sketched.course)
        let publisher = try HTMLPublisher(
            Report(
                title: Localized(word: "pages.title"), introduction: Localized(word: "pages.introduction"),
                lessons: curriculum.descriptions, languages: [language], glossary: curriculum.glossary))
        let files = try publisher.site(pages) { lesson, figure, _ in
            FigureFile(path: "figures/\(lesson)/\(figure).png", width: 1260, height: 700)
        }
        #expect(files.count > 14)
        for file in files where file.path.hasSuffix(".html") {
            let left = Self.words(of: String(decoding: file.bytes, as: UTF8.self))
            #expect(left.isEmpty, "\(file.path): \(left.sorted().prefix(12))")
        }
    }

    @Test("no figure has a word in another language, and no word over another one")
    func figures() throws {
        let curriculum = try curriculum()
        let renderer = FigureRenderer(format: NumberFormat(try Self.language(curriculum)))
        for page in try curriculum.pages(using: Sketched.course) {
            for cell in page.figures {
                let name = "\(page.lesson.id)/\(cell.id)"
                let figure = try cell.figure()
                let transcript = try renderer.transcript(figure, title: cell.title)
                let left = Self.foreign(in: transcript.texts.joined(separator: " "))
                #expect(left.isEmpty, "\(name): \(left)")
                #expect(Self.foreign(in: figure.alternative.text(in: renderer.format)).isEmpty, "\(name): what it says")
                let paper = Rectangle(x: 0, y: 0, width: transcript.page.width, height: transcript.page.height)
                let boxes = transcript.labels.map { ($0.text, $0.frame.inset(0.3, $0.frame.height * 0.24)) }
                for (index, (text, box)) in boxes.enumerated() {
                    #expect(paper.contains(box), "\(name): “\(text)” leaves the page")
                    for (other, otherBox) in boxes[..<index] {
                        #expect(!box.overlaps(otherBox), "\(name): “\(text)” and “\(other)” touch")
                    }
                }
            }
        }
    }

    // MARK: Words

    /// Words of a page that have no accent, code and formulas aside.
    private static func words(of page: String) -> Set<String> {
        var text = page
        text.replace(/<(script|style|pre|code|math|samp)\b[^>]*>[\s\S]*?<\/\1>/, with: " ")
        // What is marked as another language's word is one, and a file's path is no word.
        text.replace(/<span [^>]*lang="[^"]*">[^<]*<\/span>/, with: " ")
        text.replace(/[\w\/+]+\.(?:swift|py)\b/, with: " ")
        // What is read aloud stands in attributes.
        text.replace(/(?:alt|aria-label|title)="([^"]*)"/) { match in ">" + match.1 + "<" }
        text.replace(/<[^>]*>/, with: " ")
        return foreign(in: text)
    }

    private static func foreign(in text: String) -> Set<String> {
        Set(text.matches(of: /[A-Za-z]{3,}/).map { String($0.0) }.filter { !names.contains($0) })
    }
}
