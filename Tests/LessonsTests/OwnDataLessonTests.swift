import Datasets
import Figures
import Foundation
import Languages
import Lessons
import Notebook
import TestSupport
import Testing

@Suite("Lessons on own data", .limited)
struct OwnDataLessonTests {
    /// What a form of pictures makes of the lessons that read digits.
    private struct Form: Sendable {
        let isGray: Bool
        let width: Int
        let height: Int

        /// Its settings, with twenty pictures of each of five classes that lie in a folder.
        func settings(in folder: URL) throws -> RunSettings {
            let pictures = folder.appending(path: "pictures")
            try OwnPictures.write(20, to: pictures, width: width, height: height, isGray: isGray)
            let json = "{\"cross\": {\"en\": \"cross\", \"es\": \"cruz\"}}"
            try Data(json.utf8).write(to: pictures.appending(path: "classes.json"))
            let set = try OwnSet(reading: pictures, as: "shapes", threads: 2)
            let place = try OwnShelf(folder: folder.appending(path: "shelf")).put(set, replacing: false)
            var settings = RunSettings.sketch
            settings.digits = DatasetSource(set.description, from: .folder(place))
            return settings
        }

        /// The pages, from networks that trained for a step.
        var pages: Result<[Page], any Error> {
            Result {
                let curriculum = try Curriculum.course
                return try withFolder { folder in
                    let course = Course(
                        settings: try settings(in: folder), store: ResultStore(folder: folder.appending(path: "store")),
                        threads: 2)
                    return try curriculum.lessons.enumerated()
                        .filter { $0.element.units.contains { $0.data.contains(.mnist) } }
                        .map { try curriculum.page(at: $0.offset, using: course) }
                }
            }
        }
    }

    private static let gray = Form(isGray: true, width: 28, height: 28)
    private static let colored = Form(isGray: false, width: 40, height: 24)
    /// Made once for all tests: the trainings take longer than what is then looked at.
    private static let grayPages = gray.pages
    private static let coloredPages = colored.pages

