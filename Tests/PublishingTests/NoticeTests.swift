import Datasets
import Drawing
import Figures
import Foundation
import Imaging
import Languages
import NeuralNetwork
import Notebook
import TestSupport
import Testing

@testable import Publishing

@Suite("What a reader must know of a run stands in whatever shows its numbers", .limited)
struct NoticeTests {
    /// Where the digits of a run come from.
    enum Origin: String, CaseIterable { case published, drawn, own }

    /// One kind of run, and the label and the sentence of each notice that it carries.
    struct Run: CustomTestStringConvertible {
        let isQuick: Bool
        let origin: Origin
        var testDescription: String { "\(isQuick ? "quick" : "full"), \(origin)" }

        static let all = [true, false].flatMap { isQuick in Origin.allCases.map { Run(isQuick: isQuick, origin: $0) } }

        var settings: RunSettings {
            let nowhere = DatasetSource.Origin.folder(URL(filePath: "/nowhere"))
            let digits: DatasetSource =
                switch origin {
                case .published: DatasetSource(.mnist, from: nowhere)
                case .drawn: DatasetSource(.mnist, from: .drawn(seed: 1))
                case .own: DatasetSource(Self.shapes, from: nowhere)
                }
            return RunSettings(
                seed: 1, isQuick: isQuick, digits: digits, garments: DatasetSource(.fashionMNIST, from: nowhere))
        }

        private static let shapes = DatasetDescription(
            id: "shapes", name: "shapes", pictures: "pictures", shape: [8, 8, 1],
            classes: (0..<2).map(ClassName.init(number:)),
            contents: [40, 40, 10, 10].map { .init(count: $0, sha256: String(repeating: "0", count: 64)) },
            isPublished: false)

        /// At the foot of a figure.
        func labels(_ language: Language) -> [String] {
            let isEnglish = language == .en
            let data: String? =
                switch origin {
                case .published: nil
                case .drawn: isEnglish ? "Drawn digits, not MNIST" : "Dígitos dibujados, no MNIST"
                case .own: isEnglish ? "Own data: shapes" : "Datos propios: shapes"
                }
            return [data, isQuick ? (isEnglish ? "Quick run" : "Ejecución rápida") : nil].compactMap(\.self)
        }

        /// At the head of a page, up to where they differ.
        func sentences(_ language: Language) -> [String] {
            let isEnglish = language == .en
            let data: String? =
                switch origin {
                case .published: nil
                case .drawn: isEnglish ? "Drawn digits: the program drew" : "Dígitos dibujados: estas imágenes"
                case .own: isEnglish ? "Own data: the pictures" : "Datos propios: las imágenes"
                }
            return [data, isQuick ? (isEnglish ? "Quick run: the networks" : "Ejecución rápida: las redes") : nil]
                .compactMap(\.self)
        }
    }

    /// All labels and beginnings that there are, to see that no other one stands there.
    private static let everything = ["Drawn ", "Dígitos dib", "Own data", "Datos prop", "Quick run", "Ejecución ráp"]

    struct Answer: StoredValue {
        var accuracy = 0.5
        func check() throws(ImpossibleValue) {}
    }

    /// A network's accuracy on digits: a number that a short training and drawn digits change.
    struct Measured: SampleLesson {
        static let id = "measured"
        static let units: [any CourseUnit] = [
            CourseMeasurement("measured/x", version: 1, needs: [.training(Training(CourseModels.compact))]) { _ in
                Answer()
            }
        ]
        static let texts = ["en": figure, "es": figure]
        fileprivate static let figure = ":::{figure} x\n---\ntitle: x\nalt: x\n---\nx\n:::"
        func run(into material: inout Material, using course: Course) throws {
            material.figure("x") { _ in PixelGrid(GrayImage(rows: [[1, 2], [3, 4]])) }
        }
    }

