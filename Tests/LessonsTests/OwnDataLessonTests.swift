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
    private let curriculum: Curriculum

    init() throws { curriculum = try .course }

    /// Lessons that read digits, on a few pictures and a step of training.
    private func pages(_ folder: URL, isGray: Bool, width: Int, height: Int, _ use: (Page, Course) throws -> Void)
        throws
    {
        let pictures = folder.appending(path: "pictures")
        try OwnPictures.write(20, to: pictures, width: width, height: height, isGray: isGray)
        let json = "{\"cross\": {\"en\": \"cross\", \"es\": \"cruz\"}}"
        try Data(json.utf8).write(to: pictures.appending(path: "classes.json"))
        let set = try OwnSet(reading: pictures, as: "shapes", threads: 2)
        let place = try OwnShelf(folder: folder.appending(path: "shelf")).put(set, replacing: false)
        var settings = RunSettings.sketch
        settings.digits = DatasetSource(set.description, from: .folder(place))
        let course = Course(
            settings: settings, store: ResultStore(folder: folder.appending(path: "store")), threads: 2)
        for (index, lesson) in curriculum.lessons.enumerated()
        where lesson.units.contains(where: { $0.data.contains(.mnist) }) {
            try use(try curriculum.page(at: index, using: course), course)
        }
    }

    @Test(
        "every one of them runs, draws and says whose the pictures are", arguments: [(true, 28, 28), (false, 40, 24)])
    func run(isGray: Bool, width: Int, height: Int) throws {
        try withFolder { folder in
            var lessons: [String] = []
            var bytes: Int?
            try pages(folder, isGray: isGray, width: width, height: height) { page, _ in
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
            #expect(bytes == 100 * width * height * (isGray ? 1 : 3))
            #expect(
                lessons == [
                    "start", "mnist", "baseline", "cnn", "dropout", "compact", "inside", "experiments", "denoising",
                ])
        }
    }

    @Test("the names of the classes stand on their axes, in the reader's language where they have one")
    func axes() throws {
        try withFolder { folder in
            let figures: Set<String> = [
                "mnist/classes", "mnist/onehot", "mnist/means", "cnn/confusion", "cnn/perclass", "dropout/predictions",
                "dropout/confusion", "compact/confusion", "inside/walk",
            ]
            var seen: Set<String> = []
            try pages(folder, isGray: true, width: 28, height: 28) { page, _ in
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
    }

    @Test(
        "no sentence has the sides of MNIST's pictures and maps, or its ten classes, but what tells that it is of digits"
    )
    func shapes() throws {
        try withFolder { folder in
            var answer: [String] = []
            try pages(folder, isGray: false, width: 40, height: 24) { page, _ in
                // Its garments are Fashion-MNIST's, whatever the other lessons read.
                guard page.lesson.id != "denoising" else { return }
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
    }

    @Test("results of other classes than the data have are computed again")
    func otherClasses() throws {
        try withFolder { folder in
            try pages(folder, isGray: true, width: 28, height: 28) { page, course in
                guard page.lesson.id == "mnist" else { return }
                let settings = course.settings
                #expect(settings.digits.kind.classes.count == 5)
                var other = settings
                other.digits = RunSettings.sketch.digits
                let unit = curriculum.lessons.flatMap { $0.units }.first { $0.name == "mnist/survey" }
                let keys = try [settings, other].map { try #require(unit).key(in: $0).digest }
                #expect(Set(keys).count == 2)
                guard case .found(let payload) = course.store.read(try #require(unit).key(in: settings)) else {
                    Issue.record("nothing was kept")
                    return
                }
                // What was measured on five classes is put where ten are asked for.
                try course.store.write(payload, for: try #require(unit).key(in: other))
                let digits = Course(settings: other, store: course.store, threads: 2)
                #expect(try #require(unit).isKept(in: digits) == false)
            }
        }
    }
}

extension CourseUnit {
    /// Whether the store has a value that the unit takes.
    fileprivate func isKept(in course: Course) throws -> Bool { try stored(in: course) != nil }
}