    @Test("every one of them runs, draws and says whose the pictures are", arguments: [true, false])
    func run(isGray: Bool) throws {
        let form = isGray ? Self.gray : Self.colored
        var lessons: [String] = []
        var bytes: Int?
        for page in try (isGray ? Self.grayPages : Self.coloredPages).get() {
            lessons.append(page.lesson.id)
            if page.lesson.id == "mnist" {
                let results = try JSONSerialization.jsonObject(with: JSONEncoder().encode(page.results))
                bytes = (results as? [String: Any])?["bytes"] as? Int
            }
            let notices = page.notices.map { $0.label.text(in: NumberFormat(.es)) }
            #expect(notices.contains("Datos propios: shapes"), "\(page.lesson.id)")
            for language in Language.allCases {
                let renderer = FigureRenderer(format: NumberFormat(language))
                for cell in page.figures {
                    let texts = try renderer.transcript(cell.figure(), title: cell.title).texts
                    #expect(!texts.joined().contains("⟨"), "\(page.lesson.id)/\(cell.id)")
                }
            }
        }
        // Twenty of each of five classes, as many rows as columns or not.
        #expect(bytes == 100 * form.width * form.height * (isGray ? 1 : 3))
        #expect(
            lessons == [
                "start", "mnist", "baseline", "cnn", "dropout", "compact", "inside", "experiments", "denoising",
            ])
    }

    @Test("the names of the classes stand on their axes, in the reader's language where they have one")
    func axes() throws {
        let figures: Set<String> = [
            "mnist/classes", "mnist/onehot", "mnist/means", "cnn/confusion", "cnn/perclass", "dropout/predictions",
            "dropout/confusion", "compact/confusion", "inside/walk",
        ]
        var seen: Set<String> = []
        for page in try Self.grayPages.get() {
            for cell in page.figures where figures.contains("\(page.lesson.id)/\(cell.id)") {
                seen.insert("\(page.lesson.id)/\(cell.id)")
                for (language, cross) in [(Language.en, "cross"), (.es, "cruz")] {
                    let texts = try FigureRenderer(format: NumberFormat(language))
                        .transcript(cell.figure(), title: cell.title).texts
                    for name in ["circle", cross, "ring", "square", "triangle"] {
                        #expect(texts.contains { $0.contains(name) }, "\(page.lesson.id)/\(cell.id): \(texts)")
                    }
                }
            }
        }
        #expect(seen == figures)
    }

    @Test(
        "no sentence has the sides of MNIST's pictures and maps, or its ten classes, but what tells that it is of digits"
    )
    func shapes() throws {
        var answer: [String] = []
        // The garments of the last are Fashion-MNIST's, whatever the other lessons read.
        for page in try Self.coloredPages.get() where page.lesson.id != "denoising" {
            #expect(!page.lesson.goals.contains { $0.text(in: NumberFormat(.en)).contains("ten ") })
            for language in [Language.en, .es] {
                let format = NumberFormat(language)
                let texts = page.cells.flatMap { cell -> [Localized] in
                    switch cell {
                    case .prose(let text), .margin(let text): [text]
                    case .question(let text, let answer): [text, answer]
                    case .exercise(let exercise):
                        [exercise.text, exercise.solution] + exercise.hints + exercise.choices
                    case .figure(let figure): [figure.title, figure.caption, figure.alternative]
                    default: []
                    }
                }.map { text in
                    ["of ten", "cada diez"].reduce(text.text(in: format)) { $0.replacing($1, with: "") }
                }
                let ofDigits = ["digits", "dígitos", "MNIST"]
                for text in texts where !ofDigits.contains(where: { text.contains($0) }) {
                    for word in ["28 × 28", "784", "11 × 11", "5 × 5 × 64", "12 × 12 × 64", " ten ", " diez "] {
                        #expect(!text.contains(word), "\(page.lesson.id): \(text)")
                    }
                }
                if page.lesson.id == "compact" {
                    answer += texts.filter { $0.contains("× 64") }
                    #expect(texts.contains { $0.contains("80 by 48") || $0.contains("80 por 48") })
                }
            }
        }
        // 24 x 40: 22 x 38, 11 x 19, 9 x 17, 4 x 8; of 48 x 80: 46 x 78, 23 x 39, 21 x 37, 10 x 18.
        #expect(answer.count == 2 && answer.allSatisfy { $0.contains("4 × 8 × 64") && $0.contains("10 × 18 × 64") })
        #expect(answer.first?.contains("80, 78, 39, 37 and 18 pixels wide") == true, "\(answer)")
        #expect(answer.last?.contains("80, 78, 39, 37 y 18 píxeles de ancho") == true, "\(answer)")
    }

    @Test("results of other classes than the data have are computed again")
    func otherClasses() throws {
        try withFolder { folder in
            let settings = try Self.gray.settings(in: folder)
            #expect(settings.digits.kind.classes.count == 5)
            let store = ResultStore(folder: folder.appending(path: "store"))
            let survey = try #require(
                try Curriculum.course.lessons.flatMap { $0.units }.first { $0.name == "mnist/survey" })
            try survey.compute(in: Course(settings: settings, store: store, threads: 2))
            var other = settings
            other.digits = RunSettings.sketch.digits
            #expect(survey.key(in: settings).digest != survey.key(in: other).digest)
            guard case .found(let payload) = store.read(survey.key(in: settings)) else {
                Issue.record("nothing was kept")
                return
            }
            // What was measured on five classes is put where ten are asked for.
            try store.write(payload, for: survey.key(in: other))
            #expect(try !survey.isKept(in: Course(settings: other, store: store, threads: 2)))
        }
    }
}

extension CourseUnit {
    /// Computes the value and keeps it.
    fileprivate func compute(in course: Course) throws { _ = try course.value(of: self) }

    /// Whether the store has a value that the unit takes.
    fileprivate func isKept(in course: Course) throws -> Bool { try stored(in: course) != nil }
}