    /// Numbers that no data set and no training have a part in.
    struct Plain: SampleLesson {
        static let id = "plain"
        static let texts = ["en": Measured.figure, "es": Measured.figure]
        func run(into material: inout Material, using course: Course) throws {
            material.figure("x") { _ in PixelGrid(GrayImage(rows: [[1, 2], [3, 4]])) }
        }
    }

    private func page(_ lesson: any SampleLesson.Type, _ run: Run) throws -> Page {
        let store = ResultStore(folder: FileManager.default.temporaryDirectory.appending(path: UUID().uuidString))
        return try Curriculum(samples: [lesson]).page(
            at: 0, using: Course(settings: run.settings, store: store, threads: 1))
    }

    private func figures(_ style: FigureStyle, of page: Page) throws -> [FigureFiles.Drawing] {
        let cell = try #require(page.figures.first)
        return try FigureFiles(style: style, provenance: []).draw(cell, of: page, in: [.en, .es]).drawings
    }

    private func expect(_ wanted: [String], in text: String, _ place: Comment) {
        for words in wanted { #expect(text.contains(words), place) }
        let others = Self.everything.filter { start in !wanted.contains { $0.hasPrefix(start) } }
        for words in others { #expect(!text.contains(words), place) }
    }

    @Test("in a figure's file, as a line at its foot in each language, and no other", arguments: Run.all)
    func figure(run: Run) throws {
        var style = FigureStyle(format: .svg)
        style.lettering = .text
        let drawings = try figures(style, of: page(Measured.self, run))
        // Without words at its foot one file serves both.
        #expect(drawings.count == (run.labels(.en).isEmpty ? 1 : 2))
        for drawing in drawings {
            let language = drawing.language ?? .en
            let text = String(decoding: drawing.rendered.bytes, as: UTF8.self)
            expect(run.labels(language), in: text, "\(language)")
        }
    }

    @Test("in its pixels: the picture is taller by that line", arguments: Run.all)
    func pixels(run: Run) throws {
        let style = FigureStyle(dpi: 60)
        let noted = try figures(style, of: page(Measured.self, run))
        let plain = try figures(style, of: page(Plain.self, run))
        let hasNote = !run.labels(.en).isEmpty
        #expect(plain.count == 1 && noted.allSatisfy { ($0.rendered.height > plain[0].rendered.height) == hasNote })
        if noted.count == 2 { #expect(noted[0].rendered.bytes != noted[1].rendered.bytes) }
    }

    @Test("not where nothing was trained and no data were read", arguments: Run.all)
    func plain(run: Run) throws {
        var style = FigureStyle(format: .svg)
        style.lettering = .text
        for drawing in try figures(style, of: page(Plain.self, run)) {
            expect([], in: String(decoding: drawing.rendered.bytes, as: UTF8.self), "figure")
        }
    }

    @Test(
        "at the head of the lesson's page, of the notebook and of the Markdown file", arguments: Run.all,
        [Language.en, .es])
    func page(run: Run, language: Language) throws {
        let page = try page(Measured.self, run)
        let report = Report(
            title: Localized(same: "Course"), introduction: Localized(same: "Text."), lessons: [page.lesson],
            languages: [.en, .es])
        let publisher = try HTMLPublisher(report)
        let written = try publisher.lesson(page) { _, _, _ in
            FigureFile(path: "figures/measured/x.png", width: 10, height: 10)
        }
        let html = try #require(written.first { $0.path == "\(language.code)/measured.html" })
        expect(run.sentences(language), in: String(decoding: html.bytes, as: UTF8.self), "page")
        let exporters: [any LessonExporter] = [JupyterExporter(report), MarkdownExporter(report)]
        for exporter in exporters {
            let files = try exporter.files(of: page, in: language, picture: Sample.picture)
            let text = files.filter { !$0.path.hasSuffix(".png") }.map { String(decoding: $0.bytes, as: UTF8.self) }
            expect(run.sentences(language), in: text.joined(), "\(type(of: exporter))")
        }
    }
}
